/** A university that may award ECTS. */
import type { InstitutionInput } from '../../../src/domain/institutions/institution-input.js';
import type { Institution } from '../../../src/domain/institutions/institution.js';

export function anInstitution(overrides: Partial<Institution> = {}): Institution {
  return {
    id: 'institution-1',
    legalName: 'Université de Test',
    country: 'BE',
    region: 'Wallonie',
    url: 'https://univ.example.org',
    email: 'registrar@univ.example.org',
    identifiers: [{ scheme: 'vat', value: 'BE0123456789' }],
    qualityAssurance: {
      kind: 'internal-and-external',
      standard: 'ESG',
      body: 'AEQES',
      url: 'https://aeqes.example.org',
      reference: 'DEQARINST0001',
    },
    mayAwardEcts: true,
    createdAt: new Date('2026-09-01T08:00:00Z'),
    changedAt: new Date('2026-09-01T08:00:00Z'),
    ...overrides,
  };
}

export function anInstitutionInput(overrides: Partial<InstitutionInput> = {}): InstitutionInput {
  const { legalName, country, region, url, email, identifiers, qualityAssurance, mayAwardEcts } =
    anInstitution();
  return {
    legalName,
    country,
    region,
    url,
    email,
    identifiers,
    qualityAssurance,
    mayAwardEcts,
    ...overrides,
  };
}
