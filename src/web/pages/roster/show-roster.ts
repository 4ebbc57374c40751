/** GET /visits/:visit/roster: every learner with what is met and what is missing, in words. */
import type { Request, RequestHandler, Response } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import {
  rosterDesk,
  rosterStates,
  type RosterDesk,
  type RosterRow,
  type RosterState,
} from '../../../domain/awards/roster-desk.js';
import { rosterOrders, rosterView } from '../../../domain/awards/roster-view.js';
import { askWhenOld } from '../../../domain/checks/ask-when-old.js';
import { hasOnlyLeft } from '../../../domain/awards/award-review.js';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { askedByPage } from '../asked-by-page.js';
import { microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { timeApart } from '../time-apart.js';
import { sayIn, wordsIn } from '../words-of.js';
import { checkLines } from './check-lines.js';
import { manyAtOnce } from './many-at-once.js';
import { askedInAddress, askedInForm, queryOf } from './roster-question.js';
import { nameOnRoster, oneStepText, rosterRows, stateText, type FaultyRow } from './roster-rows.js';
import { toldByMail } from './told-by-mail.js';
import { tutorsSentence } from './tutors-sentence.js';
import { unrestrictedSentences } from './unrestricted-sentences.js';

export function showRoster(services: WebServices): RequestHandler {
  return async (req, res) => renderRoster(services, req, res);
}

/** `faulty` is shown at the row whose form it belongs to, which is opened with what was typed. */
export async function renderRoster(
  services: WebServices,
  req: Request,
  res: Response,
  faulty?: FaultyRow,
): Promise<void> {
  const words = wordsIn(req, 'course');
  const microCredential = await microCredentialOfVisit(services, req);
  if (!microCredential || !currentVersion(microCredential)) {
    res.render('roster', { title: words('roster.title'), published: false });
    return;
  }
  const asked = askedByPage(services, req);
  const desk = await rosterDesk(asked.services, {
    visit: visitOf(req),
    course: courseOf(req),
    microCredential,
  });
  const check = await askWhenOld(services, { visit: visitOf(req), microCredential });
  // A form that came back brings along what the list was asked for.
  const question = faulty ? askedInForm(req) : askedInAddress(req);
  const view = rosterView(desk.rows, question);
  const { state: wanted, search, order } = question;
  const count = (wanted: RosterState): number => desk.rows.filter(({ state }) => state === wanted).length;
  const countAwards = (wanted: Award['state']): number =>
    desk.rows.filter(({ award }) => award?.state === wanted).length;
  const left = desk.rows.filter(({ award }) => award && hasOnlyLeft(award)).length;
  const shown = withFaulty(view.rows, desk, faulty);
  const told = await toldByMail(services, req, shown);
  const rows = rosterRows(services, req, desk, shown, faulty).map((row) => ({
    ...row,
    told: told.get(row.subject),
  }));
  const faultyRow = faulty && rows.find(({ subject }) => subject === faulty.subject);

  res.status(faulty ? 422 : 200).render('roster', {
    title: words('roster.title'),
    wide: true,
    published: true,
    notice: noticeOf(req, desk),
    // nothing was done, and why
    noticeWaits: typeof req.query['done'] === 'string' && req.query['done'].endsWith('Already'),
    noneChosen: req.query['done'] === 'none-chosen' && wordsIn(req, 'offers')('many.none'),
    errors: faulty && [faultToTell(req, faulty, faultyRow)],
    checkLines: [
      ...checkLines(req, check, services.clock()),
      ...(desk.trouble ? [] : [wordsIn(req, 'checks')('roster.fresh')]),
    ],
    trouble: desk.trouble && words(`reason.${desk.trouble}`),
    openAgain: openAgain(req, desk, services.clock()),
    noAnswer: asked.noAnswer(words, 'roster.noAnswer')?.text,
    lastList:
      desk.listedAt && words('roster.lastList', { ago: timeApart(req, desk.listedAt, services.clock()) }),
    tutors: await tutorsSentence(services, req, desk.rows),
    unrestricted: await unrestrictedSentences(services, req, desk.unrestrictedLinks),
    reviews: count('review'),
    left: left > 1 ? left : undefined,
    checksWhat: checksWhat(req, desk),
    many: manyAtOnce(req, desk, shown),
    counts: desk.byHand
      ? wordsIn(req, 'offers')('counts', {
          ready: count('met'),
          offered: countAwards('offered'),
          issued: countAwards('issued'),
          all: desk.rows.length,
        })
      : words('roster.counts', {
          met: count('met') + countAwards('offered') + countAwards('issued'),
          offered: countAwards('offered'),
          issued: countAwards('issued'),
          all: desk.rows.length,
        }),
    suspended:
      countAwards('suspended') > 0
        ? words('roster.suspendedCount', { count: countAwards('suspended') })
        : undefined,
    oneStep: oneStepText(req, desk.rows),
    search,
    orders: rosterOrders.map((value) => ({
      value,
      label: words(`roster.orders.${value}`),
      selected: value === order,
    })),
    isPart: wanted !== undefined || search !== '',
    found: words(view.pages > 1 ? 'roster.foundPages' : 'roster.found', {
      count: view.found,
      page: view.page,
      pages: view.pages,
    }),
    version: desk.version.number,
    view: queryOf({ ...question, page: view.page }),
    csvHint: withoutAddresses(req, desk),
    csvQuery: queryOf({ ...question, page: 1 }),
    previous: view.page > 1 ? queryOf({ ...question, page: view.page - 1 }) || 'page=1' : undefined,
    next: view.page < view.pages ? queryOf({ ...question, page: view.page + 1 }) : undefined,
    states: [
      { value: '', label: words('roster.filterAll', { count: desk.rows.length }), selected: !wanted },
      ...rosterStates.map((state) => ({
        value: state,
        label: words('roster.filterState', { state: stateText(req, desk, { state }), count: count(state) }),
        selected: state === wanted,
      })),
    ],
    rows,
  });
}

/** When the LMS may be asked again. It is told in whole minutes, never too early. */
function openAgain(req: Request, { waitMs }: RosterDesk, now: Date): string {
  const words = wordsIn(req, 'course');
  if (!waitMs) return words('roster.openAgain');
  const then = new Date(now.getTime() + Math.ceil(waitMs / 60_000) * 60_000);
  return words('roster.openAgainIn', { in: timeApart(req, then, now) });
}

/** What Acquis looks for by itself, and what becomes of it. */
function checksWhat(req: Request, { byHand, isRetired }: RosterDesk): string {
  if (isRetired) return wordsIn(req, 'offers')('checksWhatRetired');
  return byHand ? wordsIn(req, 'offers')('checksWhat') : wordsIn(req, 'checks')('roster.what');
}

/** Why the file of the list has no e-mail addresses; undefined where the LMS tells some, or could not be asked. */
function withoutAddresses(req: Request, { rows, trouble }: RosterDesk): string | undefined {
  const typed = rows.filter(({ email, award }) => email && award?.recipient?.emailFrom === 'learner').length;
  if (trouble || rows.filter(({ email }) => email).length > typed) return undefined;
  return wordsIn(req, 'course')(typed > 0 ? 'roster.csv.typedAddresses' : 'roster.csv.noAddresses');
}

/** The row whose form came back is there, whatever the list was asked for. */
function withFaulty(rows: RosterRow[], desk: RosterDesk, faulty: FaultyRow | undefined): RosterRow[] {
  const row = faulty && desk.rows.find(({ subject }) => subject === faulty.subject);
  return row && !rows.includes(row) ? [...rows, row] : rows;
}

/** With the learner's name, and the way to the form; without, where the person is not on the list. */
function faultToTell(
  req: Request,
  { text }: FaultyRow,
  row: { row: number; name: string; canConfirm: boolean } | undefined,
): { field: string; text: string } {
  if (!row) return { field: 'main', text };
  const told = sayIn(req)('common:faultOfField', { label: row.name, fault: text });
  return { field: row.canConfirm ? `reason-${row.row}` : 'main', text: told };
}

function noticeOf(req: Request, { rows, byHand }: RosterDesk): string | undefined {
  const { done: asked, count } = req.query;
  if (asked === 'left-kept' && typeof count === 'string' && /^\d{1,6}$/.test(count))
    return wordsIn(req, 'review')('left.kept', { count: Number(count) });
  if (asked === 'check-asked')
    return byHand ? wordsIn(req, 'offers')('checkAsked') : wordsIn(req, 'checks')('roster.asked');
  const row = rows.find(({ subject }) => subject === req.query['who']);
  const jury = (['recorded', 'withdrawn'] as const).find((one) => asked === `jury-${one}`);
  if (row && jury) return wordsIn(req, 'jury')(`done.${jury}`, { name: nameOnRoster(req, row) });
  if (row && req.query['done'] === 'kept')
    return wordsIn(req, 'review')(row.award?.state === 'offered' ? 'keptOffer' : 'kept', {
      name: nameOnRoster(req, row),
    });
  const done = [
    'confirmed',
    'withdrawn',
    'revoked',
    'takenBack',
    'correctionOffer',
    'correctionTakenBack',
    'suspended',
    'suspendedAlready',
    'revokedAlready',
    'supersededAlready',
    'expiredAlready',
    'resumed',
  ].find((word) => word === req.query['done']);
  return done && row && wordsIn(req, 'course')(`roster.${done}`, { name: nameOnRoster(req, row) });
}
