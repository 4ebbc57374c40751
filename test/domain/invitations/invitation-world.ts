/** One published micro-credential, its institution, and a mail server that keeps what it is given. */
import type { Endorsement } from '../../../src/domain/endorsements/endorsement.js';
import type { SpeakerForm } from '../../../src/domain/invitations/said-input.js';
import type { MailMessage, MailOutcome } from '../../../src/domain/notices/mail.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { countedIds } from '../../support/counted-ids.js';
import { documentChecksHere } from '../../support/document-checks-here.js';
import { memorySealedFiles } from '../../support/memory/memory-seals.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryNoticeStops } from '../../support/memory/memory-notices.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';

export const now = new Date('2026-11-24T10:00:00.700Z');
export const keys = memoryKeys();
export const ofVersion = {
  institutionId: 'institution-1',
  microCredentialId: 'micro-credential-1',
  version: 1,
};
export const scope = { institutionId: 'institution-1', microCredentialId: 'micro-credential-1' };

export const form: SpeakerForm = {
  organisation: 'Acme SA',
  url: 'https://acme.example/',
  country: 'BE',
  name: 'Jane Doe',
  role: 'Head of training',
  email: 'Jane@Acme.example',
  maySpeak: true,
};
export const texts = { en: 'We hire people who hold it.', fr: '' };

export interface Given {
  endorsements?: Endorsement[];
  /** What the mail server makes of each message; without it there is no mail server. */
  mail?: MailOutcome;
}

export function invitationWorld({ endorsements = [], mail }: Given = {}) {
  const messages: MailMessage[] = [];
  const time = { now };
  const deps = {
    endorsements: memoryEndorsements(...endorsements),
    institutions: memoryInstitutions(anInstitution()),
    microCredentials: memoryMicroCredentials(aMicroCredential()),
    courses: memoryCourses(aCourse()),
    platforms: memoryPlatforms(aPlatform()),
    noticeStops: memoryNoticeStops(),
    emailPepper: new Uint8Array(32),
    keys,
    documentChecks: documentChecksHere,
    sealedFiles: memorySealedFiles(),
    newId: countedIds(),
    clock: () => time.now,
    base: 'https://acquis.example.org',
    mail: mail && {
      send: async (message: MailMessage) => {
        messages.push(message);
        return mail;
      },
    },
  };
  return { deps, messages, time };
}

/** The last part of the one address in a message. */
export const codeIn = ({ text }: MailMessage): string => /\/([\w-]{22})$/m.exec(text)?.[1] ?? '';
