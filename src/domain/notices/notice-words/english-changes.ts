/** What became of a micro-credential, in English. */
import { hello } from './english.js';
import type { ChangeContent, ChangeWords } from './words.js';

const which = ({ title, institution }: ChangeContent): string =>
  `the micro-credential “${title}” of ${institution}`;

const why = ({ reason }: ChangeContent): string | undefined => reason && `Reason: ${reason}`;

const ending = ({ course, contact, stopUrl }: ChangeContent): string[] => [
  `If you have a question, or think that this is wrong, ask a teacher of the course “${course}”${contact ? ` or write to ${contact}` : ''}.`,
  `You get such a message whenever something changes about a micro-credential that you hold. If you want none of them any more:\n${stopUrl}`,
];

export const englishChanges: ChangeWords = {
  suspended: (told) => ({
    subject: `Your micro-credential “${told.title}” is suspended`,
    paragraphs: [
      hello(told.name),
      `On ${told.day} a teacher of the course “${told.course}” suspended ${which(told)} that you hold.`,
      why(told),
      'Until it is resumed, nobody can rely on it: its page says “suspended”, with this reason, and so does a check of it, or “revoked” where the program that checks knows no other word.',
      `Its page:\n${told.page}`,
      ...ending(told),
    ],
  }),
  resumed: (told) => ({
    subject: `Your micro-credential “${told.title}” is no longer suspended`,
    paragraphs: [
      hello(told.name),
      `On ${told.day} a teacher of the course “${told.course}” ended the suspension of ${which(told)} that you hold.`,
      'It counts again as if it had not been suspended: its page and checks of it say nothing of a suspension any more.',
      `Its page:\n${told.page}`,
      ...ending(told),
    ],
  }),
  revoked: (told) => ({
    subject: `Your micro-credential “${told.title}” was revoked`,
    paragraphs: [
      hello(told.name),
      `On ${told.day} a teacher of the course “${told.course}” revoked ${which(told)} that you held.`,
      why(told),
      'From then on it does not count any more: its page says “revoked”, with this reason, and so does a check of any file or picture of it, wherever you have shown it.',
      `Its page:\n${told.page}`,
      ...ending(told),
    ],
  }),
  corrected: (told) => ({
    subject: `A correction of your micro-credential “${told.title}” waits for you`,
    paragraphs: [
      hello(told.name),
      `On ${told.day} a teacher of the course “${told.course}” corrected ${which(told)} that you hold: a new one is offered to you.`,
      why(told),
      `To look at it and claim it, open the course in your learning platform${told.activity ? ` and, in it, the activity “${told.activity}”` : ''}.`,
      told.courseUrl,
      'Until you claim it, the one that you hold stands as it is. From then on the old one says “superseded”, with this reason, and leads whoever reads it to the new one.',
      `The page of the one that you hold:\n${told.page}`,
      ...ending(told),
    ],
  }),
  superseded: (told) => ({
    subject: `Your micro-credential “${told.title}” was replaced by its correction`,
    paragraphs: [
      hello(told.name),
      `On ${told.day} the correction that you claimed took the place of ${which(told)}.`,
      why(told),
      'The old one does not count any more: its page says “superseded”, with this reason, and leads to the new one. Where you have shown a file or a picture of the old one, show the new one in its place.',
      `The page of the new one:\n${told.page}`,
      ...ending(told),
    ],
  }),
};
