/** Mocha's spec reporter that also writes its totals to the file ACQUIS_TEST_TOTALS names, for the runner's last line. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export interface Totals {
  passed: number;
  failed: number;
  /** Tests that were left out. */
  pending: number;
}

export default class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const totals: Totals = { passed: passes, failed: failures, pending };
      const file = process.env['ACQUIS_TEST_TOTALS'];
      if (file) writeFileSync(file, JSON.stringify(totals));
    });
  }
}
