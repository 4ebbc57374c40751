/** The badge of a published version, PNG or SVG, with nothing baked into it: no learner is in it. */
import { textIn } from '../../shared/language-map.js';
import type { Pictures } from './pictures.js';
import { publishedContent, type PublishedContentDeps } from './published-content.js';

/** Undefined for what is not published. */
export async function badgePicture(
  deps: PublishedContentDeps & { pictures: Pick<Pictures, 'badge'> },
  microCredentialId: string,
  version: number,
): Promise<Uint8Array | undefined> {
  const shown = await shownOn(deps, microCredentialId, version);
  return shown && deps.pictures.badge(shown);
}

/** As SVG. Undefined for what is not published. */
export async function badgeDrawing(
  deps: PublishedContentDeps & { pictures: Pick<Pictures, 'drawing'> },
  microCredentialId: string,
  version: number,
): Promise<string | undefined> {
  const shown = await shownOn(deps, microCredentialId, version);
  return shown && deps.pictures.drawing(shown);
}

async function shownOn(deps: PublishedContentDeps, microCredentialId: string, version: number) {
  const content = await publishedContent(deps, microCredentialId, version);
  if (!content) return undefined;
  const { title, primaryLanguage } = content.achievement;
  return {
    title: textIn(title, primaryLanguage),
    issuer: content.institution.legalName,
    seed: microCredentialId,
    language: primaryLanguage,
  };
}
