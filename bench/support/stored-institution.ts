/** An institution in a database with a class whose awards are all issued, each with signed documents and a place in the status list. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { compose } from '../../src/app/compose.js';
import type { Issue } from '../../src/domain/awards/award-store.js';
import type { Award } from '../../src/domain/awards/award.js';
import { drawStatusPlace } from '../../src/domain/awards/draw-status-place.js';
import { makeDocuments } from '../../src/domain/awards/make-documents.js';
import { signedWith } from '../../src/domain/awards/signed-with.js';
import { randomId } from '../../src/shared/ids.js';
import type { WebServices } from '../../src/web/web-services.js';
import { aMicroCredential, aVersion } from '../../test/support/builders/a-definition.js';
import { anAward } from '../../test/support/builders/an-award.js';
import { anInstitution } from '../../test/support/builders/an-institution.js';

export const institutionId = 'InstInstInstInstInstIn';
const microCredentialId = 'MicroMicroMicroMicroMi';
const issuedAt = new Date('2026-11-20T09:00:00Z');
const pageAtOnce = 16;

/** One award in twenty shows its learner's name, one in a hundred is revoked. @param environment settings of the installation */
export async function storeInstitution(environment: Record<string, string>, size: number): Promise<void> {
  const acquis = await compose(readSettings(environment), { log: pino({ level: 'silent' }) });
  try {
    const { services } = acquis;
    await services.institutions.add(anInstitution({ id: institutionId }));
    await services.keys.ensure(institutionId);
    const version = aVersion({ validMonths: 24 });
    await services.microCredentials.add(
      aMicroCredential({ id: microCredentialId, institutionId, versions: [version] }),
    );
    for (let from = 0; from < size; from += pageAtOnce) {
      const numbers = Array.from({ length: Math.min(pageAtOnce, size - from) }, (_, at) => from + at);
      await Promise.all(numbers.map((number) => storeAward(services, number)));
    }
  } finally {
    await acquis.stop();
  }
}

async function storeAward(services: WebServices, number: number): Promise<void> {
  const subject = `learner-${number}`;
  const offer = anAward({ id: randomId(), institutionId, microCredentialId, subject });
  await services.awards.offer(offer);
  await issue(services, offer, number);
  const told = { at: issuedAt, by: subject };
  if (number % 20 === 0) await services.awards.setPublic(offer.id, true, { what: 'made-public', ...told });
  if (number % 100 === 1)
    await services.awards.revoke(offer.id, issuedAt, 'Issued by mistake.', { what: 'revoked', ...told });
}

async function issue(services: WebServices, offer: Award, number: number): Promise<void> {
  const [institution, microCredential] = await Promise.all([
    services.institutions.byId(institutionId),
    services.microCredentials.byId(microCredentialId),
  ]);
  const version = microCredential?.versions[0];
  if (!institution || !version) throw new Error('the institution was not stored');
  const email = `learner${number}@example.org`;
  const said: Omit<Issue, 'statusPlace' | 'documents'> = {
    issuedAt,
    claimBasis: offer.basis,
    expiresAt: new Date('2028-11-20T09:00:00Z'),
    recipient: {
      ...{ name: `Learner ${number}`, email, nameFrom: 'lms', emailFrom: 'lms', emailKey: email },
      ...{ nameSalt: randomId(), emailSalt: randomId(), subjectId: `urn:uuid:${randomUUID()}` },
    },
    grade: { score: 60 + (number % 41), maximum: 100 },
    consentAt: issuedAt,
    event: { what: 'issued', at: issuedAt, by: offer.subject },
  };
  const outcome = await drawStatusPlace(services, { institutionId, at: issuedAt }, async (statusPlace) => {
    const documents = await makeDocuments(services, {
      ...{ award: offer, institution, version },
      issue: { ...said, statusPlace },
    });
    return services.awards.issue(offer.id, {
      ...said,
      statusPlace,
      documents,
      signedWith: signedWith(documents),
    });
  });
  if (outcome !== 'issued') throw new Error(`award ${number}: ${outcome}`);
}
