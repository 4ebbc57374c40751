/** Builds the link with the seal of an institution. */
import type { SealLink } from '../../../src/domain/seals/seal-link.js';

export const aSealLink = (fields: Partial<SealLink> = {}): SealLink => ({
  id: 'institution-1',
  address: 'https://seals.example/csc/v2',
  clientId: 'acquis',
  credentialId: 'seal-1',
  owner: { organisation: 'Université de Namur', identifier: 'VATBE-0409737007', country: 'BE' },
  certifiedUntil: new Date('2030-01-01T00:00:00Z'),
  hasTimeStamps: true,
  relation: 'own',
  linkedAt: new Date('2026-11-20T09:00:00Z'),
  ...fields,
});
