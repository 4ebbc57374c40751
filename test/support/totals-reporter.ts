/** Mocha's spec reporter that also writes its totals to the file ACQUIS_TEST_TOTALS names, for the runner's last line. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export interface Totals {
  passed: number;
  failed: number;
  /** Tests that were left out. */
  pending: number;
  /** Of each that failed, its whole title and below it, indented, what happened. */
  failures: string[];
}

const mostLines = 20;

export default class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const told = this.failures.map((test) => `${test.fullTitle()}\n${whatHappened(test.err)}`);
      const totals: Totals = { passed: passes, failed: failures, pending, failures: told };
      const file = process.env['ACQUIS_TEST_TOTALS'];
      if (file) writeFileSync(file, JSON.stringify(totals));
    });
  }
}

/** The error with the places it passed, at most so many lines. */
function whatHappened(error: Error | undefined): string {
  const lines = (error?.stack ?? error?.message ?? 'No error was told.').split('\n').slice(0, mostLines);
  return lines.map((line) => `    ${line}`).join('\n');
}
