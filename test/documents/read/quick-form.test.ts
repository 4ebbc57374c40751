/** The quick ways of the checks give the answers of the long one, and nobody is led by them to believe more. */
import { expect } from 'chai';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { checkContexts } from '../../../src/documents/read/check-contexts.js';
import { checkSignature } from '../../../src/documents/read/check-signature.js';
import { quickForm } from '../../../src/documents/read/quick-form.js';
import { aCredential } from '../credential-content.builder.js';
import { seededRandom } from '../seeded-random.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';
import { randomClass } from '../proofs/template/random-class.builder.js';

const created = new Date('2026-03-04T10:11:12Z');

describe('quickForm', function () {
  this.timeout(120_000);
  let issuer: TestIssuer;
  before(async () => (issuer = await aTestIssuer()));

  const learner = (number: number): JsonObject => {
    const { recipient } = aCredential();
    return achievementCredential(
      aCredential({
        awardId: `award${number}`,
        recipient: { ...recipient, emailSalt: `salt${number}` },
        grade: { value: number },
      }),
    );
  };
  const sign = (number: number): Promise<JsonObject> =>
    signDataIntegrity(issuer.dataIntegrity, learner(number), created);
  const counted = () => {
    const count = { long: 0 };
    const form = quickForm((document) => {
      count.long += 1;
      return canonicalize(document);
    });
    return { count, form };
  };
  const judge = async (credential: JsonObject, form?: ReturnType<typeof quickForm>) => {
    const reading = { kind: 'open-badge-3', credential, oddNumbers: 0 } as const;
    const contexts = await checkContexts(credential, form);
    const signature = await checkSignature(
      reading,
      { multikey: issuer.multikey },
      form && [form, canonicalize],
    );
    return [contexts, signature];
  };

  it('given a class, takes the long way for the first alone, and all are found right', async () => {
    const { count, form } = counted();
    for (const number of [1, 2, 3, 4]) {
      const [contexts, signature] = await judge(await sign(number), form);
      expect([contexts?.reason, signature?.reason]).to.deep.equal(['contexts-known', 'signature-right']);
      // the credential, and the options of its proof
      expect(count.long).to.equal(2);
    }
  });

  it('given the same again, remembers it; given it with one letter changed, does not', async () => {
    const { form } = counted();
    const document = learner(1);
    const known = await form(document, 'sha256');
    expect(await form(structuredClone(document), 'sha256')).to.equal(known);
    const other = { ...document, name: 'Soil samplinG' };
    expect(await form(other, 'sha256'))
      .to.equal(await canonicalize(other))
      .and.not.to.equal(known);
  });

  it('given the digest of P-384, takes the long way with it', async () => {
    const { form } = counted();
    const document = learner(1);
    await form(document, 'sha256');
    expect(await form(document, 'sha384')).to.equal(await canonicalize(document, 'sha384'));
  });

  const altered: Record<string, (signed: JsonObject) => JsonObject> = {
    'a grade': (signed) => replaced(signed, '"value":"2"', '"value":"20"'),
    'a salt': (signed) => replaced(signed, 'salt2', 'salt3'),
    'an id': (signed) => replaced(signed, 'award2', 'award3'),
    'an address that is none': (signed) => ({ ...signed, id: 'award2' }),
    'the label of a blank node as id': (signed) => ({ ...signed, id: '_:c14n0' }),
    'a title': (signed) => ({ ...signed, name: 'Brain surgery' }),
    'a date': (signed) => ({ ...signed, validFrom: '2025-03-04T10:11:12Z' }),
    'a text that looks like statements': (signed) =>
      replaced(signed, '"value":"2"', '"value":"2\\" .\\n_:c14n0 <urn:a> \\"b"'),
    'a word that nobody defines': (signed) => ({ ...signed, honours: 'summa' }),
    'a number for a text': (signed) => replaced(signed, '"value":"2"', '"value":2'),
    'the time of signing': (signed) => replaced(signed, '"created":"2026', '"created":"2025'),
    'nothing, but another order': (signed) => Object.fromEntries(Object.entries(signed).reverse()),
  };
  for (const [what, change] of Object.entries(altered)) {
    it(`given a classmate with a change of ${what}, answers as the long way does`, async () => {
      const { form } = counted();
      for (const number of [1, 3]) await judge(await sign(number), form);
      const other = change(await sign(2));
      for (let time = 0; time < 2; time += 1)
        expect(await judge(other, form)).to.deep.equal(await judge(other));
    });
  }

  it('given random classes of odd shapes (100 documents), gives the form of the long way, or refuses as it does', async () => {
    const random = seededRandom('odd documents that are read');
    const { form } = counted();
    for (let round = 0; round < 10; round += 1) {
      const odd = randomClass(random);
      for (let number = 0; number < 10; number += 1) {
        const document = odd.learner();
        const long = await canonicalize(document).catch(() => 'refused');
        const quick = await form(document, 'sha256').catch(() => 'refused');
        expect(quick, JSON.stringify(document)).to.equal(long);
      }
    }
  });
});

function replaced(signed: JsonObject, from: string, to: string): JsonObject {
  const text = JSON.stringify(signed);
  expect(text).to.contain(from);
  return JSON.parse(text.replaceAll(from, to)) as JsonObject;
}
