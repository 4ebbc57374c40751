/** Safe mode: what no context defines is not signed, so it stops everything. https://www.w3.org/TR/json-ld11-api/ */
import { expect } from 'chai';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { aCredential } from '../credential-content.builder.js';

const credential = (): JsonObject => achievementCredential(aCredential());
const outcome = (document: JsonObject): Promise<unknown> =>
  canonicalize(document).catch((error: Error) => error);

describe('canonicalize', () => {
  it('given a full credential, gives N-Quads in canonical order', async () => {
    const lines = (await canonicalize(credential())).trimEnd().split('\n');
    expect(lines.length).to.be.greaterThan(150);
    expect(lines).to.deep.equal([...lines].sort());
  });

  it('given the same statements in another order, gives the same form', async () => {
    const turned = Object.fromEntries(Object.entries(credential()).reverse());
    expect(await canonicalize(turned)).to.equal(await canonicalize(credential()));
  });

  const undefinedTerms: Record<string, (document: JsonObject) => JsonObject> = {
    'a property of the credential': (document) => ({ ...document, favouriteColour: 'green' }),
    'a property of the subject': (document) => ({
      ...document,
      credentialSubject: { ...(document['credentialSubject'] as JsonObject), shoeSize: '43' },
    }),
    'a type': (document) => ({ ...document, type: ['VerifiableCredential', 'UnheardOfCredential'] }),
    'a relative id': (document) => ({ ...document, id: 'awards/1' }),
    'a relative address of the issuer': (document) => ({
      ...document,
      issuer: { ...(document['issuer'] as JsonObject), id: '#me' },
    }),
  };
  for (const [what, change] of Object.entries(undefinedTerms)) {
    it(`given ${what} that means nothing, refuses`, async () => {
      expect(await outcome(change(credential()))).to.be.instanceOf(Error);
    });
  }

  it('given a context that is not pinned, refuses with its name and fetches nothing', async () => {
    const problem = await thrownProblem(() =>
      canonicalize({ ...credential(), '@context': ['https://example.com/mine.json'] }),
    );
    expect(problem.facts).to.deep.equal({ context: 'https://example.com/mine.json' });
  });

  for (const name of ['__proto__', 'constructor', 'toString']) {
    it(`given ${name} as an address, refuses and leaves all other objects alone`, async () => {
      const form = await canonicalize(credential());
      const status = { ...(credential()['credentialStatus'] as JsonObject), statusListCredential: name };
      for (const odd of [
        { ...credential(), credentialStatus: status },
        { ...credential(), id: name },
      ]) {
        expect(await outcome(odd)).to.be.instanceOf(Error);
      }
      const shared = ({} as Record<string, object>)[name] ?? {};
      expect(Object.keys(shared)).to.deep.equal([]);
      expect(await canonicalize(credential())).to.equal(form);
    });
  }
});
