/** The message that an endorsement waits to be accepted, as plain text. */
import { cleanLine } from '../../shared/clean-text.js';
import { hello } from '../notices/notice-words/english.js';
import { hello as bonjour } from '../notices/notice-words/french.js';

export interface WaitingTold {
  /** Of who reads it. */
  name?: string;
  /** Who has endorsed. */
  organisation: string;
  institution: string;
  /** Of the micro-credential; the institution itself was endorsed without it. */
  title?: string;
  course?: string;
  /** Page of the course, where the LMS's addresses are known; of an institution, the page that decides. */
  link?: string;
  stopUrl: string;
}

export function waitingText(language: 'en' | 'fr', told: WaitingTold): { subject: string; text: string } {
  const { subject, paragraphs } = (language === 'fr' ? french : english)(inLines(told));
  return { subject, text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

type Words = (told: WaitingTold) => { subject: string; paragraphs: (string | undefined)[] };

const english: Words = ({ name, organisation, institution, title, course, link, stopUrl }) =>
  title === undefined
    ? {
        subject: `An endorsement of ${institution} waits to be accepted`,
        paragraphs: [
          hello(name),
          `${organisation} has endorsed ${institution}. Nothing of it is shown before it is accepted.`,
          `Whoever administers Acquis for the institution reads it here, and accepts or declines it:\n${link}`,
          ending(stopUrl),
        ],
      }
    : {
        subject: `An endorsement of “${title}” waits to be accepted`,
        paragraphs: [
          hello(name),
          `${organisation} has endorsed the micro-credential “${title}” of ${institution}, in the course “${course}”. Nothing of it is shown before a teacher of the course accepts it.`,
          'To read it, and to accept or decline it, open the activity of the micro-credential in the course, then “Endorsements”.',
          link,
          ending(stopUrl),
        ],
      };

const ending = (stopUrl: string): string =>
  `You get such a message once for each endorsement. If you want no messages of Acquis any more:\n${stopUrl}`;

const french: Words = ({ name, organisation, institution, title, course, link, stopUrl }) =>
  title === undefined
    ? {
        subject: `Une recommandation de ${institution} attend d’être acceptée`,
        paragraphs: [
          bonjour(name),
          `${organisation} a recommandé l’établissement ${institution}. Rien n’en est affiché avant qu’elle soit acceptée.`,
          `La personne qui administre Acquis pour l’établissement la lit ici, et l’accepte ou la refuse :\n${link}`,
          fin(stopUrl),
        ],
      }
    : {
        subject: `Une recommandation de « ${title} » attend d’être acceptée`,
        paragraphs: [
          bonjour(name),
          `${organisation} a recommandé la microcertification « ${title} » de ${institution}, dans le cours « ${course} ». Rien n’en est affiché avant qu’un enseignant du cours l’accepte.`,
          'Pour la lire, et l’accepter ou la refuser, ouvrez l’activité de la microcertification dans le cours, puis « Recommandations ».',
          link,
          fin(stopUrl),
        ],
      };

const fin = (stopUrl: string): string =>
  `Vous recevez un tel message une fois par recommandation. Si vous ne voulez plus recevoir de messages d’Acquis :\n${stopUrl}`;

/** What people or an LMS wrote stays in its line. */
function inLines(told: WaitingTold): WaitingTold {
  const { name, title, course } = told;
  return {
    ...told,
    organisation: cleanLine(told.organisation),
    institution: cleanLine(told.institution),
    name: name && cleanLine(name),
    title: title === undefined ? undefined : cleanLine(title),
    course: course && cleanLine(course),
  };
}
