/** Builds what an ELM file is made from: the full credential of Ada Lovelace. */
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import type { ElmContent } from '../../../src/documents/elm/elm-content.js';
import { aPng } from '../baked-image/png.builder.js';
import { aCredential } from '../credential-content.builder.js';

export function anElmContent(changes: Partial<CredentialContent> = {}): ElmContent {
  return { credential: aCredential(changes), holder: { name: 'Ada Lovelace' }, picture: aPng() };
}
