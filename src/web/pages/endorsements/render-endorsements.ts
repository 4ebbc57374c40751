/** The list of whoever invites, and one endorsement of it. The status is the caller's. */
import type { Request, Response } from 'express';
import { endorsedThing } from '../../../domain/endorsements/endorsed-thing.js';
import { isExpired, type Endorsement } from '../../../domain/endorsements/endorsement.js';
import { decisions, type Decision } from '../../../domain/invitations/decide-on-endorsement.js';
import { endorsementsIn } from '../../../domain/invitations/endorsements-in-scope.js';
import { invitationDays } from '../../../domain/invitations/invite.js';
import type { MailOutcome } from '../../../domain/notices/mail.js';
import { Problem } from '../../../shared/problem.js';
import { addresses } from '../../../documents/addresses.js';
import { formView } from '../../forms/form-view.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';
import { endorsementView } from './endorsement-view.js';
import type { Inviting } from './inviting.js';

interface Given {
  /** An invitation that was just made. */
  made?: { invited: string; link?: string; mailed?: MailOutcome };
  /** The form had been sent before. */
  isRepeated?: boolean;
  values?: Record<'invited' | 'email' | 'days', string>;
  faults?: Record<string, string>;
}

const names = ['invited', 'email', 'days'] as const;
const kinds: Record<string, string> = { accepted: 'good', given: 'wait', declined: 'bad', withdrawn: 'bad' };

export async function renderEndorsements(
  services: WebServices,
  req: Request,
  res: Response,
  inviting: Inviting,
  { made, isRepeated, values, faults }: Given = {},
): Promise<void> {
  const words = wordsIn(req, 'endorsements');
  const { scope, about, path, back } = inviting;
  const endorsed = about && (await endorsedThing(services, about));
  const all = await endorsementsIn(services, scope);
  const done = decisions.find((one) => one === req.query['done']);
  const title = endorsed && writtenText(req, endorsed.title, endorsed.language);
  res.render('endorsements', {
    ...formView(req, {
      words: 'endorsements:invite',
      variant: services.mail ? 'mail' : undefined,
      names,
      values: values ?? {},
      faults,
    }),
    title: words(scope.microCredentialId === undefined ? 'list.titleInstitution' : 'list.title'),
    notice: done && words(`list.done.${done}`),
    made: made && {
      sent: made.mailed === 'sent' ? words('invite.sent', { invited: made.invited }) : undefined,
      failed: made.mailed && made.mailed !== 'sent' ? words(`invite.mail.${made.mailed}`) : undefined,
      link: made.link,
    },
    repeated: isRepeated && words('invite.repeated'),
    once: services.newId(),
    path,
    back,
    canInvite: endorsed !== undefined,
    about: endorsed?.version
      ? words('invite.about', { number: endorsed.version.number, title: title?.text })
      : words('invite.aboutInstitution', { institution: endorsed?.institution.legalName }),
    sendsMail: services.mail !== undefined,
    days: invitationDays.map((count) => ({
      value: count,
      text: words('invite.daysCount', { count }),
      checked: String(count) === (values?.days ?? '30'),
    })),
    rows: all.map((one) => rowOf(req, services.clock(), one, path)),
  });
}

function rowOf(req: Request, now: Date, one: Endorsement, path: string) {
  const words = wordsIn(req, 'endorsements');
  const day = dayIn(req);
  const state = isExpired(one, now) ? 'expired' : one.state;
  const at = one.endedAt ?? one.acceptedAt ?? one.said?.at ?? one.openedAt;
  return {
    invited: one.said?.organisation.name ?? one.invited,
    href: `${path}/${one.id}`,
    state: words(`list.state.${state}`),
    kind: kinds[state] ?? 'neutral',
    told: [
      words('list.invitedOn', { date: day(one.invitedAt), until: day(one.expiresAt) }),
      at && words(`list.since.${one.state}`, { date: day(at) }),
      one.version === undefined ? undefined : words('list.version', { number: one.version }),
    ].filter(Boolean),
  };
}

const possible: Partial<Record<Endorsement['state'], readonly Decision[]>> = {
  invited: ['cancel'],
  opened: ['cancel'],
  unconfirmed: ['cancel'],
  given: ['accept', 'decline'],
  accepted: ['hide'],
  hidden: ['show'],
};
const buttons: Record<Decision, string> = {
  accept: 'btn-primary',
  decline: 'btn-outline-danger',
  hide: 'btn-outline-danger',
  show: 'btn-primary',
  cancel: 'btn-outline-danger',
};

export async function renderOneEndorsement(
  services: WebServices,
  req: Request,
  res: Response,
  { inviting, endorsement }: { inviting: Inviting; endorsement: Endorsement },
): Promise<void> {
  const words = wordsIn(req, 'endorsements');
  const endorsed = await endorsedThing(services, endorsement);
  if (!endorsed) throw new Problem('not-found', { detail: 'what is endorsed is gone' });
  const { said, state, id } = endorsement;
  const institution = endorsed.institution.legalName;
  const isSaid = said !== undefined && (said.statement !== undefined || said.handedIn !== undefined);
  const isPublished = state === 'accepted' || state === 'hidden';
  res.render('endorsement-decide', {
    title: said?.organisation.name ?? endorsement.invited,
    row: rowOf(req, services.clock(), endorsement, inviting.path),
    list: inviting.path,
    path: `${inviting.path}/${id}`,
    view:
      isSaid && state !== 'unconfirmed'
        ? endorsementView(req, { ...endorsement, said }, { institution })
        : undefined,
    // whoever invited has to know whom to ask
    email: state === 'unconfirmed' ? undefined : said?.speaker?.email,
    page: isPublished ? addresses(services.base).endorsement(id) : undefined,
    notCarried: isPublished && !endorsement.isCarried,
    decisions: (possible[state] ?? []).map((decision) => ({
      decision,
      button: words(`decide.${decision}.button`),
      what: words(`decide.${decision}.what`, { institution }),
      kind: buttons[decision],
    })),
  });
}
