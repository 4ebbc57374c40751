/** Whatever is said otherwise after signing breaks the signature: any text, number or list of a credential. */
import { expect } from 'chai';
import type { JsonObject, JsonValue } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';
import { aCredential } from '../credential-content.builder.js';
import { referenceFault } from '../reference-verifier.js';
import { seededRandom } from '../seeded-random.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

type Parent = Record<string, JsonValue>;

/** Every place with a value that is no object, as parent and name. Contexts are judged elsewhere (checkContexts). */
function* places(value: JsonValue, path = ''): Generator<{ path: string; steps: string[] }> {
  if (typeof value !== 'object' || value === null) {
    yield { path, steps: path.split('/').slice(1) };
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (name !== '@context') yield* places(inner, `${path}/${name}`);
  }
}

/** A copy in which the value at a place is another. */
function changed(
  credential: JsonObject,
  steps: string[],
  change: (parent: Parent, name: string) => void,
): JsonObject {
  const copy = structuredClone(credential);
  let parent: Parent = copy;
  for (const step of steps.slice(0, -1)) parent = parent[step] as Parent;
  change(parent, steps.at(-1) ?? '');
  return copy;
}

describe('a signed credential', function () {
  this.timeout(60_000);
  let issuer: TestIssuer;
  let signed: JsonObject;
  const fault = (credential: JsonObject): Promise<string | undefined> => {
    const [proof] = credential['proof'] as [JsonObject];
    return verifyDataIntegrity(credential, proof, { multikey: issuer.multikey });
  };

  before(async () => {
    issuer = await aTestIssuer();
    const credential = achievementCredential(aCredential());
    signed = await signDataIntegrity(issuer.dataIntegrity, credential, new Date('2026-03-04T10:11:12Z'));
  });

  /** All would take long; the seed is printed. */
  function somePlaces(what: string, count: number): { path: string; steps: string[] }[] {
    const random = seededRandom(what);
    const all = [...places(signed)];
    expect(all.length).to.be.greaterThan(150);
    return Array.from({ length: count }, () => random.oneOf(all));
  }

  it('with one character changed in any of its values (80 drawn), is not right', async () => {
    for (const { path, steps } of somePlaces('values to change', 80)) {
      const copy = changed(signed, steps, (parent, name) => {
        const value = parent[name];
        if (typeof value === 'number') parent[name] = value + 1;
        else if (typeof value === 'boolean') parent[name] = !value;
        else {
          const text = value as string;
          parent[name] = text.slice(0, -1) + (text.endsWith('x') ? 'y' : 'x');
        }
      });
      expect(await fault(copy), path).to.not.equal(undefined);
    }
  });

  it('with any of its values taken out (40 drawn), is not right', async () => {
    for (const { path, steps } of somePlaces('values to take out', 40)) {
      const copy = changed(signed, steps, (parent, name) => {
        if (Array.isArray(parent)) parent.splice(Number(name), 1);
        else delete parent[name];
      });
      expect(await fault(copy), path).to.not.equal(undefined);
    }
  });

  it('with a property that no context defines added, is refused by our reading and not by its signature', async () => {
    const copy = { ...signed, favouriteColour: 'green' };
    expect(await fault(copy)).to.equal('terms-undefined');
  });

  it('with one text changed, is not right for @digitalbazaar/vc either', async () => {
    const copy = { ...signed, name: 'Brain surgery' };
    expect(await referenceFault(copy, issuer)).to.be.a('string');
  });

  it('with the same statements in another order, is right', async () => {
    const turned = Object.fromEntries(Object.entries(signed).reverse());
    expect(await fault(turned)).to.equal(undefined);
  });

  it('checked with the key of another, is not right', async () => {
    const other = await aTestIssuer();
    const [proof] = signed['proof'] as [JsonObject];
    expect(await verifyDataIntegrity(signed, proof, { multikey: other.multikey })).to.equal(
      'signature-wrong',
    );
  });
});
