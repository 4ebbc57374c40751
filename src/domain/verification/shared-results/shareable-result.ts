/** What of a report may be shown to others: nothing of a person, no text longer than a page can show. */
import { notChecked } from '../checks.js';
import { outcomeOf } from '../outcome-of.js';
import type { Check, CredentialFacts, VerificationReport } from '../report.js';
import { shownText } from '../shown-text.js';
import type { ShareableResult } from './shared-result.js';

const longestAddress = 2_000;

/** Details that may tell of a person: why it was revoked, what stood in an altered file, what another verifier found, to whom it was shown. */
const personal = ['revocationReason', 'handedIn', 'hosted', 'says', 'audience'];

/**
 * Undefined when nothing was read that a result could be about, and for a record of several credentials.
 * @param given where it was fetched from, as typed; one that is too long is left out
 */
export function shareableResult(report: VerificationReport, given?: string): ShareableResult | undefined {
  if (report.outcome === 'unreadable' || report.kind === 'clr') return undefined;
  const checks = report.checks.map(withoutPerson);
  const { kind, container, credential, checkedAt } = report;
  const address = report.linkedAddress ?? given;
  return {
    kind,
    ...(container && { container }),
    checkedAt,
    // without the question whose it is, the answer is about the credential alone
    outcome: outcomeOf(checks),
    checks,
    // what an endorsement says may be about a person
    ...(credential && { credential: withoutComment(credential) }),
    ...(address !== undefined && address.length <= longestAddress && { address }),
  };
}

function withoutComment({ comment: _, ...rest }: CredentialFacts): CredentialFacts {
  return rest;
}

function withoutPerson(check: Check): Check {
  if (check.name === 'recipient') return notChecked('recipient', 'recipient-not-asked');
  const { details, ...rest } = check;
  if (!details) return rest;
  const shown = Object.entries(details)
    .filter(([name]) => !personal.includes(name))
    .map(([name, value]) => [name, typeof value === 'string' ? (shownText(value) ?? '') : value] as const);
  return { ...rest, details: Object.fromEntries(shown) };
}
