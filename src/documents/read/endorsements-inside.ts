/**
 * Endorsements that a credential carries are credentials of their own: with contexts, and with a subject that may be the credential
 * itself; so are the credentials in a record. What of that cannot change how the credential around them is read.
 * https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential
 */
import { isClr } from '../clr/clr-shape.js';
import { contextDocuments } from '../contexts/context-documents.js';
import { isJsonObject, type JsonObject, type JsonValue, listOf, without } from '../json/json-value.js';

/** A credential without what is harmless in its endorsements, to be checked for what is not. */
export function withoutHarmless(credential: JsonObject): JsonObject {
  const contexts = listOf(credential['@context']);
  return Object.fromEntries(
    Object.entries(credential).map(([name, inner]) => [
      name,
      name === '@context' ? inner : lighter(recordOf(credential, name, inner), name, contexts),
    ]),
  );
}

/** Credentials in a record may have any of the contexts that we know: each is verified by itself, in its own. */
function recordOf(credential: JsonObject, name: string, subject: JsonValue): JsonValue {
  if (name !== 'credentialSubject' || !isClr(credential) || !isJsonObject(subject)) return subject;
  const inside = listOf(subject['verifiableCredential']).map((one) =>
    isJsonObject(one) && listOf(one['@context']).every(isKnown) ? without(one, '@context') : one,
  );
  return inside.length === 0 ? subject : { ...subject, verifiableCredential: inside };
}

const isKnown = (context: JsonValue): boolean => typeof context === 'string' && contextDocuments.has(context);

function lighter(value: JsonValue, name: string, contexts: readonly JsonValue[]): JsonValue {
  if (Array.isArray(value)) return value.map((inner) => lighter(inner, name, contexts));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([member, inner]) => [member, lighter(inner, member, contexts)]);
  const inside = Object.fromEntries(entries) as JsonObject;
  return name === 'endorsement' ? lighterEndorsement(inside, contexts) : inside;
}

function lighterEndorsement(endorsement: JsonObject, contexts: readonly JsonValue[]): JsonObject {
  const subject = endorsement['credentialSubject'];
  return {
    ...(isOfThose(endorsement['@context'], contexts) ? without(endorsement, '@context') : endorsement),
    ...(isPlainSubject(subject) && { credentialSubject: { id: subject['id'] ?? '' } }),
  };
}

/** Those around it, in their order: read once more they mean the same. */
function isOfThose(own: JsonValue | undefined, contexts: readonly JsonValue[]): boolean {
  const places = listOf(own).map((context) => contexts.indexOf(context));
  return places.length > 0 && places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** It says nothing of its subject that belongs to the credential: no date, no status. */
function isPlainSubject(subject: JsonValue | undefined): subject is JsonObject {
  if (!isJsonObject(subject)) return false;
  const said = Object.keys(without(subject, 'id', 'type', 'endorsementComment'));
  const isTyped = listOf(subject['type']).every((type) => type === 'EndorsementSubject');
  return said.length === 0 && isTyped && typeof (subject['endorsementComment'] ?? '') === 'string';
}
