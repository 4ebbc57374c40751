/** An offered award of the learner, and the same once issued. */
import type { Award } from '../../../src/domain/awards/award.js';

export function anAward(overrides: Partial<Award> = {}): Award {
  const offeredAt = new Date('2026-11-20T08:00:00Z');
  return {
    id: 'award-0000000000000001',
    institutionId: 'institution-1',
    microCredentialId: 'micro-credential-1',
    version: 1,
    courseId: 'course-1',
    platformId: 'platform-1',
    subject: 'learner-1',
    lmsName: 'Ada Learner',
    state: 'offered',
    offeredAt,
    basis: {
      kind: 'condition',
      verdict: 'met',
      result: {
        condition: { kind: 'examiner-confirmation' },
        verdict: 'met',
        reason: 'examiner-confirmed',
        details: { examiner: 'Tess Teacher' },
      },
    },
    public: false,
    stateChangedAt: offeredAt,
    history: [{ what: 'offered', at: offeredAt, by: 'learner-1' }],
    ...overrides,
  };
}

export function anIssuedAward(overrides: Partial<Award> = {}): Award {
  const issuedAt = new Date('2026-11-20T09:00:00Z');
  return anAward({
    state: 'issued',
    issuedAt,
    recipient: {
      name: 'Ada Learner',
      email: 'ada@example.org',
      nameFrom: 'lms',
      emailFrom: 'lms',
      emailKey: 'a'.repeat(64),
      nameSalt: '01',
      emailSalt: '02',
      subjectId: 'urn:uuid:5b1d2c1e-6c2f-4f1c-8a56-6f6f8f3f0b11',
    },
    consentAt: issuedAt,
    statusPlace: { listId: 'list-1', index: 42 },
    documents: {
      openBadge3: '{"id":"3"}',
      openBadge3Jwt: 'a.b.c',
      openBadge2: '{"id":"2"}',
      openBadge2Signed: 'd.e.f',
    },
    stateChangedAt: issuedAt,
    ...overrides,
  });
}
