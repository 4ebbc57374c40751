/** A teacher has confirmed that the learner passed the exam. */
import type { ConfirmationStore } from '../../../src/domain/evidence/confirmation-store.js';

type Decision = Parameters<ConfirmationStore['decide']>[0];

export function aConfirmation(overrides: Partial<Decision> = {}): Decision {
  return {
    microCredentialId: 'micro-credential-1',
    version: 1,
    platformId: 'platform-1',
    subject: 'learner-1',
    confirmed: true,
    examiner: { subject: 'teacher-1', name: 'Tess Teacher' },
    reason: 'Oral exam',
    at: new Date('2026-11-20T08:00:00Z'),
    ...overrides,
  };
}
