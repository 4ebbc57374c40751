/** What ELM has no term for, as text: a note whose subject is the element, by the page that explains it. Context term `Note`. */
import { addresses } from '../addresses.js';
import type { CredentialContent } from '../credential-content.js';
import type { TermName } from '../european-elements/terms.js';
import { wordsIn } from '../european-elements/words.js';
import type { DraftObject } from '../json/signable.js';
import { concept } from './concept.js';
import { nodeId } from './elm-content.js';
import { ownWords, written } from './texts.js';

/** @param name of the node, unique in the file */
export function note(
  content: CredentialContent,
  name: string,
  text: string,
  element?: TermName,
): DraftObject {
  return {
    id: nodeId(content, `note-${name}`),
    type: 'Note',
    noteLiteral: written(content, text),
    subject: element && elementConcept(content, element),
  };
}

function elementConcept(content: CredentialContent, element: TermName): DraftObject {
  const label = wordsIn(content.achievement.primaryLanguage).labels[element];
  return concept(addresses(content.base).term(element), ownWords(content, label));
}

export function webResource(content: CredentialContent, name: string, url: string): DraftObject {
  return { id: nodeId(content, `web-${name}`), type: 'WebResource', contentURL: url };
}
