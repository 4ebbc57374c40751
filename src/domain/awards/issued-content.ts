/** What documents that are made when asked say of an award: the same as those that were made at claim. */
import type { CredentialContent } from '../../documents/credential-content.js';
import { baseOfAward } from './base-of-award.js';
import type { PublishedAward } from './is-published.js';
import { credentialContent } from './make-documents.js';
import type { PublishedContentDeps } from './published-content.js';

/** Undefined when its institution or version is not known. */
export async function issuedContent(
  deps: PublishedContentDeps,
  award: PublishedAward,
): Promise<CredentialContent | undefined> {
  const [institution, microCredential] = await Promise.all([
    deps.institutions.byId(award.institutionId),
    deps.microCredentials.byId(award.microCredentialId),
  ]);
  const version = microCredential?.versions.find(({ number }) => number === award.version);
  return (
    institution &&
    version &&
    // under the address of its issue, wherever Acquis answers today
    credentialContent(baseOfAward(award) ?? deps.base, { award, issue: award, institution, version })
  );
}
