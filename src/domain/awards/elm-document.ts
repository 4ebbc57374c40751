/**
 * An award as unsealed data of the European Learning Model, made when asked. It names the learner: whoever serves it says to
 * whom. https://europa.eu/europass/elm-browser/
 */
import { europeanDigitalCredential } from '../../documents/elm/european-digital-credential.js';
import { badgePicture } from './badge-picture.js';
import type { PublishedAward } from './is-published.js';
import { credentialContent } from './make-documents.js';
import type { Pictures } from './pictures.js';
import type { PublishedContentDeps } from './published-content.js';

export type ElmDocumentDeps = PublishedContentDeps & { pictures: Pictures };

/** JSON text. Undefined for a revoked award: the file could not tell, and nobody would ask. @throws Problem document-invalid */
export async function elmDocument(deps: ElmDocumentDeps, award: PublishedAward): Promise<string | undefined> {
  if (award.state === 'revoked') return undefined;
  const { microCredentialId, version: number, recipient } = award;
  const [institution, microCredential, picture] = await Promise.all([
    deps.institutions.byId(award.institutionId),
    deps.microCredentials.byId(microCredentialId),
    badgePicture(deps, microCredentialId, number),
  ]);
  const version = microCredential?.versions.find((one) => one.number === number);
  if (!institution || !version || !picture) return undefined;
  const credential = credentialContent(deps.base, { award, issue: award, institution, version });
  return JSON.stringify(europeanDigitalCredential({ credential, holder: { name: recipient.name }, picture }));
}
