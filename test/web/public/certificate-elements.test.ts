/** Holds the certificate's column in the table of what is carried to the pages as they are made for a learner. */
import { expect } from 'chai';
import { carriedElements, type CarriedName } from '../../../src/documents/carried/carried-elements.js';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { readPdf } from '../../support/read-pdf.js';
import { everythingTold } from './everything-told.js';
import { institutionId, microCredentialId, startPublicWeb } from './public-web.js';

const noLevel = 'Too small for a level.';

/** What people read of each. */
const words: Record<CarriedName, string> = {
  learner: 'Awarded to Ada Learner',
  learnerName: 'Ada Learner',
  title: 'Data literacy',
  country: 'Belgium',
  region: 'Wallonie',
  awardingBody: 'Université de Test',
  furtherBodies: 'Hochschule',
  date: '20 November 2026',
  outcomes: 'Judges the quality of a data set',
  outcomeFramework: 'ESCO: present data',
  ects: '0.5 ECTS credits',
  hours: '12.5 hours',
  eqf: 'EQF level 6',
  nqf: 'Level 6 of the CFC',
  cycle: 'First cycle',
  noLevel,
  assessmentType: 'Project work',
  criterion: 'At least 60 % in the rubric of the project.',
  participation: 'Blended',
  qualityAssurance: 'AEQES',
  prerequisites: 'Arithmetic.',
  supervision: 'Unsupervised without identity verification',
  grade: '87',
  outcomeGrade: 'Grade: 15 of 20',
  stackability: 'Certificate in data science',
  furtherInformation: 'Every autumn.',
  fieldOfStudy: 'Databases',
  furtherTitle: 'Culture des données',
  furtherDescription: 'Lire, juger et présenter des données.',
  language: 'English',
  expiry: 'Valid until 20 November 2027',
  evidence: 'An examiner of the course confirmed',
  revocation: 'revoked',
};

/** The text of an issued award's pages, its holder's name shown. */
async function pagesOf(definition: Partial<Definition> = {}): Promise<string> {
  const award = anIssuedAward({
    id: 'Aw4rdAw4rdAw4rdAw4rdAw',
    institutionId,
    microCredentialId,
    expiresAt: new Date('2027-11-20T09:00:00Z'),
    grade: { score: 87, maximum: 100 },
    outcomeGrades: [{ outcomeId: 'o1', score: 15, maximum: 20 }],
    public: true,
  });
  const web = await startPublicWeb({
    offer: { id: award.id },
    definition: {
      ...everythingTold,
      description: { ...everythingTold.description, fr: words.furtherDescription },
      ...definition,
    },
    institution: { region: 'Wallonie' },
    services: { awards: memoryAwards(award) },
  });
  const answer = await web.get(`${web.path}/certificate.en.pdf`);
  const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  await web.close();
  return pages.join(' ').replace(/\s+/g, ' ');
}

describe('the pages of a certificate in the table of what is carried', function () {
  this.timeout(60_000);
  let pages: string;
  let withoutLevel: string;
  before(async () => {
    pages = await pagesOf();
    withoutLevel = await pagesOf({ level: { kind: 'not-applicable', reason: noLevel } });
  });

  for (const name of Object.keys(words) as CarriedName[]) {
    const carried = carriedElements[name].in.certificate;
    it(`${name}, when the certificate is made, then its pages carry it as ${carried}`, () => {
      const text = name === 'noLevel' ? withoutLevel : pages;
      if (carried === 'text') expect(text).to.contain(words[name]);
      else expect(carried === 'none' && text.includes(words[name])).to.equal(false);
      expect(carried, 'nothing on a page is data').not.to.equal('data');
    });
  }
});
