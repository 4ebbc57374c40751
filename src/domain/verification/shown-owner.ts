/** What a certificate says of its owner and its maker, as the details of a check. Shown, never believed: anybody can make one. */
import type { CertifiedOwner } from '../../documents/certificates/certified-owner.js';
import { shownText } from './shown-text.js';

export const shownOwner = ({ organisation, identifier, country }: CertifiedOwner): Record<string, string> =>
  shown({ organisation, organisationIdentifier: identifier, country });

export const shownMaker = ({ certifiedBy }: CertifiedOwner): Record<string, string> => shown({ certifiedBy });

function shown(names: Record<string, string | undefined>): Record<string, string> {
  const texts = Object.entries(names).map(([name, text]) => [name, shownText(text)] as const);
  return Object.fromEntries(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}
