/** https://www.imsglobal.org/spec/ob/v3p0/#achievement */
import { expect } from 'chai';
import { achievement } from '../../../src/documents/open-badge-3/achievement.js';
import { creditNumber } from '../../../src/documents/open-badge-3/credits.js';
import { aCredential, anAchievement } from '../credential-content.builder.js';
import { inTwoLanguages } from '../credential-variants.js';

const made = (changes: Parameters<typeof anAchievement>[0] = {}) =>
  achievement(aCredential({ achievement: anAchievement(changes) })) as Record<string, unknown>;

describe('achievement', () => {
  it('made of a version, is a MicroCredential at the address of that version', () => {
    expect(made()).to.deep.include({
      id: 'https://acquis.example/achievements/mc1/2',
      type: ['Achievement'],
      achievementType: 'MicroCredential',
      version: '2',
      name: 'Soil sampling',
      fieldOfStudy: 'Crop and livestock production',
    });
  });

  it('made of a version, has criteria with page and narrative, and an image with a caption', () => {
    expect(made()).to.deep.include({
      criteria: {
        id: 'https://acquis.example/achievements/mc1/2',
        narrative: 'Pass **both** assessments.\n\nTen samples are taken in the field.',
      },
      image: {
        id: 'https://acquis.example/achievements/mc1/2/image.png',
        type: 'Image',
        caption: 'Soil sampling',
      },
    });
  });

  it('without a description, has the title for it: it is required', () => {
    expect(made({ description: {} })['description']).to.equal('Soil sampling');
  });

  const languages: [tag: string, told: string | undefined][] = [
    ['en', 'en'],
    ['fr-BE', 'fr-BE'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['de-1996', 'de'],
    ['sl-nedis', 'sl'],
    ['EN', undefined],
  ];
  for (const [tag, told] of languages) {
    it(`in the language ${tag}, tells ${told ?? 'none'} as the schema can`, () => {
      expect(made({ primaryLanguage: tag })['inLanguage']).to.equal(told);
    });
  }
});

describe('the editions of an achievement', () => {
  const address = 'https://acquis.example/achievements/mc1/2';
  const related = (language: string, at: string) => ({ id: at, type: ['Related'], inLanguage: language });

  it('written in two languages, when the first is made, then it leads to the other', () => {
    expect(made(inTwoLanguages)).to.deep.include({
      id: address,
      inLanguage: 'en',
      related: [related('fr', `${address}/fr`)],
    });
  });

  it('written in two languages, when the other is made, then it has texts, address and parts of its own and leads back', () => {
    const french = made({ ...inTwoLanguages, primaryLanguage: 'fr', firstLanguage: 'en' });
    expect(french).to.deep.include({
      id: `${address}/fr`,
      name: 'Échantillonnage des sols',
      description: 'Prélève des échantillons qu’un laboratoire accepte.',
      inLanguage: 'fr',
      related: [related('en', address)],
    });
    expect(french['criteria']).to.include({ id: `${address}/fr` });
    const described = (french['resultDescription'] as { id: string }[]).map(({ id }) => id);
    expect(described).to.deep.equal([`${address}/fr#outcome-o1`, `${address}/fr#outcome-o2`]);
  });

  it('written in three, when one of the further ones is made, then it leads to the first, then to the other', () => {
    const title = { nl: 'Bodem', en: 'Soil', fr: 'Sols' };
    const french = made({ title, description: title, primaryLanguage: 'fr', firstLanguage: 'nl' });
    expect(french['related']).to.deep.equal([related('nl', address), related('en', `${address}/en`)]);
  });

  for (const [what, description] of [
    ['without a description', { en: 'Soil' }],
    ['with an empty description', { en: 'Soil', fr: ' ' }],
  ] as const) {
    it(`a title in a further language ${what}, when it is made, then there is no edition to lead to`, () => {
      expect(made({ description })['related']).to.deep.equal([]);
    });
  }
});

describe('creditNumber', () => {
  const credits: [ects: string | undefined, number: number | undefined][] = [
    ['3', 3],
    ['2.5', 2.5],
    ['7.35', 7.35],
    ['3.0', 3],
    ['0.5', undefined],
    ['0.1', undefined],
    ['0', undefined],
    [undefined, undefined],
    ['3,5', undefined],
    ['-1', undefined],
    ['1e3', undefined],
  ];
  for (const [ects, number] of credits) {
    it(`given ${ects} ECTS, gives ${number ?? 'no number: the text alone tells'}`, () => {
      expect(creditNumber(ects)).to.equal(number);
    });
  }

  it('given half an ECTS, still tells it exactly in an alignment', () => {
    const document = made({ workload: { ects: '0.5' } });
    expect(document['creditsAvailable']).to.equal(undefined);
    expect(document['alignment']).to.deep.include({
      type: ['Alignment'],
      targetType: 'ext:ECTS',
      targetFramework: 'ECTS credits',
      targetName: '0.5 ECTS',
      targetCode: '0.5',
      targetUrl: 'http://data.europa.eu/snb/education-credit/6fcec5c5af',
    });
  });
});
