/** Another learner of the public web is offered the award and claims it, with the keys that are in use at that moment. */
import type { Award } from '../../../src/domain/awards/award.js';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { randomId } from '../../../src/shared/ids.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { anAward } from '../../support/builders/an-award.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { institutionId, issuedAt, microCredentialId, type PublicWeb } from './public-web.js';

export async function claimAnother({ services }: PublicWeb, subject: string): Promise<Award> {
  const offer = anAward({ id: randomId(), institutionId, microCredentialId, subject });
  await services.awards.offer(offer);
  await services.confirmations.decide(aConfirmation({ microCredentialId, subject, at: issuedAt }));
  const person = { subject, name: 'Bo Learner', email: `${subject}@example.org` };
  const visit = aVisit({ person });
  return claimAward(services, { awardId: offer.id, visit, carryGrade: false, consent: true });
}
