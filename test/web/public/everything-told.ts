import type { Definition } from '../../../src/domain/micro-credentials/definition.js';

/** Everything that a definition can say. */
export const everythingTold: Partial<Definition> = {
  description: { en: 'Reading, judging and presenting data.' },
  level: { kind: 'eqf', eqf: 6, nqf: 'Level 6 of the CFC', cycle: 'first' },
  workload: { ects: '0.5', hours: 12.5 },
  qualityAssurance: {
    kind: 'external',
    standard: 'other',
    otherStandard: 'ISO 21001',
    body: 'AEQES',
    url: 'https://aeqes.example.org/decision',
    reference: 'DEQARINST0001',
  },
  prerequisites: 'Arithmetic.',
  stackability: { kind: 'stackable', towards: 'Certificate in data science' },
  furtherInformation: { text: 'Every autumn.', url: 'https://univ.example.org/data' },
  fieldOfStudy: { code: '0612', name: 'Databases' },
  furtherAwardingBodies: [{ legalName: 'Hochschule', country: 'DE', url: 'https://hs.example.de' }],
  validMonths: 12,
};
