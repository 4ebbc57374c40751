/**
 * The invited person says it, and confirms: once. Where there is a mail server, the address they gave is confirmed by a link that is sent
 * to it; until then they may change what they said. Without one, whoever invited vouches for them.
 */
import { hashSecret } from '../../shared/hash-secret.js';
import { looksLikeId, type NewId } from '../../shared/ids.js';
import type { LanguageMap } from '../../shared/language-map.js';
import { Problem } from '../../shared/problem.js';
import type { Endorsement } from '../endorsements/endorsement.js';
import type { Mail, MailOutcome } from '../notices/mail.js';
import { confirmationText } from './message-text.js';
import { invitationOf, type InvitationDeps } from './open-invitation.js';
import { readSaid, type SpeakerForm } from './said-input.js';

export interface SayDeps extends InvitationDeps {
  /** Undefined while no mail server is set. */
  mail?: Mail;
  newId: NewId;
}

/** Messages to addresses that one invited person typed. */
const mostMessages = 5;

export interface SayInput {
  secret: string;
  form: SpeakerForm;
  /** In the order in which they are told; an empty one is left out. */
  texts: LanguageMap;
  /** Of the message. */
  language: 'en' | 'fr';
}

/**
 * `mailed` is undefined where no message is needed.
 * @throws Problem invitation-gone, request-invalid (facts.fields), endorsement-moved (said already), confirmations-spent
 */
export async function say(
  deps: SayDeps,
  input: SayInput,
): Promise<{ endorsement: Endorsement; mailed?: MailOutcome }> {
  const { endorsement, endorsed } = await invitationOf(deps, input.secret);
  const said = { ...readSaid(input.form, input.texts), at: deps.clock() };
  if (!deps.mail) {
    const change = { state: 'given', said, confirmed: { by: 'inviter' }, confirmation: undefined } as const;
    return { endorsement: await moved(deps, endorsement, change) };
  }
  const sent = (endorsement.confirmation?.sent ?? 0) + 1;
  if (sent > mostMessages) throw new Problem('confirmations-spent');
  const code = deps.newId();
  const change = { state: 'unconfirmed', said, confirmation: { hash: hashSecret(code), sent } } as const;
  const unconfirmed = await moved(deps, endorsement, change);
  const mailed = await deps.mail.send({
    to: { address: said.speaker.email, name: said.speaker.name },
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

/** Of several at once one is taken: each would send a message, and all of them would count as one. */
async function moved(
  { endorsements }: SayDeps,
  { id, confirmation }: Endorsement,
  change: Parameters<SayDeps['endorsements']['move']>[2],
): Promise<Endorsement> {
  const after = await endorsements.move(id, sayable, change, { confirmation });
  if (!after) throw new Problem('endorsement-moved');
  return after;
}

/** Of the address its domain alone is told. */
export function confirmedByEmail(email = ''): NonNullable<Endorsement['confirmed']> {
  return { by: 'email', domain: email.slice(email.lastIndexOf('@') + 1).toLowerCase() };
}

/** Who opened the message, by its code; a second click finds it confirmed. @throws Problem invitation-gone, endorsement-moved */
export async function confirmAddress(deps: InvitationDeps, code: string): Promise<Endorsement> {
  const found = await withCode(deps, code);
  if (isConfirmed(found)) return found;
  const { id, said, confirmation } = stillUnconfirmed(deps, found);
  const confirmed = confirmedByEmail(said?.speaker?.email);
  // what was said anew meanwhile names another address, which this message did not reach
  const change = { state: 'given', confirmed } as const;
  const given = await deps.endorsements.move(id, ['unconfirmed'], change, { confirmation });
  const now = given ?? (await withCode(deps, code));
  if (!isConfirmed(now)) throw new Problem('endorsement-moved');
  return now;
}

/** Changes nothing. @throws Problem invitation-gone: unknown, confirmed already, replaced by a newer one, or too late */
export async function unconfirmedOf(deps: InvitationDeps, code: string): Promise<Endorsement> {
  return stillUnconfirmed(deps, await withCode(deps, code));
}

async function withCode({ endorsements }: InvitationDeps, code: string): Promise<Endorsement | undefined> {
  return looksLikeId(code) ? endorsements.byConfirmation(hashSecret(code)) : undefined;
}

const isConfirmed = (found: Endorsement | undefined): found is Endorsement =>
  found?.confirmed?.by === 'email';

function stillUnconfirmed({ clock }: InvitationDeps, found: Endorsement | undefined): Endorsement {
  if (found?.state !== 'unconfirmed' || found.expiresAt <= clock()) throw new Problem('invitation-gone');
  return found;
}
