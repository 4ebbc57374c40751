/** What a certificate says, in a few words of each kind. */
import type { CertificateContent } from '../../../src/documents/certificate/certificate-content.js';

/** PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

export function aCertificate(overrides: Partial<CertificateContent> = {}): CertificateContent {
  const address = 'https://acquis.example/awards/9Jx2vQm4T8bWcYkLpR3nZA';
  return {
    language: 'en',
    documentTitle: 'Data literacy – micro-credential of Université de Test',
    issuer: 'Université de Test',
    kind: 'Micro-credential',
    title: { text: 'Data literacy' },
    holder: {
      label: 'Awarded to',
      name: 'Ada Learner',
      note: 'The name as the learning platform knows it.',
      unprintable: 'The name cannot be shown.',
    },
    facts: [{ label: 'Date of issuing', lines: [[{ text: '20 November 2026' }]] }],
    glance: ['3 ECTS credits', 'EQF level 6'],
    description: { text: 'Reading and presenting data.' },
    outcomes: {
      heading: 'Outcomes',
      groups: [
        {
          outcomes: [{ text: 'Judges a data set', beside: [{ text: 'LO2' }] }],
          proof: [{ text: 'Proved by the project' }, { text: 'Critère : 60 %', lang: 'fr' }],
        },
      ],
    },
    elements: { heading: 'Elements', rows: [{ label: 'Level', lines: [[{ text: 'EQF level 6' }]] }] },
    evidence: { heading: 'Rests on', lines: ['An examiner confirmed it.'] },
    proof: { heading: 'How to check', lines: ['The page tells.'], address, qrAlt: `QR code of ${address}` },
    unprintable: '(cannot be shown)',
    gaps: 'A box stands for a letter.',
    page: (number, count) => `Page ${number} of ${count}`,
    picture: { png, alt: 'Badge' },
    credential: {
      file: 'open-badge-3.json',
      type: 'application/vc+ld+json',
      description: 'The signed credential',
      json: '{"id":"é"}',
    },
    issuedAt: new Date('2026-11-20T09:00:00Z'),
    ...overrides,
  };
}
