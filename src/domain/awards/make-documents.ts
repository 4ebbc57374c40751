/** Makes and signs everything that is issued for an award at claim. Writes nothing. */
import { Problem } from '../../shared/problem.js';
import type { Institution } from '../institutions/institution.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { Issue } from './award-store.js';
import type { Award, IssuedDocuments } from './award.js';

export interface MakeDocumentsInput {
  award: Award;
  institution: Institution;
  version: PublishedVersion;
  issue: Omit<Issue, 'documents'>;
}

/** @throws Problem key-missing, key-unreadable, document-invalid */
export async function makeDocuments(
  deps: { keys: SigningKeys; base: string },
  input: MakeDocumentsInput,
): Promise<IssuedDocuments> {
  await deps.keys.ensure(input.award.institutionId);
  throw new Problem('unexpected');
}
