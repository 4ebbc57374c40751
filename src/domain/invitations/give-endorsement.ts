/**
 * The invited person gives the endorsement, once. Where there is a mail server, the address they gave is confirmed by a link that is sent
 * to it; until then they may change what they said. Without one, whoever invited vouches for them.
 */
import { isDeepStrictEqual } from 'node:util';
import { hashSecret } from '../../shared/hash-secret.js';
import type { NewId } from '../../shared/ids.js';
import type { LanguageMap } from '../../shared/language-map.js';
import { Problem } from '../../shared/problem.js';
import type { Endorsement, Said } from '../endorsements/endorsement.js';
import type { Mail, MailOutcome } from '../notices/mail.js';
import { confirmationText } from './message-text.js';
import { invitationOf, type InvitationDeps } from './open-invitation.js';
import { readSaid, type SpeakerForm } from './said-input.js';

export interface GiveEndorsementDeps extends InvitationDeps {
  /** Undefined while no mail server is set. */
  mail?: Mail;
  newId: NewId;
}

/** Messages to addresses that one invited person typed. */
const mostMessages = 5;

export interface GiveEndorsementInput {
  secret: string;
  form: SpeakerForm;
  /** In the order in which they are told; an empty one is left out. */
  texts: LanguageMap;
  /** Of the message. */
  language: 'en' | 'fr';
}

/**
 * `mailed` is undefined where no message is needed: no mail server, or the other of two clicks has sent it.
 * @throws Problem invitation-gone, request-invalid (facts.fields), endorsement-moved (said already), confirmations-spent
 */
export async function giveEndorsement(
  deps: GiveEndorsementDeps,
  input: GiveEndorsementInput,
): Promise<{ endorsement: Endorsement; mailed?: MailOutcome }> {
  const { endorsement, endorsed } = await invitationOf(deps, input.secret);
  const said = { ...readSaid(input.form, input.texts), at: deps.clock() };
  if (!deps.mail) {
    const change = { state: 'given', said, confirmed: { by: 'inviter' }, confirmation: undefined } as const;
    const given = await deps.endorsements.move(endorsement.id, sayable, change);
    if (!given) throw new Problem('endorsement-moved');
    return { endorsement: given };
  }
  const sent = (endorsement.confirmation?.sent ?? 0) + 1;
  if (sent > mostMessages) throw new Problem('confirmations-spent');
  const code = deps.newId();
  const change = { state: 'unconfirmed', said, confirmation: { hash: hashSecret(code), sent } } as const;
  const { id, confirmation } = endorsement;
  // of several at once one is taken: each would send a message, and all of them would count as one
  const unconfirmed = await deps.endorsements.move(id, sayable, change, { confirmation });
  if (!unconfirmed) return { endorsement: await saidMeanwhile(deps, id, said) };
  const mailed = await deps.mail.send({
    to: { address: said.speaker.email, name: said.speaker.name },
    askedBy: endorsement.institutionId,
    id: `confirmation-${endorsement.id}-${sent}`,
    language: input.language,
    ...confirmationText(input.language, {
      organisation: said.organisation.name,
      institution: endorsed.institution.legalName,
      link: `${deps.base}/endorse/confirm/${code}`,
    }),
  });
  return { endorsement: unconfirmed, mailed };
}

/** Before anything was said, or while the address is not confirmed. */
export const sayable = ['invited', 'opened', 'unconfirmed'] as const;

/** The same, by the other of two clicks. @throws Problem endorsement-moved when it is something else */
async function saidMeanwhile(
  { endorsements }: GiveEndorsementDeps,
  id: string,
  said: Said,
): Promise<Endorsement> {
  const now = await endorsements.byId(id);
  const isSame = now?.state === 'unconfirmed' && isDeepStrictEqual({ ...now.said, at: said.at }, said);
  if (!isSame) throw new Problem('endorsement-moved');
  return now;
}
