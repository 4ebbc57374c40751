/** Endorsements at the points of their life. */
import type { Endorsement, Said } from '../../../src/domain/endorsements/endorsement.js';
import { hashSecret } from '../../../src/shared/hash-secret.js';

/** The secret in the link of each. */
export const linkSecret = 'L1nkL1nkL1nkL1nkL1nkLi';

export function anInvitedEndorsement(overrides: Partial<Endorsement> = {}): Endorsement {
  return {
    id: 'End0rsement00000000001',
    institutionId: 'institution-1',
    microCredentialId: 'micro-credential-1',
    version: 1,
    courseId: 'course-1',
    invitedBy: 'teacher-1',
    invited: 'Acme',
    invitedAt: new Date('2026-11-20T08:00:00Z'),
    expiresAt: new Date('2026-12-20T08:00:00Z'),
    linkHash: hashSecret(linkSecret),
    state: 'invited',
    ...overrides,
  };
}

export function aStatement(overrides: Partial<Said> = {}): Said {
  return {
    organisation: { name: 'Acme SA', url: 'https://acme.example/', country: 'BE' },
    speaker: { name: 'Jane Doe', role: 'Head of training', email: 'jane@acme.example' },
    statement: { en: 'We hire people who hold it.' },
    at: new Date('2026-11-21T08:00:00Z'),
    ...overrides,
  };
}

/** Said, confirmed by e-mail, to be accepted. */
export function aGivenEndorsement(overrides: Partial<Endorsement> = {}): Endorsement {
  return anInvitedEndorsement({
    state: 'given',
    openedAt: new Date('2026-11-21T07:00:00Z'),
    said: aStatement(),
    confirmed: { by: 'email', domain: 'acme.example' },
    ...overrides,
  });
}

/** Its document is no credential: for lists and pages alone. */
export function anAcceptedEndorsement(overrides: Partial<Endorsement> = {}): Endorsement {
  return aGivenEndorsement({
    state: 'accepted',
    acceptedAt: new Date('2026-11-22T08:00:00Z'),
    document: '{"type":["VerifiableCredential","EndorsementCredential"]}',
    isCarried: true,
    ...overrides,
  });
}
