/** A complete definition, and a micro-credential that has it as its version 1. */
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import type {
  MicroCredential,
  PublishedVersion,
} from '../../../src/domain/micro-credentials/micro-credential.js';

export function aDefinition(overrides: Partial<Definition> = {}): Definition {
  return {
    language: 'en',
    title: { en: 'Data literacy', fr: 'Culture des données' },
    description: { en: 'Reading, judging and presenting data.' },
    furtherAwardingBodies: [],
    outcomes: [
      { id: 'o1', text: { en: 'Judges the quality of a data set' }, assessmentId: 'a1' },
      {
        id: 'o2',
        text: { en: 'Presents data honestly' },
        code: 'LO2',
        alignment: { framework: 'ESCO', name: 'present data', url: 'http://data.europa.eu/esco/skill/1' },
        assessmentId: 'a1',
      },
    ],
    assessments: [
      {
        id: 'a1',
        name: 'Final project',
        type: 'project-work',
        criterion: 'At least 60 % in the rubric of the project.',
        supervision: 'unsupervised-without-identity-verification',
      },
    ],
    workload: { ects: '3', hours: 75 },
    level: { kind: 'eqf', eqf: 6, cycle: 'first' },
    participation: 'blended',
    qualityAssurance: { kind: 'internal-and-external', standard: 'ESG', body: 'AEQES' },
    gradeMayBeCarried: true,
    rule: { kind: 'examiner-confirmation' },
    ...overrides,
  };
}

export function aVersion(definition: Partial<Definition> = {}, number = 1): PublishedVersion {
  return {
    number,
    definition: aDefinition(definition),
    publishedAt: new Date('2026-10-01T08:00:00Z'),
    publishedBy: 'teacher-1',
  };
}

export function aMicroCredential(overrides: Partial<MicroCredential> = {}): MicroCredential {
  return {
    id: 'micro-credential-1',
    institutionId: 'institution-1',
    courseId: 'course-1',
    linkId: 'link-1',
    versions: [aVersion()],
    revision: 2,
    createdAt: new Date('2026-09-15T08:00:00Z'),
    ...overrides,
  };
}
