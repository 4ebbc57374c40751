/** GET /visits/:visit/roster: every learner with what is met and what is missing, in words. */
import type { Request, RequestHandler, Response } from 'express';
import { rosterDesk, type RosterRow } from '../../../domain/awards/roster-desk.js';
import { addresses } from '../../../documents/addresses.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { linesOfResult } from '../requirement-lines.js';
import { dayIn, sayIn, wordsIn } from '../words-of.js';

export const rosterStates = [
  'no-evidence',
  'not-met',
  'unknown',
  'met',
  'offered',
  'issued',
  'revoked',
] as const;

export function showRoster(services: WebServices): RequestHandler {
  return async (req, res) => renderRoster(services, req, res, {});
}

/** `fault` is shown at the row whose form it belongs to, which is opened. */
export async function renderRoster(
  services: WebServices,
  req: Request,
  res: Response,
  page: { fault?: string; faultSubject?: string; notice?: string },
): Promise<void> {
  const words = wordsIn(req, 'course');
  const microCredential = await microCredentialOfVisit(services, req);
  const version = microCredential?.versions.at(-1);
  if (!microCredential || !version) {
    res.render('roster', { title: words('roster.title'), published: false });
    return;
  }
  const desk = await rosterDesk(services, { visit: visitOf(req), course: courseOf(req), microCredential });
  const wanted = rosterStates.find((state) => state === req.query['state']);
  const count = (...states: RosterRow['state'][]): number =>
    desk.rows.filter((row) => states.includes(row.state)).length;
  const examined = JSON.stringify(version.definition.rule).includes('"examiner-confirmation"');
  const rows = desk.rows
    .filter((row) => !wanted || row.state === wanted)
    .map((row, at) => rowOnPage(services, req, row, at, examined, page.faultSubject));

  res.status(page.fault ? 422 : 200).render('roster', {
    title: words('roster.title'),
    published: true,
    notice: page.notice ?? noticeOf(req, desk.rows),
    fault: page.fault,
    faultRow: rows.find((row) => row.faulty)?.row,
    trouble: desk.trouble ? words(`reason.${desk.trouble}`) : undefined,
    counts: words('roster.counts', {
      met: count('met', 'offered', 'issued'),
      offered: count('offered'),
      issued: count('issued'),
      all: desk.rows.length,
    }),
    states: [
      { value: '', label: words('roster.filterAll'), selected: !wanted },
      ...rosterStates.map((value) => ({
        value,
        label: words(`roster.states.${value}`),
        selected: value === wanted,
      })),
    ],
    rows,
  });
}

/** The name a teacher reads; without one, the LMS's own id. */
export const nameOnRoster = (req: Request, row: { subject: string; name?: string }): string =>
  row.name && row.name !== row.subject
    ? row.name
    : wordsIn(req, 'course')('roster.noName', { subject: row.subject });

function rowOnPage(
  services: WebServices,
  req: Request,
  row: RosterRow,
  at: number,
  examined: boolean,
  faultSubject: string | undefined,
) {
  const words = wordsIn(req, 'course');
  const name = nameOnRoster(req, row);
  const confirmation = row.confirmation;
  const issued = row.state === 'issued' || row.state === 'revoked';
  const context = { course: courseOf(req), say: sayIn(req), day: dayIn(req), area: 'course' as const };
  return {
    row: at,
    subject: row.subject,
    name,
    state: row.state,
    stateWord: words(`roster.states.${row.state}`),
    stated: row.award?.recipient?.nameFrom === 'learner' || row.award?.recipient?.emailFrom === 'learner',
    block: row.result && !issued ? linesOfResult(row.result, context) : undefined,
    confirmation: confirmation?.confirmed
      ? words('roster.confirmedBy', {
          examiner: confirmation.examiner.name ?? confirmation.examiner.subject,
          date: dayIn(req)(confirmation.at),
          reason: confirmation.reason,
        })
      : undefined,
    canConfirm: examined && !issued,
    confirmed: confirmation?.confirmed === true,
    confirmLabel: words('roster.confirmFor', { name }),
    withdrawLabel: words('roster.withdrawFor', { name }),
    faulty: faultSubject === row.subject,
    awardId: row.award?.id,
    awardUrl: issued && row.award ? addresses(services.base).award(row.award.id) : undefined,
    openLabel: words('roster.openFor', { name }),
    canRevoke: row.state === 'issued' || row.state === 'offered',
    revokeLabel: words('roster.revokeFor', { name }),
  };
}

function noticeOf(req: Request, rows: RosterRow[]): string | undefined {
  const done = ['confirmed', 'withdrawn', 'revoked'].find((word) => word === req.query['done']);
  const row = rows.find(({ subject }) => subject === req.query['who']);
  return done && row ? wordsIn(req, 'course')(`roster.${done}`, { name: nameOnRoster(req, row) }) : undefined;
}
