/**
 * Takes the badge out of a PDF such as our certificate: the one attached file that is a credential. Reads nothing else of the PDF,
 * neither its pages nor its scripts, and gives up what costs more than a certificate does.
 */
import { decodeUtf8 } from '../json/decode-utf8.js';
import { attachedFiles } from './attached-files.js';
import { openPdf, type OpenPdf } from './open-pdf.js';
import { PdfTrouble } from './pdf-value.js';

export type UnbakedPdf =
  | { found: 'badge'; badge: string }
  /** encrypted: under a password, even an empty one. too-complex: it costs more than we spend. */
  | { found: 'nothing' | 'several' | 'broken' | 'encrypted' | 'too-complex' };

/** @param isBadge tells a credential from the other files that may be attached */
export function unbakePdf(pdf: Uint8Array, isBadge: (text: string) => boolean): UnbakedPdf {
  try {
    const badges = badgesIn(openPdf(pdf), isBadge);
    const [badge] = badges;
    if (badge === undefined) return { found: 'nothing' };
    return badges.length > 1 ? { found: 'several' } : { found: 'badge', badge };
  } catch (error) {
    if (error instanceof PdfTrouble) return { found: error.kind };
    throw error;
  }
}

/** Each once. @throws PdfTrouble for a file that cannot be unpacked only where no other is a badge */
function badgesIn(pdf: OpenPdf, isBadge: (text: string) => boolean): string[] {
  const badges = new Set<string>();
  let unread: PdfTrouble | undefined;
  for (const object of attachedFiles(pdf)) {
    try {
      const bytes = pdf.bytes(object);
      const text = bytes && decodeUtf8(bytes)?.trim();
      if (text !== undefined && isBadge(text)) badges.add(text);
    } catch (error) {
      if (!(error instanceof PdfTrouble) || error.kind === 'too-complex') throw error;
      unread = error;
    }
  }
  if (badges.size === 0 && unread) throw unread;
  return [...badges];
}
