/** The two messages to somebody outside, as plain text: the invitation, and the one that confirms an e-mail address. */
import { cleanLine } from '../../shared/clean-text.js';
import { longDate } from '../../shared/long-date.js';

type Language = 'en' | 'fr';
type Message = { subject: string; text: string };

interface InvitationTold {
  title: string;
  institution: string;
  /** The institution itself is to be endorsed. */
  isInstitution: boolean;
  link: string;
  until: Date;
}

export function invitationText(language: Language, told: InvitationTold): Message {
  const [title, institution] = [cleanLine(told.title), cleanLine(told.institution)];
  const until = dayIn(language, told.until);
  if (language === 'fr') {
    const what = told.isInstitution ? `l’établissement ${institution}` : `la microcertification « ${title} »`;
    return message(`${institution} vous invite à donner une recommandation`, [
      'Bonjour,',
      `${institution} vous invite à dire, au nom de votre organisation, ce que vous pensez de ${told.isInstitution ? 'cet établissement' : `la microcertification « ${title} »`}. Votre texte pourra être affiché publiquement à côté de ${what}.`,
      `Vous n’avez besoin d’aucun compte. Ouvrez ce lien, qui est personnel et valide jusqu’au ${until} :\n${told.link}`,
      'Rien n’est publié avant que vous l’ayez confirmé. Avec le même lien, vous pourrez plus tard retirer votre recommandation : gardez ce message.',
      'Si vous ne souhaitez rien dire, vous n’avez rien à faire.',
    ]);
  }
  const what = told.isInstitution ? 'the institution' : `the micro-credential “${title}”`;
  return message(`${institution} invites you to give an endorsement`, [
    'Hello,',
    `${institution} invites you to say, on behalf of your organisation, what you think of ${told.isInstitution ? 'it' : what}. Your text may be shown in public beside ${what}.`,
    `You need no account. Open this link, which is for you alone and works until ${until}:\n${told.link}`,
    'Nothing is published before you have confirmed it. With the same link you can withdraw your endorsement later: keep this message.',
    'If you do not want to say anything, there is nothing to do.',
  ]);
}

export function confirmationText(
  language: Language,
  told: { organisation: string; institution: string; link: string },
): Message {
  const [organisation, institution] = [cleanLine(told.organisation), cleanLine(told.institution)];
  return language === 'fr'
    ? message('Confirmez votre adresse e-mail', [
        'Bonjour,',
        `Quelqu’un a écrit une recommandation au nom de l’organisation ${organisation}, comme l’établissement ${institution} l’avait demandé, et a indiqué cette adresse e-mail. Si c’est vous, confirmez-le ici :\n${told.link}`,
        'Si ce n’est pas vous, ne faites rien : la recommandation ne sera alors pas publiée.',
      ])
    : message('Confirm your e-mail address', [
        'Hello,',
        `Somebody has written an endorsement on behalf of ${organisation}, as ${institution} had asked, and gave this e-mail address. If it was you, confirm it here:\n${told.link}`,
        'If it was not you, do nothing: the endorsement is not published then.',
      ]);
}

const message = (subject: string, paragraphs: readonly string[]): Message => ({
  subject,
  text: `${paragraphs.join('\n\n')}\n`,
});

function dayIn(language: Language, day: Date): string {
  return longDate(language).format(day);
}
