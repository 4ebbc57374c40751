/** GET /visits/:visit/credential/dry-run: who would be offered the award if the draft were published now, and who lacks what. */
import type { Request, RequestHandler } from 'express';
import { dryRun, type DryRun, type DryRunRow } from '../../../domain/awards/dry-run.js';
import { rosterPart, rosterView } from '../../../domain/awards/roster-view.js';
import { whoOffers } from '../../../domain/micro-credentials/micro-credential.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { askedByPage } from '../asked-by-page.js';
import { lineContext, linesOfResult } from '../requirement-lines.js';
import { askedInAddress, queryOf } from '../roster/roster-question.js';
import { kindOfState, nameOnRoster, oneStepText } from '../roster/roster-rows.js';
import { tutorsSentence } from '../roster/tutors-sentence.js';
import { unrestrictedSentences } from '../roster/unrestricted-sentences.js';
import { dayIn, wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';

export function showDryRun(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await neededMicroCredential(services, req);
    // the link stood on a page from before somebody published
    if (!microCredential.draft) {
      res.redirect(303, `/visits/${visitOf(req).id}/credential?done=published-meanwhile`);
      return;
    }
    const who = whoOffers(microCredential);
    const byHand = who !== 'itself';
    const words = wordsIn(req, 'course');
    const page = { title: words('dryRun.title'), wide: true };
    const asked = askedByPage(services, req);
    const run = await dryRun(asked.services, { visit: visitOf(req), course: courseOf(req), microCredential });
    if (!run) {
      res.render('dry-run', { ...page, noRule: true });
      return;
    }
    const view = rosterView(inTheirOrder(run), { ...everybody, page: askedInAddress(req).page });
    const turn = (to: number): string => queryOf({ ...everybody, page: to }) || 'page=1';
    res.render('dry-run', {
      ...page,
      counts: countsOf(req, run, byHand),
      tutors: await tutorsSentence(services, req, run.rows),
      retired: who === 'nobody' && wordsIn(req, 'offers')('dryRun.retired'),
      held: run.held > 0 ? words('dryRun.held', { count: run.held }) : undefined,
      oneStep: oneStepText(req, run.rows),
      noAnswer: asked.noAnswer(words, 'noAnswer'),
      trouble: run.trouble && words(`reason.${run.trouble}`),
      unrestricted: await unrestrictedSentences(services, req, run.unrestrictedLinks),
      found: words('roster.foundPages', { count: view.found, page: view.page, pages: view.pages }),
      rows: view.rows.map((row) => rowOf(req, run, row, byHand)),
      previous: view.page > 1 ? turn(view.page - 1) : undefined,
      next: view.page < view.pages ? turn(view.page + 1) : undefined,
    });
  };
}

const everybody = { search: '', order: 'name' } as const;

/** Those who would be offered it come first, then those who lack least. */
function inTheirOrder({ rows }: DryRun): DryRunRow[] {
  const others = rows.filter(({ state }) => state !== 'met');
  return [
    ...rows.filter(({ state }) => state === 'met'),
    ...rosterPart(others, { ...everybody, order: 'closest' }),
  ];
}

function countsOf(req: Request, { rows }: DryRun, byHand: boolean): string[] {
  const words = wordsIn(req, 'course');
  const count = (...states: string[]): number => rows.filter(({ state }) => states.includes(state)).length;
  const wouldBe = rows.filter(({ state, heldBack }) => state === 'met' && (byHand || !heldBack)).length;
  const toOpen = rows.filter(({ onlyToOpen }) => onlyToOpen).length;
  const notMet = count('not-met', 'no-evidence') - toOpen;
  return [
    wordsIn(req, byHand ? 'offers' : 'course')('dryRun.met', { count: wouldBe }),
    ...(toOpen > 0 ? [words('dryRun.toOpen', { count: toOpen })] : []),
    ...(toOpen === 0 || notMet > 0 ? [words('dryRun.notMet', { count: notMet })] : []),
    words('dryRun.unknown', { count: count('unknown') }),
  ];
}

function rowOf(req: Request, { definition }: DryRun, row: DryRunRow, byHand: boolean) {
  const words = wordsIn(req, 'course');
  const { state, result, newest, heldBack } = row;
  return {
    name: nameOnRoster(req, row),
    state: state === 'met' ? metText(req, byHand || heldBack === true) : words(`roster.states.${state}`),
    kind: kindOfState[state],
    block: result && linesOfResult(result, lineContext(req, 'course', definition)),
    newest: newest && words('dryRun.newest', { date: dayIn(req)(newest) }),
  };
}

const metText = (req: Request, byHand: boolean): string =>
  byHand ? wordsIn(req, 'offers')('dryRun.ready') : wordsIn(req, 'course')('dryRun.wouldBeOffered');
