/** What became of a micro-credential, in French. */
import { hello } from './french.js';
import type { ChangeContent, ChangeWords } from './words.js';

const which = ({ title, institution }: ChangeContent): string =>
  `de la microcertification « ${title} » (${institution})`;

const why = ({ reason }: ChangeContent): string | undefined => reason && `Motif : ${reason}`;

const ending = ({ course, contact, stopUrl }: ChangeContent): string[] => [
  `Si vous avez une question, ou si vous pensez qu’il s’agit d’une erreur, adressez-vous à l’équipe enseignante du cours « ${course} »${contact ? ` ou écrivez à ${contact}` : ''}.`,
  `Vous recevez un tel message à chaque changement d’une attestation que vous détenez. Pour ne plus en recevoir aucun :\n${stopUrl}`,
];

export const frenchChanges: ChangeWords = {
  suspended: (told) => ({
    subject: `Votre attestation « ${told.title} » est suspendue`,
    paragraphs: [
      hello(told.name),
      `Le ${told.day}, une personne qui enseigne dans le cours « ${told.course} » a suspendu votre attestation ${which(told)}.`,
      why(told),
      'Tant qu’elle n’est pas rétablie, personne ne peut s’y fier : sa page dit « suspendue », avec ce motif, et une vérification le dit aussi, ou dit « révoquée » si le programme qui vérifie ne connaît pas d’autre mot.',
      `Sa page :\n${told.page}`,
      ...ending(told),
    ],
  }),
  resumed: (told) => ({
    subject: `Votre attestation « ${told.title} » n’est plus suspendue`,
    paragraphs: [
      hello(told.name),
      `Le ${told.day}, une personne qui enseigne dans le cours « ${told.course} » a mis fin à la suspension de votre attestation ${which(told)}.`,
      'Elle compte de nouveau, comme si elle n’avait pas été suspendue : sa page et les vérifications ne parlent plus de suspension.',
      `Sa page :\n${told.page}`,
      ...ending(told),
    ],
  }),
  revoked: (told) => ({
    subject: `Votre attestation « ${told.title} » a été révoquée`,
    paragraphs: [
      hello(told.name),
      `Le ${told.day}, une personne qui enseigne dans le cours « ${told.course} » a révoqué votre attestation ${which(told)}.`,
      why(told),
      'Dès lors, elle ne compte plus : sa page dit « révoquée », avec ce motif, et la vérification de tout fichier ou de toute image qui la contient le dit aussi, où que vous l’ayez montrée.',
      `Sa page :\n${told.page}`,
      ...ending(told),
    ],
  }),
  corrected: (told) => ({
    subject: `Une correction de votre attestation « ${told.title} » vous attend`,
    paragraphs: [
      hello(told.name),
      `Le ${told.day}, une personne qui enseigne dans le cours « ${told.course} » a corrigé votre attestation ${which(told)} : une nouvelle vous est proposée.`,
      why(told),
      `Pour la voir et la recevoir, ouvrez le cours sur votre plateforme d’apprentissage${told.activity ? `, puis l’activité « ${told.activity} »` : ''}.`,
      told.courseUrl,
      'Tant que vous ne l’avez pas reçue, celle que vous détenez reste telle quelle. Dès lors, l’ancienne dira « remplacée », avec ce motif, et mènera à la nouvelle.',
      `La page de celle que vous détenez :\n${told.page}`,
      ...ending(told),
    ],
  }),
  superseded: (told) => ({
    subject: `Votre attestation « ${told.title} » a été remplacée par sa correction`,
    paragraphs: [
      hello(told.name),
      `Le ${told.day}, la correction que vous avez reçue a remplacé votre attestation ${which(told)}.`,
      why(told),
      'L’ancienne ne compte plus : sa page dit « remplacée », avec ce motif, et mène à la nouvelle. Là où vous avez montré un fichier ou une image de l’ancienne, montrez la nouvelle à la place.',
      `La page de la nouvelle :\n${told.page}`,
      ...ending(told),
    ],
  }),
};
