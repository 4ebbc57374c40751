/** An installation in memory with a class whose awards are all issued: signed with real keys, in one status list. */
import { createHash, randomUUID } from 'node:crypto';
import type { Award } from '../../src/domain/awards/award.js';
import { makeDocuments } from '../../src/domain/awards/make-documents.js';
import { randomId } from '../../src/shared/ids.js';
import { aMicroCredential, aVersion } from '../../test/support/builders/a-definition.js';
import { anAward } from '../../test/support/builders/an-award.js';
import { anInstitution } from '../../test/support/builders/an-institution.js';
import { memoryAwards, memoryStatusLists } from '../../test/support/memory/memory-awards.js';
import { memoryEndorsements } from '../../test/support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../test/support/memory/memory-institutions.js';
import { memoryKeys } from '../../test/support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../test/support/memory/memory-micro-credentials.js';

export const institutionId = 'InstInstInstInstInstIn';
const microCredentialId = 'MicroMicroMicroMicroMi';
const firstDay = Date.parse('2026-11-20T09:00:00Z');

export async function anIssuedClass(size: number) {
  const institution = anInstitution({ id: institutionId });
  const version = aVersion({ validMonths: 24 });
  const endorsements = memoryEndorsements();
  const statusLists = memoryStatusLists(() => 'status-list-0000000001');
  const list = await statusLists.current(institutionId, new Date(firstDay));
  const keys = memoryKeys();
  const base = 'https://acquis.example.org';
  const issued: Award[] = [];
  for (let number = 0; number < size; number += 1) {
    const issuedAt = new Date(firstDay + number * 61_000);
    const expiresAt = new Date(issuedAt.getTime() + 730 * 86_400_000);
    const email = `learner${number}@example.org`;
    const salt = (what: string): string =>
      createHash('sha256').update(`${what}${number}`).digest('hex').slice(0, 32);
    const recipient = {
      ...{ name: `Learner ${number}`, email, nameFrom: 'lms' as const, emailFrom: 'lms' as const },
      ...{ nameSalt: salt('name'), emailSalt: salt('email'), subjectId: `urn:uuid:${randomUUID()}` },
      emailKey: email,
    };
    const statusPlace = { listId: list.id, index: Math.floor(number / 4) * 8 + (number % 4) };
    const offer = anAward({ id: randomId(), institutionId, microCredentialId });
    const grade = { score: 60 + (number % 41), maximum: 100 };
    const issue = { issuedAt, expiresAt, recipient, consentAt: issuedAt, statusPlace, grade };
    const event = { what: 'issued' as const, at: issuedAt, by: 'learner-1' };
    const documents = await makeDocuments(
      { keys, endorsements, base },
      { award: offer, institution, version, issue: { ...issue, event } },
    );
    issued.push({ ...offer, ...issue, documents, state: 'issued' });
  }
  return {
    issued,
    deps: {
      awards: memoryAwards(...issued),
      statusLists,
      endorsements,
      keys,
      institutions: memoryInstitutions(institution),
      microCredentials: memoryMicroCredentials(
        aMicroCredential({ id: microCredentialId, institutionId, versions: [version] }),
      ),
      clock: () => new Date(firstDay + 86_400_000),
      base,
      fetchDocument: () => Promise.reject(new Error('another server was asked')),
    },
  };
}
