/** A shared result of a valid credential of this installation. */
import type { SharedResult } from '../../../src/domain/verification/shared-results/shared-result.js';
import { hashSecret } from '../../../src/shared/hash-secret.js';

export function aSharedResult(overrides: Partial<SharedResult> = {}): SharedResult {
  return {
    id: 'Sh4redSh4redSh4redSh4r',
    outcome: 'valid',
    kind: 'open-badge-3',
    checks: [
      { name: 'readable', result: 'passed', reason: 'open-badge-3' },
      {
        name: 'issuer-identified',
        result: 'passed',
        reason: 'issuer-known-here',
        details: { institution: 'Université de Test' },
      },
    ],
    credential: { title: 'Data literacy', issuerName: 'Université de Test' },
    checkedAt: new Date('2026-11-22T12:00:00Z'),
    sharedAt: new Date('2026-11-22T12:05:00Z'),
    expiresAt: new Date('2026-11-29T12:05:00Z'),
    deletionHash: hashSecret('secret'),
    ...overrides,
  };
}
