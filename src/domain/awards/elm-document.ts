/**
 * An award as unsealed data of the European Learning Model, made when asked. It names the learner: whoever serves it says to
 * whom. https://europa.eu/europass/elm-browser/
 */
import type { ElmContent } from '../../documents/elm/elm-content.js';
import { europeanDigitalCredential } from '../../documents/elm/european-digital-credential.js';
import { badgePicture } from './badge-picture.js';
import type { PublishedAward } from './is-published.js';
import { issuedContent } from './issued-content.js';
import type { Pictures } from './pictures.js';
import type { PublishedContentDeps } from './published-content.js';

export type ElmDocumentDeps = PublishedContentDeps & { pictures: Pick<Pictures, 'badge'> };

/** JSON text. Undefined for a revoked award: the file could not tell, and nobody would ask. @throws Problem document-invalid */
export async function elmDocument(deps: ElmDocumentDeps, award: PublishedAward): Promise<string | undefined> {
  if (award.state !== 'issued') return undefined;
  const content = await elmContent(deps, award);
  return content && JSON.stringify(europeanDigitalCredential(content));
}

/** What the data are made from. Undefined when the institution or version of the award is not known. */
export async function elmContent(
  deps: ElmDocumentDeps,
  award: PublishedAward,
): Promise<ElmContent | undefined> {
  const { microCredentialId, version, recipient } = award;
  const [credential, picture] = await Promise.all([
    issuedContent(deps, award),
    badgePicture(deps, microCredentialId, version),
  ]);
  return credential && picture && { credential, holder: { name: recipient.name }, picture };
}
