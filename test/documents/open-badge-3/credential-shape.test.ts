/** What we issue, judged by the official JSON schema; and whether our own rules see what it sees. */
import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import {
  strictCredential,
  tolerantCredential,
} from '../../../src/documents/open-badge-3/credential-shape.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { aCredential } from '../credential-content.builder.js';
import { variants } from '../credential-variants.js';
import { type OfficialFaults, officialSchema } from '../official-schema.js';
import { randomCredential } from '../random-credential.builder.js';
import { seededRandom } from '../seeded-random.js';
import { aTestIssuer } from '../signers.js';
import { achievementOf, type Breakable } from './breakable.js';
import { optionalProperties } from './optional-properties.js';
import { endorsement } from './right-parts.js';
import { schemaBreaches } from './schema-breaches.js';

describe('the official schema of AchievementCredential', function () {
  let faults: OfficialFaults;

  before(async function () {
    const found = await officialSchema();
    if (!found) return this.skip();
    faults = found;
  });

  for (const [name, content] of Object.entries(variants)) {
    it(`given ${name}, has nothing to say`, () => {
      expect(faults(achievementCredential(content))).to.deep.equal([]);
    });
  }

  it('given a signed credential, has nothing to say of its proof', async () => {
    const { dataIntegrity } = await aTestIssuer();
    const signed = await signDataIntegrity(dataIntegrity, achievementCredential(aCredential()), new Date());
    expect(faults(signed)).to.deep.equal([]);
  });

  it('given 300 random credentials, has nothing to say', () => {
    const random = seededRandom('the official schema');
    for (let round = 0; round < 300; round++) {
      const credential = achievementCredential(randomCredential(random));
      expect(faults(credential), JSON.stringify(credential)).to.deep.equal([]);
    }
  });

  for (const [what, { of, name, right }] of Object.entries(optionalProperties)) {
    it(`given ${what}, has nothing to say, as our own rules have not`, () => {
      const credential = structuredClone(achievementCredential(aCredential()));
      of(credential as never)[name] = structuredClone(right);
      expect(faults(credential)).to.deep.equal([]);
      expect(strictCredential.safeParse(credential).error).to.equal(undefined);
      expect(tolerantCredential.safeParse(credential).error).to.equal(undefined);
    });
  }

  for (const [what, breach] of Object.entries(schemaBreaches)) {
    it(`given ${what}, refuses as our own rules do`, () => {
      const credential = structuredClone(achievementCredential(aCredential()));
      breach(credential as never);
      expect(faults(credential)).to.not.deep.equal([]);
      expect(strictCredential.safeParse(credential).success).to.equal(false);
    });
  }
});

/** What the official schema takes of others, though we would not send it. */
const onlyOfOthers: Record<string, (credential: Breakable) => void> = {
  'a context that is no address': (credential) =>
    (credential['@context'] as unknown[]).push({ soil: 'https://x.example/soil' }),
  'an extension with more than letters': (credential) =>
    (achievementOf(credential)['achievementType'] = 'ext:Unité d’enseignement'),
  'an address of the issuer without its scheme': (credential) => (credential.issuer['url'] = 'x.example'),
  'a picture by a relative address': (credential) => (achievementOf(credential).image['id'] = 'a.png'),
  'an endorsement whose issuer is an address': (credential) =>
    (credential['endorsement'] = [{ ...endorsement, issuer: 'https://x.example/issuers/1' }]),
};

describe('tolerantCredential', () => {
  let faults: OfficialFaults;
  before(async function () {
    const found = await officialSchema();
    if (!found) return this.skip();
    faults = found;
  });

  for (const [what, change] of Object.entries(onlyOfOthers)) {
    it(`given ${what}, accepts it as the official schema does`, () => {
      const credential = structuredClone(achievementCredential(aCredential()));
      change(credential as never);
      expect(faults(credential)).to.deep.equal([]);
      expect(tolerantCredential.safeParse(credential).error).to.equal(undefined);
    });
  }
});

describe('strictCredential', () => {
  for (const [name, content] of Object.entries(variants)) {
    it(`given ${name}, accepts it`, () => {
      expect(strictCredential.safeParse(achievementCredential(content)).error).to.equal(undefined);
    });
  }

  for (const [what, breach] of Object.entries(schemaBreaches)) {
    it(`given ${what}, refuses`, () => {
      const credential: JsonObject = structuredClone(achievementCredential(aCredential()));
      breach(credential as never);
      expect(strictCredential.safeParse(credential).success).to.equal(false);
    });
  }
});
