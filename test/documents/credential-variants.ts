/** Contents that take every turn of the builders: the full one, the least one, and what lies between. */
import type { CredentialContent } from '../../src/documents/credential-content.js';
import { aCredential, anAchievement, anInstitution } from './credential-content.builder.js';

const full = aCredential();

/** Title and description in both: there is an edition in each. */
export const inTwoLanguages = anAchievement({
  description: {
    en: 'Takes soil samples that a laboratory accepts.',
    fr: 'Prélève des échantillons qu’un laboratoire accepte.',
  },
});

export const variants = {
  'a full one': full,
  'the least one': aCredential({
    institution: { id: 'inst1', legalName: 'UNamur', country: 'BE', identifiers: [] },
    furtherAwardingBodies: [],
    achievement: {
      microCredentialId: 'mc1',
      version: 1,
      title: { en: 'Soil sampling' },
      description: {},
      primaryLanguage: 'en',
      outcomes: [{ id: 'o1', text: { en: 'Takes samples' }, assessmentId: 'a1' }],
      assessments: [
        { id: 'a1', name: '', type: { code: 'x', name: 'project work' }, criterion: 'It is done.' },
      ],
      workload: { hours: 1 },
      level: { notApplicable: 'No framework covers it.' },
      participation: { code: 'online', name: 'online' },
      qualityAssurance: { kind: 'internal', standard: 'own rules', body: 'UNamur' },
      criteriaNarrative: 'Pass.',
    },
    recipient: { subjectId: full.recipient.subjectId, emailHash: full.recipient.emailHash, emailSalt: 'x' },
    evidence: [],
    grade: undefined,
    validUntil: undefined,
  }),
  'one in French': aCredential({ achievement: anAchievement({ primaryLanguage: 'fr' }) }),
  'one in two languages': aCredential({ achievement: inTwoLanguages }),
  'one of half an ECTS': aCredential({ achievement: anAchievement({ workload: { ects: '0.5' } }) }),
  'one of 2.5 ECTS': aCredential({ achievement: anAchievement({ workload: { ects: '2.5' } }) }),
  'one with a grade in words': aCredential({ grade: { value: 'très bien', description: 'Mention' } }),
  'one with a picture of the institution': aCredential({
    institution: anInstitution({ imageUrl: 'https://www.unamur.example/logo.png' }),
  }),
  'one whose outcomes are graded': aCredential({
    evidence: [
      { name: 'Grade', narrative: 'It proves planning.', kind: 'grade', outcomeId: 'o1' },
      { name: 'Rating', narrative: 'It proves sampling.', kind: 'competency', outcomeId: 'o2' },
      { name: 'Grade of all', narrative: 'The total.', kind: 'grade' },
    ],
    outcomeGrades: [{ outcomeId: 'o1', value: 15.5, maximum: 20 }],
  }),
  'one that supersedes another': aCredential({ awardedOn: new Date('2025-12-01T00:00:00Z') }),
} satisfies Record<string, CredentialContent>;
