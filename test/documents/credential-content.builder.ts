/** Builds the content of a full micro-credential: every element of Annex I is there. Tests change what they look at. */
import { addresses } from '../../src/documents/addresses.js';
import type {
  AchievementContent,
  CredentialContent,
  IssuingInstitution,
} from '../../src/documents/credential-content.js';
import { identityHash } from '../../src/documents/identity/identity-hash.js';

export const testBase = 'https://acquis.example';

export function anInstitution(changes: Partial<IssuingInstitution> = {}): IssuingInstitution {
  return {
    id: 'inst1',
    legalName: 'Université de Namur',
    country: 'BE',
    region: 'Wallonie',
    url: 'https://www.unamur.example/',
    email: 'badges@unamur.example',
    identifiers: [
      { scheme: 'vat', value: 'BE0409892023' },
      { scheme: 'ror', value: 'https://ror.org/03d1maw17' },
    ],
    ...changes,
  };
}

export function anAchievement(changes: Partial<AchievementContent> = {}): AchievementContent {
  return {
    microCredentialId: 'mc1',
    version: 2,
    title: { en: 'Soil sampling', fr: 'Échantillonnage des sols' },
    description: { en: 'Takes soil samples that a laboratory accepts.' },
    primaryLanguage: 'en',
    outcomes: [
      {
        id: 'o1',
        text: { en: 'Plans a sampling campaign' },
        code: 'LO1',
        alignment: {
          framework: 'ESCO',
          name: 'conduct soil sample tests',
          url: 'http://data.europa.eu/esco/skill/1d0b1b2e-6fd0-4b4e-8a4e-6a3cf2c9b7a1',
        },
        assessmentId: 'a1',
      },
      { id: 'o2', text: { en: 'Takes and labels samples 🌱' }, assessmentId: 'a2' },
    ],
    assessments: [
      {
        id: 'a1',
        name: 'Campaign plan',
        type: {
          code: 'project-work',
          name: 'project work',
          url: 'http://data.europa.eu/snb/assessment/795dac4096',
        },
        criterion: 'The plan names depth, grid and transport.',
      },
      {
        id: 'a2',
        name: 'Field test',
        type: {
          code: 'practical-assessment',
          name: 'practical assessment',
          url: 'http://data.europa.eu/snb/assessment/6a4db9f11d',
        },
        criterion: 'Ten samples without contamination.',
        supervision: {
          code: 'supervised-on-site-with-identity-verification',
          name: 'supervised on site with identity verification',
          url: 'http://data.europa.eu/snb/supervision-verification/70be69aaf9',
        },
      },
    ],
    workload: { ects: '3', hours: 75 },
    level: { eqf: 6, nqf: 'CFC 6', cycle: { code: 'first', name: 'first cycle' } },
    participation: {
      code: 'blended',
      name: 'blended',
      url: 'http://data.europa.eu/snb/learning-assessment/e92d221e4d',
    },
    qualityAssurance: {
      kind: 'external',
      standard: 'ESG',
      body: 'AEQES',
      url: 'https://aeqes.example/',
      reference: 'DEQAR-12345',
    },
    prerequisites: 'Secondary school chemistry.',
    stackability: { kind: 'stackable', towards: 'Certificate in agronomy' },
    furtherInformation: { text: 'Bring boots.', url: 'https://www.unamur.example/soil' },
    fieldOfStudy: { code: '0811', name: 'Crop and livestock production' },
    criteriaNarrative: 'Pass **both** assessments.\n\nTen samples are taken in the field.',
    ...changes,
  };
}

export function aCredential(changes: Partial<CredentialContent> = {}): CredentialContent {
  const emailSalt = 'd2f1c0a9b8e7';
  const nameSalt = '0a1b2c3d4e5f';
  return {
    awardId: 'Aw4rdAw4rdAw4rdAw4rdAw',
    base: testBase,
    institution: anInstitution(),
    furtherAwardingBodies: [
      { legalName: 'Haute École de Namur', country: 'BE', url: 'https://hen.example/' },
    ],
    achievement: anAchievement(),
    recipient: {
      subjectId: 'urn:uuid:0b7de1a0-4a5b-4b8e-8a52-6a3cf2c9b7a1',
      emailHash: identityHash('ada@example.com', emailSalt),
      emailSalt,
      nameHash: identityHash('Ada Lovelace', nameSalt),
      nameSalt,
    },
    evidence: [
      { name: 'Grade 17 of 20', narrative: 'Result in the course, 3 March 2026.', kind: 'grade' },
      { name: 'Confirmed by the examiner', narrative: 'Seen in the field.', kind: 'examiner-confirmation' },
    ],
    grade: { value: 17, maximum: 20 },
    validFrom: new Date('2026-03-04T10:11:12Z'),
    validUntil: new Date('2091-03-04T10:11:12Z'),
    status: { listUrl: addresses(testBase).statusList('list1'), index: 4242 },
    ...changes,
  };
}
