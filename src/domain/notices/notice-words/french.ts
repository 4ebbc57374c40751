/** A notice in French. */
import type { NoticeWords } from './words.js';

export const hello = (name: string | undefined): string => (name ? `Bonjour ${name},` : 'Bonjour,');

export const french: NoticeWords = ({ name, title, institution, course, activity, courseUrl, stopUrl }) => ({
  subject: `Votre microcertification « ${title} » vous attend`,
  paragraphs: [
    hello(name),
    `Vous remplissez les conditions de la microcertification « ${title} » (${institution}), dans le cours « ${course} ».`,
    `Pour la recevoir, ouvrez le cours sur votre plateforme d’apprentissage${activity ? `, puis l’activité « ${activity} »` : ''}.`,
    courseUrl,
    'Vous y décidez si vous la voulez et qui peut la voir. L’offre n’a pas de date limite.',
    `Vous recevez un message quand vous pouvez recevoir une microcertification, et un message à chaque changement d’une attestation que vous détenez. Pour ne plus en recevoir aucun :\n${stopUrl}`,
  ],
});
