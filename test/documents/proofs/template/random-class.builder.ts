/**
 * Builds classes made to mislead a template: the shape of their credentials is random, and so are the texts, out of a few, so
 * that equal ones meet, with marks, labels, keywords and signs that are escaped among them.
 */
import { type JsonObject, type JsonValue, without } from '../../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../../src/documents/open-badge-3/achievement-credential.js';
import { nodeMark, textMark } from '../../../../src/documents/proofs/template/marked-document.js';
import { variants } from '../../credential-variants.js';
import type { SeededRandom } from '../../seeded-random.js';

const texts = [
  ...['', 'a', 'b', 'c', 'Evidence', '@id', '_:c14n0', '_:b0', 'https://x.example/1', 'urn:', 'https://x y'],
  ...['"', '\\', '\\u0041', 'two\nlines', 'bell\u0007', 'del\u007f', '\u2028', 'é', '🌱', '\ud800', '$&'],
  ...['x" .\n_:c14n0 <a> "y', '"^^<http://x>', '{"a":1}', '__proto__', 'z'.repeat(5000)],
  ...[textMark(0), textMark(1), nodeMark(0), `https://${textMark(2)}`],
];
const commonIds = ['https://x.example/1', 'https://x.example/2', 'urn:a', 'did:web:x', 'http://x.example/'];
const rareIds = [
  ...['https://acquis.example/achievements/mc1/1', 'did:web:acquis.example:institutions:inst1'],
  ...[
    'https://x.example/é',
    'https://x.example/{}',
    'https://x.example/a/../b',
    'urn://x',
    'urn:',
    'https://',
  ],
  ...['tag:x,2026:1', 'relative', '@type', '_:b0', '__proto__', 'Evidence', '', textMark(0)],
];
const odd: JsonValue[] = [17, 0.5, true, ['a', 'a'], ['a', 'b'], [], { '@value': 'a' }];
const oddText: JsonValue[] = [
  { '@value': 'a', '@language': 'en' },
  { '@value': 'a', '@language': 'fr' },
];

export interface RandomClass {
  /** The same shape each time, other texts. */
  learner: () => JsonObject;
}

export function randomClass(random: SeededRandom): RandomClass {
  const some = (likely: number): boolean => random.chance(likely);
  let fewTexts = false;
  const text = (): string => {
    if (fewTexts) return random.oneOf(['a', 'b']);
    return some(0.8) ? `text ${random.below(1e6)}` : random.oneOf(texts);
  };
  const id = (): string => {
    if (some(0.9)) return `https://x.example/${random.below(1e6)}`;
    return random.oneOf(some(0.8) ? commonIds : rareIds);
  };
  // what is drawn here is the shape; what a thunk draws differs from learner to learner
  const value = (): (() => JsonValue) => {
    const fixed = some(0.015) ? random.oneOf([...odd, ...oddText]) : undefined;
    return () => structuredClone(fixed) ?? text();
  };
  const object = (parts: Record<string, (() => JsonValue) | false>) => (): JsonObject =>
    Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => (part ? [[name, part()]] : [])));
  const list = (most: number, entry: () => () => JsonValue): (() => JsonValue)[] =>
    Array.from({ length: random.below(most + 1) }, entry);
  const constant = (one: JsonValue) => (): JsonValue => one;

  const evidence = list(3, () =>
    object({
      id: some(0.7) && id,
      type: constant(some(0.8) ? ['Evidence'] : 'Evidence'),
      name: some(0.8) && value(),
      narrative: some(0.7) && value(),
      genre: some(0.3) && constant(random.oneOf(texts)),
    }),
  );
  const identifiers = list(3, () =>
    object({
      type: constant('IdentityObject'),
      hashed: constant(true),
      identityHash: value(),
      identityType: constant(random.oneOf(['emailAddress', 'name'])),
      salt: some(0.8) && value(),
    }),
  );
  const results = list(3, () => object({ type: constant(['Result']), value: some(0.95) && value() }));
  const status = object({
    id,
    type: constant('BitstringStatusListEntry'),
    statusPurpose: constant('revocation'),
    statusListIndex: value(),
    statusListCredential: id,
  });
  const least = achievementCredential(variants['the least one']);
  const subject = withFewParts(least['credentialSubject'] as JsonObject);
  const [withId, withSubjectId, withStatus, until] = [some(0.95), some(0.9), some(0.7), some(0.5)];
  const oddities: JsonObject = {
    ...(some(0.05) && { endorsement: [endorsement(some(0.5))] }),
    ...(some(0.03) && { '@index': 'a' }),
    ...(some(0.03) && { name: { '@value': 'a', '@direction': 'rtl' } }),
    ...(some(0.03) && { favouriteColour: 'green' }),
  };
  const inline = some(0.06) ? [random.oneOf(inlineContexts)] : [];
  return {
    learner: () => {
      // nodes that look alike only for some
      fewTexts = some(0.15);
      return {
        ...least,
        '@context': [...[least['@context'] ?? []].flat(), ...inline],
        ...(withId ? { id: id() } : { id: null }),
        validFrom: text(),
        ...(until && { validUntil: text() }),
        ...oddities,
        credentialSubject: {
          ...subject,
          ...(withSubjectId ? { id: id() } : { id: 'urn:same' }),
          identifier: identifiers.map((make) => make()),
          result: results.map((make) => make()),
        },
        evidence: evidence.map((make) => make()),
        credentialStatus: withStatus ? status() : (least['credentialStatus'] ?? null),
      };
    },
  };
}

/** Expanding takes its time for each object. */
function withFewParts(subject: JsonObject): JsonObject {
  const { achievement, ...rest } = subject;
  return {
    ...rest,
    achievement: without(achievement as JsonObject, 'alignment', 'resultDescription', 'image'),
  };
}

const inlineContexts: JsonObject[] = [
  { urn: 'https://x.example/' },
  { '@vocab': 'https://x.example/' },
  { '@base': 'https://x.example/' },
  { '@language': 'en' },
  { extra: { '@id': 'https://x.example/extra', '@type': '@vocab' } },
];

const endorsement = (named: boolean): JsonObject => ({
  ...(named && { id: 'https://x.example/endorsement' }),
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Endorsement',
  issuer: { id: 'did:web:agency.example', type: ['Profile'], name: 'Agency' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'https://x.example/1', type: ['EndorsementSubject'], endorsementComment: 'Good.' },
});
