/**
 * What an e-mail address rests on that an award of this installation belongs to: the LMS told it, or the learner typed it and nobody has
 * confirmed it. No credential can say so. docs/decisions/0003-who-the-learner-is.md
 */
import { type NamesOfAward, ownAward, type OwnAwardDeps } from './own-award.js';
import type { Check } from './report.js';

/** @param named what names its award. Told to those alone who gave the right address: details.emailFrom, 'lms' or 'learner' */
export async function withOwnRecipient(
  deps: OwnAwardDeps,
  checks: readonly Check[],
  named: NamesOfAward,
): Promise<readonly Check[]> {
  const isMatched = checks.some(({ reason }) => reason === 'recipient-matches');
  const own = isMatched ? await ownAward(deps, checks, named) : undefined;
  if (!own) return checks;
  const { emailFrom } = own.award.recipient;
  return checks.map((check) =>
    check.reason === 'recipient-matches' ? { ...check, details: { ...check.details, emailFrom } } : check,
  );
}
