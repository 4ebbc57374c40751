/** The answer itself: what the outcome is called, what it means, what to do. */
import type { Request } from 'express';
import type { VerificationReport } from '../../../domain/verification/report.js';
import { say } from '../../middleware/page-locals.js';
import { outcomeWords, ownOutcome } from './outcome-words.js';

export interface OutcomeText {
  title: string;
  meaning: string;
  advice: string;
}

export function outcomeText(req: Request, report: VerificationReport): OutcomeText {
  const { outcome, kind, checks } = report;
  const words = (key: string, values?: Record<string, unknown>): string =>
    say(req, `verify:outcome.${key}`, values);
  const { institution, domain } = checks.find(({ name }) => name === 'issuer-identified')?.details ?? {};
  // what is wrong with something in a record is not said of the record
  const told = ownOutcome(report) === outcome ? outcomeWords(report) : 'of-record';
  const title =
    kind === 'endorsement' ? say(req, `verify:endorsement.outcome.${outcome}`) : words(`${told}.title`);
  if (outcome !== 'valid')
    return { title, meaning: words(`${told}.meaning`), advice: words(`${told}.advice`, { domain }) };
  const isHere = institution !== undefined;
  return {
    title,
    meaning: [
      words(isHere ? 'valid.meaningHere' : 'valid.meaning', { institution, domain }),
      ...alsoShown(report).map((key) => words(`valid.${key}`)),
    ].join(' '),
    advice: isHere ? words(`valid.${adviceHere(report)}`) : words('valid.advice', { domain }),
  };
}

/** Of one of which no list is kept nothing is said here: whether it was withdrawn could be looked up nowhere. */
const alsoShown = ({ checks, inside }: VerificationReport): string[] => [
  ...(checks.some(({ name, result }) => name === 'status' && result === 'passed') ? ['notWithdrawn'] : []),
  ...(inside === undefined ? [] : ['insideToo']),
];

/** A record has no page. Whoever has a credential for wallets learns where its page is when its holder shows that. */
function adviceHere({ kind, credential, inside }: VerificationReport): string {
  if (inside !== undefined) return 'adviceRecord';
  return kind === 'sd-jwt-vc' && credential?.id === undefined ? 'adviceWallet' : 'adviceHere';
}
