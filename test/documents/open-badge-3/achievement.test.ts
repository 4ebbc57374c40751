/** https://www.imsglobal.org/spec/ob/v3p0/#achievement */
import { expect } from 'chai';
import { achievement } from '../../../src/documents/open-badge-3/achievement.js';
import { creditNumber } from '../../../src/documents/open-badge-3/credits.js';
import { aCredential, anAchievement } from '../credential-content.builder.js';

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
