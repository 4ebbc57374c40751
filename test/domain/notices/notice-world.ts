/** What sending a notice needs, in memory, with a mail server that answers as it is told. */
import type { Mail, MailMessage, MailOutcome } from '../../../src/domain/notices/mail.js';
import { sendNotice } from '../../../src/domain/notices/send-notice.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryNotices, memoryNoticeStops } from '../../support/memory/memory-notices.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';

export const begun = new Date('2026-11-20T08:00:00Z');

export function mailbox(...outcomes: MailOutcome[]): Mail & { messages: MailMessage[] } {
  const messages: MailMessage[] = [];
  return {
    messages,
    send: async (message) => {
      messages.push(message);
      return outcomes.shift() ?? 'sent';
    },
  };
}

export function world(
  overrides: {
    awards?: ReturnType<typeof memoryAwards>;
    mail?: Mail;
    institutions?: ReturnType<typeof memoryInstitutions>;
  } = {},
) {
  const time = { now: begun };
  return {
    time,
    notices: memoryNotices(),
    noticeStops: memoryNoticeStops(),
    mail: mailbox(),
    awards: memoryAwards(),
    microCredentials: memoryMicroCredentials(aMicroCredential({ versions: [aVersion()] })),
    institutions: memoryInstitutions(anInstitution()),
    courses: memoryCourses(aCourse()),
    platforms: memoryPlatforms(aPlatform()),
    clock: () => time.now,
    emailPepper: new Uint8Array(32),
    base: 'https://badges.example.org',
    chance: () => 0,
    ...overrides,
  };
}
export type World = ReturnType<typeof world>;

/** Takes and sends the notice that is due. */
export async function send(deps: World) {
  const [due] = await deps.notices.due(deps.clock(), 10);
  if (!due) return 'none is due';
  const until = new Date(deps.clock().getTime() + 60_000);
  const taken = await deps.notices.take(due.id, deps.clock(), { holder: 'worker-1', until });
  return taken ? sendNotice(deps, taken, 60_000) : 'taken by others';
}

export const messagesOf = ({ mail }: World): MailMessage[] => (mail as ReturnType<typeof mailbox>).messages;
