/** The envelope and the subject. https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential */
import { expect } from 'chai';
import { addresses } from '../../../src/documents/addresses.js';
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import type { JsonObject, JsonValue } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { aCredential, anAchievement, testBase } from '../credential-content.builder.js';
import { variants } from '../credential-variants.js';

const made = (changes: Partial<CredentialContent> = {}): JsonObject =>
  achievementCredential(aCredential(changes));
const subjectOf = (credential: JsonObject): JsonObject => credential['credentialSubject'] as JsonObject;

/** Every value with the path to it. */
function* walk(value: JsonValue, path = ''): Generator<[string, JsonValue]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* walk(inner, `${path}/${name}`);
}

const sets = ['@context', 'evidence', 'credentialSchema', 'result', 'alignment', 'otherIdentifier'];
/** The schema wants text for the type of identities, identifiers, images, the schema and the status. */
const textTypes =
  /(identifier\/\d+|otherIdentifier\/\d+|image|credentialSchema\/\d+|credentialStatus)\/type$/;

describe('achievementCredential', () => {
  for (const [name, content] of Object.entries(variants)) {
    it(`given ${name}, has no null, no empty array and no unsafe number in it`, () => {
      for (const [path, value] of walk(achievementCredential(content))) {
        expect(value, path).to.not.equal(null);
        if (Array.isArray(value)) expect(value, path).to.not.deep.equal([]);
        if (typeof value === 'number') expect(value, path).to.satisfy((n: number) => n === 0 || n >= 1);
      }
    });

    it(`given ${name}, writes every set as an array`, () => {
      const credential = achievementCredential(content);
      for (const [path, value] of walk(credential)) {
        const name = path.split('/').at(-1) ?? '';
        const isSet = sets.includes(name) || path === '/credentialSubject/identifier';
        if (isSet || (name === 'resultDescription' && /achievement\/[^/]*$/.test(path))) {
          expect(value, path).to.be.an('array');
        }
        if (name === 'type') expect(value, path).to.be.an(textTypes.test(path) ? 'string' : 'array');
      }
    });

    it(`given ${name}, refers with every result to a description inside its achievement`, () => {
      const subject = subjectOf(achievementCredential(content));
      const described = (subject['achievement'] as JsonObject)['resultDescription'] as JsonObject[];
      const ids = described.map((one) => one['id']);
      const results = subject['result'] as JsonObject[];
      expect(new Set(ids).size).to.equal(ids.length);
      expect(results.map((one) => one['resultDescription'])).to.have.members(ids);
    });
  }

  it('given a full credential, names the three published contexts in their order and no other', () => {
    expect(made()['@context']).to.deep.equal([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ]);
  });

  it('given a full credential, has id, types and names', () => {
    expect(made()).to.deep.include({
      id: 'https://acquis.example/awards/Aw4rdAw4rdAw4rdAw4rdAw',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Soil sampling',
      description: 'Takes soil samples that a laboratory accepts.',
    });
  });

  it('given the official schema needs its context, names both', () => {
    expect(made()['credentialSchema']).to.deep.equal([
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ]);
  });

  it('given a place in a status list, has one status object whose id is not the list', () => {
    const status = made()['credentialStatus'] as JsonObject;
    expect(status).to.deep.equal({
      id: 'https://acquis.example/status/list1#4242',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '4242',
      statusListCredential: 'https://acquis.example/status/list1',
    });
  });

  it('given moments with fractions, writes whole seconds in UTC, rounded down', () => {
    const credential = made({
      validFrom: new Date('2026-03-04T10:11:12.999Z'),
      validUntil: new Date('2091-03-04T12:11:12.5+02:00'),
    });
    expect(credential).to.include({
      validFrom: '2026-03-04T10:11:12Z',
      validUntil: '2091-03-04T10:11:12Z',
      awardedDate: '2026-03-04T10:11:12Z',
    });
  });

  it('given an earlier award that it supersedes, keeps the first date as awardedDate', () => {
    const credential = made({ awardedOn: new Date('2025-12-01T00:00:00Z') });
    expect(credential).to.include({
      awardedDate: '2025-12-01T00:00:00Z',
      validFrom: '2026-03-04T10:11:12Z',
    });
  });

  it('given no end, has no validUntil', () => {
    expect(made({ validUntil: undefined })).to.not.have.property('validUntil');
  });

  it('given a recipient, has one subject that is an object with id and hashed identities alone', () => {
    const content = aCredential();
    const subject = subjectOf(made());
    expect(subject['id']).to.equal(content.recipient.subjectId);
    expect(subject['identifier']).to.deep.equal([
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: content.recipient.emailHash,
        identityType: 'emailAddress',
        salt: content.recipient.emailSalt,
      },
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: content.recipient.nameHash,
        identityType: 'name',
        salt: content.recipient.nameSalt,
      },
    ]);
    expect(JSON.stringify(made())).to.not.match(/ada@example|Lovelace/i);
  });

  it('given a grade with a maximum, has it as text in a RawScore described', () => {
    const subject = subjectOf(made());
    const id = 'https://acquis.example/achievements/mc1/2#grade';
    expect(subject['result']).to.deep.include({ type: ['Result'], resultDescription: id, value: '17' });
    expect((subject['achievement'] as JsonObject)['resultDescription']).to.deep.include({
      id,
      type: ['ResultDescription'],
      name: 'Grade',
      resultType: 'RawScore',
      valueMin: '0',
      valueMax: '20',
    });
  });

  it('given the grade of an outcome, has it in the result of that outcome and its scale in the description', () => {
    const subject = subjectOf(achievementCredential(variants['one whose outcomes are graded']));
    const id = (outcome: string) => `https://acquis.example/achievements/mc1/2#outcome-${outcome}`;
    const [first, second] = subject['result'] as JsonObject[];
    expect(first).to.deep.equal({
      type: ['Result'],
      resultDescription: id('o1'),
      status: 'Completed',
      value: '15.5',
    });
    expect(second).to.deep.equal({ type: ['Result'], resultDescription: id('o2'), status: 'Completed' });
    const described = (subject['achievement'] as JsonObject)['resultDescription'] as JsonObject[];
    expect(described.find((one) => one['id'] === id('o1'))).to.include({ valueMin: '0', valueMax: '20' });
    expect(described.find((one) => one['id'] === id('o2'))).not.to.have.any.keys('valueMin', 'valueMax');
  });

  it('given no grade, says nothing of one', () => {
    expect(JSON.stringify(made({ grade: undefined }))).to.not.contain('#grade');
  });

  it('given evidence, numbers it under the page of the award', () => {
    const evidence = made()['evidence'] as JsonObject[];
    expect(evidence.map((one) => one['id'])).to.deep.equal([
      `${addresses(testBase).award('Aw4rdAw4rdAw4rdAw4rdAw')}#evidence-1`,
      `${addresses(testBase).award('Aw4rdAw4rdAw4rdAw4rdAw')}#evidence-2`,
    ]);
  });

  it('given control characters in a text, signs none of them', () => {
    const credential = made({ achievement: anAchievement({ criteriaNarrative: 'a\u0000b\u001bc\td\r\ne' }) });
    const { criteria } = subjectOf(credential)['achievement'] as { criteria: JsonObject };
    expect(criteria['narrative']).to.equal('abc d\ne');
  });

  it('given a lone surrogate in a text, refuses', async () => {
    const achievement = anAchievement({ title: { en: 'Soil \ud83c' } });
    expect((await thrownProblem(() => made({ achievement }))).code).to.equal('document-invalid');
  });

  it('given the same content twice, makes the same bytes', () => {
    expect(JSON.stringify(made())).to.equal(JSON.stringify(made()));
  });
});
