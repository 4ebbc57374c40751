import { expect } from 'chai';
import { countryConcept } from '../../../src/documents/elm/country.js';
import { europeanDigitalCredential } from '../../../src/documents/elm/european-digital-credential.js';
import { languageConcept } from '../../../src/documents/elm/language.js';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  stringOf,
} from '../../../src/documents/json/json-value.js';
import { countryCodes } from '../../../src/domain/institutions/countries.js';
import { contentLanguages } from '../../../src/web/pages/credential/groups/about.js';
import { anAchievement, anInstitution } from '../credential-content.builder.js';
import { variants } from '../credential-variants.js';
import { anElmContent } from './elm-content.builder.js';
import { listedEntries } from './elm-shapes.js';

/** Every node of a type, wherever it stands. */
function nodes(value: JsonValue, type: string): JsonObject[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((one) => nodes(one, type));
  return isJsonObject(value) && value['type'] === type ? [value, ...inner] : inner;
}

const made = (changes: Parameters<typeof anElmContent>[0] = {}): JsonObject =>
  europeanDigitalCredential(anElmContent(changes));

describe('europeanDigitalCredential', () => {
  it('given an award, when it is made, then it names the learner and tells no e-mail address', () => {
    const credential = made();
    expect((credential['credentialSubject'] as JsonObject)['fullName']).to.deep.equal({
      en: ['Ada Lovelace'],
    });
    const text = JSON.stringify(credential);
    expect(text).not.to.contain('ada@example.com');
    expect(text.match(/mailto:[^"]*/g)?.every((one) => one === 'mailto:badges@unamur.example')).to.equal(
      true,
    );
  });

  it('given an award, when it is made, then nothing in it is a proof or a status', () => {
    expect(made()).not.to.have.any.keys('proof', 'credentialStatus');
  });

  it('given a carried grade, when it is made, then an overall assessment has it and its parts were passed', () => {
    const [overall, ...parts] = nodes(made(), 'LearningAssessment');
    expect((overall?.['grade'] as JsonObject)['noteLiteral']).to.deep.equal({ en: ['17/20'] });
    expect(parts.map((part) => (part['grade'] as JsonObject)['noteLiteral'])).to.deep.equal([
      { en: ['Passed'] },
      { en: ['Passed'] },
    ]);
  });

  it('given outcomes that are proven by themselves, when it is made, then each is an achievement with its own assessment', () => {
    const graded = variants['one whose outcomes are graded'];
    const parts = nodes(europeanDigitalCredential(anElmContent(graded)), 'LearningAchievement').filter(
      (one) => !('hasPart' in one),
    );
    expect(parts.map((part) => (part['title'] as JsonObject)['en'])).to.deep.equal([
      ['Plans a sampling campaign'],
      ['Takes and labels samples 🌱'],
    ]);
    const grades = parts.map((part) => {
      const [proof] = part['provenBy'] as JsonObject[];
      return (proof?.['grade'] as JsonObject)['noteLiteral'];
    });
    expect(grades).to.deep.equal([{ en: ['15.5/20'] }, { en: ['Passed'] }]);
    const [outcome] = (parts[0]?.['specifiedBy'] as JsonObject)['learningOutcome'] as JsonObject[];
    expect(outcome?.['id']).to.equal('https://acquis.example/achievements/mc1/2#outcome-o1');
  });

  it('given no carried grade, when it is made, then each assessment was passed and no number is told', () => {
    const assessments = nodes(made({ grade: undefined }), 'LearningAssessment');
    expect(assessments.map((one) => (one['title'] as JsonObject)['en'])).to.deep.equal([
      ['Campaign plan'],
      ['Field test'],
    ]);
    expect(JSON.stringify(assessments)).not.to.contain('17/20');
  });

  it('given an award in French, when it is made, then its words are French and say so', () => {
    const credential = made({ grade: undefined, achievement: anAchievement({ primaryLanguage: 'fr' }) });
    const [assessment] = nodes(credential, 'LearningAssessment');
    expect((assessment?.['grade'] as JsonObject)['noteLiteral']).to.deep.equal({ fr: ['Réussie'] });
  });

  it('given an award in German, when it is made, then words that we have in English alone are marked English', () => {
    const credential = made({ grade: undefined, achievement: anAchievement({ primaryLanguage: 'de' }) });
    const [assessment] = nodes(credential, 'LearningAssessment');
    expect((assessment?.['grade'] as JsonObject)['noteLiteral']).to.deep.equal({ en: ['Passed'] });
    expect(assessment?.['title']).to.deep.equal({ de: ['Campaign plan'] });
  });

  const numbers: [string, Parameters<typeof anInstitution>[0], string, string?][] = [
    ['a VAT number', {}, 'VATBE-0409892023'],
    [
      'a Greek VAT number',
      { country: 'GR', identifiers: [{ scheme: 'vat', value: 'EL 094 259 216' }] },
      'VATEL-094259216',
    ],
    [
      'a number in its register',
      { identifiers: [{ scheme: 'national', value: '0409.892.023' }] },
      'NTRBE-0409.892.023',
    ],
    ['no number', { identifiers: [] }, 'did:web:acquis.example:institutions:inst1', 'no legal identifier'],
  ];
  for (const [what, institution, notation, scheme = 'ETSI'] of numbers) {
    it(`given an institution with ${what}, when it is made, then the issuer has ${notation}`, () => {
      const issuer = made({ institution: anInstitution(institution) })['issuer'] as JsonObject;
      const identifier = issuer['eIDASIdentifier'] as JsonObject;
      expect(identifier['notation']).to.equal(notation);
      expect(identifier['schemeName']).to.contain(scheme);
    });
  }

  it('given a field of study that the list has not, when it is made, then it stands in a note', () => {
    const credential = made({ achievement: anAchievement({ fieldOfStudy: { code: '0877', name: 'Moss' } }) });
    const [qualification] = nodes(credential, 'Qualification');
    expect(qualification).not.to.have.property('thematicArea');
    expect(JSON.stringify(qualification?.['additionalNote'])).to.contain('0877 Moss');
  });

  for (const [what, content] of Object.entries(variants)) {
    it(`given ${what}, when it is made, then one id is one node`, () => {
      const seen = new Map<string, string>();
      for (const type of ['Concept', 'Note', 'WebResource', 'Organisation', 'Location', 'LegalIdentifier']) {
        for (const node of nodes(europeanDigitalCredential(anElmContent(content)), type)) {
          const id = stringOf(node['id']) ?? '';
          const text = JSON.stringify(node);
          expect(seen.get(id) ?? text, id).to.equal(text);
          seen.set(id, text);
        }
      }
      expect(seen.size).to.be.greaterThan(10);
    });
  }
});

const idOf = ({ id }: { readonly id?: unknown }): string => (typeof id === 'string' ? id : '');

describe('the entries of the lists of the Union', () => {
  it('countries, when each that a form offers is written, then the list has it', async function () {
    const listed = await listedEntries('country.json');
    if (!listed) return this.skip();
    for (const code of countryCodes) expect(listed.has(idOf(countryConcept(code))), code).to.equal(true);
    expect(countryConcept('FR')['id']).to.match(/FRA$/);
    expect(countryConcept('XK')['id']).to.match(/1A0$/);
  });

  it('languages, when each that a form offers is written, then the list has it', async function () {
    const listed = await listedEntries('language.json');
    if (!listed) return this.skip();
    for (const tag of contentLanguages) {
      const id = idOf(languageConcept(tag));
      expect(listed.has(id) && !id.endsWith('/UND'), tag).to.equal(true);
    }
  });
});
