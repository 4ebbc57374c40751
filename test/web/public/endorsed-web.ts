/** The public web with a second award, claimed after the micro-credential and the institution were endorsed. */
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { decideOnEndorsement } from '../../../src/domain/invitations/decide-on-endorsement.js';
import { withdrawEndorsement } from '../../../src/domain/invitations/withdraw-endorsement.js';
import { hashSecret } from '../../../src/shared/hash-secret.js';
import { randomId } from '../../../src/shared/ids.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aGivenEndorsement, aStatement } from '../../support/builders/an-endorsement.js';
import { anAward } from '../../support/builders/an-award.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { without } from '../../edges/storage/without.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import {
  institutionId,
  issuedAt,
  microCredentialId,
  startPublicWeb,
  type PublicWeb,
  type World,
} from './public-web.js';

export interface EndorsedWeb extends PublicWeb {
  /** Paths of the endorsements. */
  ofVersion: string;
  ofInstitution: string;
  endorsed: Award;
  endorsedPath: string;
  hide(): Promise<void>;
  withdraw(): Promise<void>;
}

export async function startEndorsedWeb(own: World['services'] = {}): Promise<EndorsedWeb> {
  const web = await startPublicWeb({ services: { endorsements: memoryEndorsements(), ...own } });
  const { services } = web;
  const secret = randomId();
  const scope = { institutionId, microCredentialId };
  const accept = async (about: { microCredentialId?: string; version?: number }, linkHash: string) => {
    const id = randomId();
    const given = without(aGivenEndorsement(), 'microCredentialId', 'version');
    const said = aStatement({
      statement: { en: 'We hire <b>people</b> who hold it.', nl: 'Wij nemen ze aan.' },
    });
    await services.endorsements.add({ ...given, id, institutionId, ...about, said, linkHash });
    const of = { institutionId, microCredentialId: about.microCredentialId };
    await decideOnEndorsement(services, { scope: of, id, decision: 'accept' });
    return id;
  };
  const ofVersion = await accept({ microCredentialId, version: 1 }, hashSecret(secret));
  const ofInstitution = await accept({}, hashSecret(randomId()));
  const subject = 'learner-2';
  const offer = anAward({ id: randomId(), institutionId, microCredentialId, subject });
  await services.awards.offer(offer);
  await services.confirmations.decide(aConfirmation({ microCredentialId, subject, at: issuedAt }));
  const person = { subject, name: 'Bob Learner', email: 'bob@example.org' };
  const endorsed = await claimAward(services, {
    awardId: offer.id,
    visit: aVisit({ person }),
    carryGrade: false,
    consent: true,
  });
  return {
    ...web,
    ofVersion: `/endorsements/${ofVersion}`,
    ofInstitution: `/endorsements/${ofInstitution}`,
    endorsed,
    endorsedPath: `/awards/${endorsed.id}`,
    hide: async () => void (await decideOnEndorsement(services, { scope, id: ofVersion, decision: 'hide' })),
    withdraw: async () => void (await withdrawEndorsement(services, secret)),
  };
}
