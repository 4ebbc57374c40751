/**
 * May an endorsement that somebody else signed stand inside of our awards? What a stranger signed becomes part of what we sign: it must
 * have our contexts and no member that says anything of our institution, achievement or award but that it endorses it.
 * https://www.w3.org/TR/json-ld11/#node-identifiers (what is said of one identifier anywhere in a document is said of it)
 */
import { isDeepStrictEqual } from 'node:util';
import { countValues } from '../../documents/json/count-values.js';
import {
  credentialsContext,
  extensionsContext,
  openBadgesContext,
} from '../../documents/contexts/context-documents.js';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listOf,
  stringOf,
  without,
} from '../../documents/json/json-value.js';
import { signable } from '../../documents/json/signable.js';
import { Problem } from '../../shared/problem.js';

/** Around it in every award, in this order. */
const contexts = [credentialsContext, openBadgesContext, extensionsContext];

/** Characters of JSON. */
const longest = 20_000;

/** Five of them must not make an award larger than verifiers work through, ours among them; one without evidence has about 50. */
export const mostValuesCarried = 200;

/** @param base public origin of this installation */
export function mayBeCarried(credential: JsonObject, base: string): boolean {
  const { credentialSubject: subject, ...rest } = credential;
  if (!isJsonObject(subject) || JSON.stringify(credential).length > longest) return false;
  return (
    countValues(credential, mostValuesCarried) <= mostValuesCarried &&
    hasOurContexts(credential) &&
    isPlain(without(rest, '@context')) &&
    onlyEndorses(subject) &&
    !namesUs(JSON.stringify(rest), base) &&
    staysAsItIs(credential)
  );
}

function hasOurContexts(credential: JsonObject): boolean {
  const places = listOf(credential['@context']).map((context) => contexts.indexOf(stringOf(context) ?? ''));
  return places.length > 1 && places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** No keyword of JSON-LD anywhere below. */
function isPlain(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => !name.startsWith('@') && isPlain(inner));
}

function onlyEndorses(subject: JsonObject): boolean {
  const said = Object.keys(without(subject, 'id', 'type', 'endorsementComment'));
  return (
    said.length === 0 &&
    listOf(subject['type']).every((type) => type === 'EndorsementSubject') &&
    typeof (subject['endorsementComment'] ?? '') === 'string'
  );
}

function namesUs(json: string, base: string): boolean {
  const { host } = new URL(base);
  const told = json.toLowerCase();
  return told.includes(host) || told.includes(host.replace(':', '%3a'));
}

/** What is made fit to be signed with the award must not change what is signed already. */
function staysAsItIs(credential: JsonObject): boolean {
  try {
    return isDeepStrictEqual(signable(credential), credential);
  } catch (error) {
    if (error instanceof Problem && error.code === 'document-invalid') return false;
    throw error;
  }
}
