/** Awards for the contracts of the store, each with ids, an e-mail and a status place that nobody else has. */
import type { Issue } from '../../../src/domain/awards/award-store.js';
import type { Award, AwardEvent } from '../../../src/domain/awards/award.js';
import { randomId } from '../../../src/shared/ids.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';

export const dayOfAwards = new Date('2026-11-20T09:00:00Z');

export const aNew = (overrides: Partial<Award> = {}): Award =>
  anAward({ id: randomId(), microCredentialId: randomId(), institutionId: randomId(), ...overrides });

export const event = (what: AwardEvent['what']): AwardEvent => ({ what, at: dayOfAwards, by: 'learner-1' });

export function anIssue(overrides: Partial<Issue> & { emailKey?: string } = {}): Issue {
  const { recipient, documents } = anIssuedAward();
  const { emailKey = randomId(), ...fields } = overrides;
  if (!recipient || !documents) throw new Error('the builder makes issued awards');
  return {
    issuedAt: dayOfAwards,
    claimBasis: anAward().basis,
    recipient: { ...recipient, emailKey },
    consentAt: dayOfAwards,
    statusPlace: { listId: randomId(), index: 42 },
    documents,
    event: event('issued'),
    ...fields,
  };
}
