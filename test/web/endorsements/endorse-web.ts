/** The web of a course with one invitation of its teacher, and the browser of the person who was invited. */
import type { Endorsement } from '../../../src/domain/endorsements/endorsement.js';
import type { MailMessage, MailOutcome } from '../../../src/domain/notices/mail.js';
import { anInvitedEndorsement, linkSecret } from '../../support/builders/an-endorsement.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { startCourse, type CourseWeb } from '../course/course-web.js';
import type { TestBrowser } from '../support/test-browser.js';

const keys = memoryKeys();

export const path = `/endorse/${linkSecret}`;

/** As typed: the text is in the reader's language. */
export const filled = {
  'text-en': 'We hire people who hold it.',
  organisation: 'Acme SA',
  url: 'https://acme.example/',
  country: 'BE',
  name: 'Jane Doe',
  role: 'Head of training',
  email: 'jane@acme.example',
  maySpeak: 'yes',
};

export interface EndorseWeb extends CourseWeb {
  invited: TestBrowser;
  messages: MailMessage[];
  /** As it is kept now. */
  endorsement(): Promise<Endorsement>;
}

/** @param mail what the mail server makes of each message; without it there is none */
export async function startEndorsing(
  endorsement: Endorsement = anInvitedEndorsement(),
  mail?: MailOutcome,
): Promise<EndorseWeb> {
  const messages: MailMessage[] = [];
  const endorsements = memoryEndorsements(endorsement);
  const web = await startCourse({
    services: {
      endorsements,
      keys,
      mail: mail && {
        send: async (message) => {
          messages.push(message);
          return mail;
        },
      },
    },
  });
  return {
    ...web,
    invited: web.browser(),
    messages,
    endorsement: async () => endorsements.all.get(endorsement.id) as Endorsement,
  };
}
