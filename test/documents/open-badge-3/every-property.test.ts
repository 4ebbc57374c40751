/**
 * A credential with every property that the official schema knows, changed in one place at a time: what the schema refuses, so
 * do we; what it takes, we take of others, but for the rules that we hold beyond it.
 */
import { expect } from 'chai';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  stringOf,
} from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import {
  strictCredential,
  tolerantCredential,
} from '../../../src/documents/open-badge-3/credential-shape.js';
import { strictEndorsement } from '../../../src/documents/open-badge-3/endorsement-shape.js';
import { aCredential } from '../credential-content.builder.js';
import { type OfficialFaults, officialSchema, readOfficialSchema } from '../official-schema.js';
import type { Breakable } from './breakable.js';
import { optionalProperties } from './optional-properties.js';

type Path = readonly (string | number)[];

function withEveryProperty(): JsonObject {
  const credential = structuredClone(achievementCredential(aCredential()));
  for (const { of, name, right } of Object.values(optionalProperties)) {
    of(credential as unknown as Breakable)[name] = structuredClone(right);
  }
  return credential;
}

const accepts = (shape: typeof strictCredential, credential: JsonObject): boolean =>
  shape.safeParse(credential).success;

/** Where something stands, the whole left out. */
function placesIn(value: JsonValue, path: Path = []): Path[] {
  const own = path.length === 0 ? [] : [path];
  if (Array.isArray(value)) return [...own, ...value.flatMap((inner, at) => placesIn(inner, [...path, at]))];
  if (!isJsonObject(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))];
}

/** A copy with another value in one place, or with nothing there; what does not change is shared. */
function changedAt<Value extends JsonValue>(whole: Value, path: Path, value: JsonValue | undefined): Value {
  const [step, ...rest] = path;
  if (step === undefined) return whole;
  const copy: JsonObject = Array.isArray(whole) ? ([...whole] as never) : { ...(whole as JsonObject) };
  if (rest.length > 0) copy[step] = changedAt(copy[step] as JsonValue, rest, value);
  else if (value !== undefined) copy[step] = value;
  else if (Array.isArray(copy)) copy.splice(Number(step), 1);
  else delete copy[step];
  return copy as Value;
}

const others: (JsonValue | undefined)[] = [undefined, 7, 'odd', ['odd'], { odd: 'odd' }];

/** The properties that the definitions of the schema have, and nothing seen has. */
function lackingIn(schema: JsonObject, seen: Set<string>): string[] {
  const definitions = Object.entries(schema['$defs'] as Record<string, JsonObject>);
  return definitions.flatMap(([definition, { properties }]) =>
    Object.keys((properties as JsonObject | undefined) ?? {})
      .map((name) => `${definition}.${name}`)
      .filter((name) => !seen.has(name)),
  );
}

/** Which properties of which definitions a value has. */
function seenIn(schema: JsonObject, node: JsonValue | undefined, value: JsonValue, seen = new Set<string>()) {
  if (!isJsonObject(node)) return seen;
  const name = stringOf(node['$ref'])?.replace('#/$defs/', '');
  const rule = name === undefined ? node : (schema['$defs'] as Record<string, JsonObject>)[name];
  if (name === 'ProfileRef') return seenIn(schema, { $ref: '#/$defs/Profile' }, value, seen);
  if (Array.isArray(value)) for (const inner of value) seenIn(schema, rule?.['items'], inner, seen);
  if (!isJsonObject(value)) return seen;
  for (const [property, inner] of Object.entries((rule?.['properties'] ?? {}) as JsonObject)) {
    const own = value[property];
    if (own === undefined) continue;
    if (name !== undefined) seen.add(`${name}.${property}`);
    seenIn(schema, inner, own, seen);
  }
  return seen;
}

/** One endorsement stands in three places: what is in it need be changed in one. */
const isSeenElsewhere = /(issuer|achievement)\.endorsement\.0\./;

/** Rules of ours that the official schema has not: identifiers are addresses, no list is empty, and a few words of the specification. */
const beyondSchema: [why: string, where: RegExp, what: (value: JsonValue | undefined) => boolean][] = [
  [
    'what is named is named by an address',
    /^(issuer\.|credentialSubject\.|credentialStatus\.|credentialSubject\.achievement\.|credentialSubject\.achievement\.resultDescription\.\d\.)?id$/,
    (value) => value === 'odd',
  ],
  ['an issuer is an object', /^issuer$/, (value) => value === 'odd'],
  ['criteria say something', /^credentialSubject\.achievement\.criteria$/, (value) => isJsonObject(value)],
  ['no list is empty', /\.0$/, (value) => value === undefined],
];

describe('a credential with every property', function () {
  this.timeout(120_000);
  const whole = withEveryProperty();

  it('when the strict and the tolerant rule judge it, then both accept it', () => {
    expect(strictCredential.safeParse(whole).error).to.equal(undefined);
    expect(tolerantCredential.safeParse(whole).error).to.equal(undefined);
  });

  describe('beside the official schema', () => {
    let schema: JsonObject;
    let faults: OfficialFaults;
    before(async function () {
      const [read, judge] = [await readOfficialSchema(), await officialSchema()];
      if (!read || !judge) return this.skip();
      [schema, faults] = [read, judge];
    });

    it('when the schema judges it, then it has nothing to say', () => {
      expect(faults(whole)).to.deep.equal([]);
    });

    it('when it is held to the schema, then it has every property that is defined there', () => {
      const seen = seenIn(schema, schema, whole);
      expect(lackingIn(schema, seen)).to.deep.equal([]);
      expect(seen.size).to.be.greaterThan(100);
      expect(
        Object.keys(schema['properties'] as JsonObject).filter((name) => !(name in whole)),
      ).to.deep.equal([]);
    });

    it('when one place is changed, then the strict rule refuses what the schema refuses, and the tolerant one takes what it takes', () => {
      const overlooked: string[] = [];
      const refusedBeyond: string[] = [];
      const used = new Set<string>();
      let judged = 0;
      for (const path of placesIn(whole).filter((one) => !isSeenElsewhere.test(one.join('.'))))
        for (const other of others) {
          const changed = changedAt(whole, path, other);
          const place = path.join('.');
          const told = `${place}: ${JSON.stringify(other)}`;
          judged += 1;
          if (faults(changed).length > 0) {
            // one without contexts of its own is read in those around it
            const isBare = place.endsWith('endorsement.0.@context') && other === undefined;
            if (!isBare && accepts(strictCredential, changed)) overlooked.push(told);
            if (path[0] === 'endorsement' && path.length > 2) {
              const [endorsement] = changed['endorsement'] as JsonValue[];
              if (strictEndorsement.safeParse(endorsement).success) overlooked.push(`${told}, by itself`);
            }
          } else if (!accepts(tolerantCredential, changed)) {
            const reason = beyondSchema.find(([, where, what]) => where.test(place) && what(other));
            if (reason) used.add(reason[0]);
            else refusedBeyond.push(told);
          }
        }
      expect(overlooked, 'accepted, though the schema refuses it').to.deep.equal([]);
      expect(refusedBeyond, 'refused, though the schema takes it').to.deep.equal([]);
      expect([...used].sort(), 'reasons that are reasons').to.deep.equal(
        beyondSchema.map(([why]) => why).sort(),
      );
      expect(judged).to.be.greaterThan(1500);
    });
  });
});
