/** The badge of a published version, PNG, with nothing baked into it: no learner is in it. */
import { textIn } from '../../shared/language-map.js';
import type { Pictures } from './pictures.js';
import { publishedContent, type PublishedContentDeps } from './published-content.js';

/** Undefined for what is not published. */
export async function badgePicture(
  deps: PublishedContentDeps & { pictures: Pictures },
  microCredentialId: string,
  version: number,
): Promise<Uint8Array | undefined> {
  const content = await publishedContent(deps, microCredentialId, version);
  if (!content) return undefined;
  const { title, primaryLanguage } = content.achievement;
  return deps.pictures.badge({
    title: textIn(title, primaryLanguage),
    issuer: content.institution.legalName,
    seed: microCredentialId,
  });
}
