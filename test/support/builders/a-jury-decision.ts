/** A jury of two has decided that the learner's portfolio proves it. */
import type { JuryDecisionStore } from '../../../src/domain/evidence/jury-decision-store.js';

type Decision = Parameters<JuryDecisionStore['record']>[0];

export function aJuryDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    microCredentialId: 'micro-credential-1',
    version: 1,
    platformId: 'platform-1',
    subject: 'learner-1',
    state: 'proven',
    portfolio: 'Three reports on open data, with their sources.',
    attachments: ['https://portfolio.example.org/ada'],
    examiners: ['Irène Examiner', 'Max Juror'],
    mayBeNamed: false,
    decidedOn: '2026-11-12',
    reasons: 'All criteria are shown.',
    recordedBy: { subject: 'teacher-1', name: 'Tess Teacher' },
    at: new Date('2026-11-20T08:00:00Z'),
    ...overrides,
  };
}
