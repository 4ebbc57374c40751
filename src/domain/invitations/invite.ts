/**
 * Somebody outside is asked to endorse: a link with a secret is made, whose hash alone is kept, and sent where there is a mail server and
 * an address; otherwise whoever invites hands it on.
 */
import { z } from 'zod';
import { cleanLine } from '../../shared/clean-text.js';
import type { Clock } from '../../shared/clock.js';
import { fieldFaults, formProblem } from '../../shared/field-faults.js';
import { hashSecret } from '../../shared/hash-secret.js';
import type { NewId } from '../../shared/ids.js';
import { textIn } from '../../shared/language-map.js';
import { Problem } from '../../shared/problem.js';
import { endorsedThing, type EndorsedThingDeps } from '../endorsements/endorsed-thing.js';
import { isExpired, type EndorsedThing, type Endorsement } from '../endorsements/endorsement.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import type { Mail, MailOutcome } from '../notices/mail.js';
import { endorsementsIn } from './endorsements-in-scope.js';
import { invitationText } from './message-text.js';

export interface InviteDeps extends EndorsedThingDeps {
  endorsements: EndorsementStore;
  /** Undefined while no mail server is set. */
  mail?: Mail;
  newId: NewId;
  clock: Clock;
}

/** For how many days a link is good. */
export const invitationDays = [14, 30, 60] as const;

/** Open at a time or made within a day, about one thing: nobody has Acquis send messages without end. */
export const mostInvitations = 20;
const dayMs = 86_400_000;

const invitationInput = z.object({
  invited: z.string().overwrite(cleanLine).min(1).max(200),
  email: z
    .string()
    .overwrite(cleanLine)
    .max(254)
    .pipe(z.union([z.literal(''), z.email()])),
  days: z.literal(invitationDays),
});

export interface InviteInput {
  about: EndorsedThing;
  /** The course of a teacher. */
  courseId?: string;
  by: string;
  /** What the form says. */
  form: { invited: string; email: string; days: number };
  /** Of the form that was sent, 128 random bits: sent again, nothing is made again. Undefined: whatever is sent is meant. */
  once?: string;
  /** Of the message, and of whoever invites. */
  language: 'en' | 'fr';
}

/**
 * The link is told here and never again. `mailed` is undefined where no message was tried.
 * @throws Problem not-found (nothing published), request-invalid (facts.fields: invited, email, days), invitations-full, duplicate (the form
 * was sent before)
 */
export async function invite(
  deps: InviteDeps,
  input: InviteInput,
): Promise<{ endorsement: Endorsement; link: string; mailed?: MailOutcome }> {
  const { about } = input;
  const parsed = invitationInput.safeParse(input.form, { reportInput: true });
  if (!parsed.success) throw formProblem(fieldFaults(parsed.error));
  const { invited, email, days } = parsed.data;
  const endorsed = await endorsedThing(deps, about);
  if (!endorsed) throw new Problem('not-found', { detail: 'what is to be endorsed' });
  const invitedAt = deps.clock();
  await refuseTooMany(deps, about, invitedAt);
  const secret = deps.newId();
  const endorsement: Endorsement = {
    id: input.once === undefined ? deps.newId() : idOfForm(input.by, input.once),
    ...about,
    ...(input.courseId !== undefined && { courseId: input.courseId }),
    invitedBy: input.by,
    invitedIn: input.language,
    invited,
    invitedAt,
    expiresAt: new Date(invitedAt.getTime() + days * dayMs),
    linkHash: hashSecret(secret),
    state: 'invited',
  };
  await deps.endorsements.add(endorsement);
  try {
    await refuseTooMany(deps, about, invitedAt, endorsement.id);
  } catch (problem) {
    // of many at once each saw room: rather too few of them than too many, and no message was sent
    await deps.endorsements.move(endorsement.id, ['invited'], { state: 'cancelled', endedAt: invitedAt });
    throw problem;
  }
  const link = `${deps.base}/endorse/${secret}`;
  if (!deps.mail || email === '') return { endorsement, link };
  const mailed = await deps.mail.send({
    to: { address: email },
    askedBy: about.institutionId,
    id: `invitation-${endorsement.id}`,
    language: input.language,
    ...invitationText(input.language, {
      title: textIn(endorsed.title, input.language, endorsed.language),
      institution: endorsed.institution.legalName,
      isInstitution: endorsed.version === undefined,
      link,
      until: endorsement.expiresAt,
    }),
  });
  return { endorsement, link, mailed };
}

/** The same for the same form of the same person; nobody chooses an id. */
const idOfForm = (by: string, once: string): string =>
  Buffer.from(hashSecret(`invitation ${by} ${once}`), 'hex')
    .toString('base64url')
    .slice(0, 22);

/** @param but the invitation that is being made */
async function refuseTooMany(deps: InviteDeps, about: EndorsedThing, now: Date, but?: string): Promise<void> {
  const all = await endorsementsIn(deps, about);
  const isOpen = (one: Endorsement): boolean =>
    ['invited', 'opened', 'unconfirmed', 'given'].includes(one.state) && !isExpired(one, now);
  const isRecent = ({ invitedAt }: Endorsement): boolean => now.getTime() - invitedAt.getTime() < dayMs;
  const others = all.filter(({ id }) => id !== but);
  if (others.filter((one) => isOpen(one) || isRecent(one)).length >= mostInvitations)
    throw new Problem('invitations-full');
}
