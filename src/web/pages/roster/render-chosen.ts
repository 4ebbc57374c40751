/** The page that asks before something is done for several learners, with what speaks for each; and the page that says what was done. */
import type { Request, Response } from 'express';
import type { ChosenLearner, ChosenLook, LeftOut } from '../../../domain/offers/chosen-learners.js';
import type { Definition } from '../../../domain/micro-credentials/definition.js';
import { rowsOnPage } from '../../../domain/awards/roster-view.js';
import type { WebServices } from '../../web-services.js';
import type { NoAnswer } from '../asked-by-page.js';
import {
  lineContext,
  linesOfConditions,
  linesOfResult,
  type RequirementBlock,
  type RequirementLine,
} from '../requirement-lines.js';
import { timeApart } from '../time-apart.js';
import { dayIn, wordsIn } from '../words-of.js';
import { markOf, type Chosen } from './chosen-marks.js';
import { decisionText } from './decision-text.js';
import { formerText, nameOnRoster } from './roster-rows.js';

/** What is done for the learners, as its pages tell it. */
export interface DeedShown {
  name: 'offer' | 'confirm';
  /** Last part of the address. */
  page: string;
  needsReason: boolean;
}

export interface ChosenPage {
  deed: DeedShown;
  chosen: Chosen;
  /** Query of the list that it leads back to. */
  view: string;
  page: number;
  reason?: string;
  /** The reason could not be read. */
  fault?: string;
  /** The LMS took longer than the page waits. */
  noAnswer?: NoAnswer;
  /** Another version was published since the page was shown. */
  changed?: boolean;
}

/** The status is the caller's. */
export function renderChosen(
  services: WebServices,
  req: Request,
  res: Response,
  look: ChosenLook,
  shown: ChosenPage,
): void {
  const words = wordsIn(req, 'offers');
  const { deed, chosen, view, reason, fault } = shown;
  const { taken, version, trouble } = look;
  const count = taken.length;
  const pages = Math.max(1, Math.ceil(count / rowsOnPage));
  const page = Math.min(Math.max(1, Math.trunc(shown.page)), pages);
  const turn = (to: number): string => addressOf(chosen, view, to);
  res.render('chosen', {
    wide: true,
    title: words(`${deed.name}.title`, { count }),
    what: words(`${deed.name}.what`),
    mail: deed.name === 'offer' ? words(mailKey(services)) : undefined,
    changed: shown.changed && words('many.versionChanged'),
    noAnswer: shown.noAnswer,
    trouble: trouble && wordsIn(req, 'course')(`reason.${trouble}`),
    found: pages > 1 ? wordsIn(req, 'course')('roster.foundPages', { count, page, pages }) : undefined,
    rows: taken
      .slice((page - 1) * rowsOnPage, page * rowsOnPage)
      .map((learner) => rowOf(services, req, learner, deed, version.definition)),
    pagerPath: `roster/${deed.page}`,
    previous: page > 1 ? turn(page - 1) : undefined,
    next: page < pages ? turn(page + 1) : undefined,
    leftOut: leftOutLines(req, look.leftOut),
    gone: goneText(req, look, chosen),
    action: deed.page,
    button: count > 0 ? words(`${deed.name}.button`, { count }) : undefined,
    who: taken.map(({ subject }) => markOf(subject)).join(' '),
    all: chosen.all,
    version: version.number,
    view,
    hint: deed.needsReason ? words(`${deed.name}.hint`) : undefined,
    reason,
    fault,
    errors: fault && [{ field: 'reason', text: fault }],
  });
}

export function renderDone(
  services: WebServices,
  req: Request,
  res: Response,
  look: ChosenLook,
  { deed, marks, view }: { deed: DeedShown; marks: ReadonlySet<string>; view: string },
): void {
  const words = wordsIn(req, 'offers');
  const count = look.taken.length;
  res.render('chosen-done', {
    title: words(`${deed.name}.done`, { count }),
    mail: deed.name === 'offer' && count > 0 ? words(mailKey(services)) : undefined,
    trouble: look.trouble && wordsIn(req, 'course')(`reason.${look.trouble}`),
    leftOut: leftOutLines(req, look.leftOut),
    gone: goneText(req, look, { all: false, marks }),
    view,
  });
}

const mailKey = ({ notices }: WebServices): string => (notices ? 'offer.mailed' : 'offer.notMailed');

function addressOf({ all, marks }: Chosen, view: string, page: number): string {
  const query = new URLSearchParams({ view, page: String(page) });
  if (all) query.set('all', 'yes');
  else for (const mark of marks) query.append('who', mark);
  return query.toString();
}

/** What speaks for a learner, each with its age; where a confirmation is asked for, what is missing as well, grouped as the rule is. */
function rowOf(
  services: WebServices,
  req: Request,
  learner: ChosenLearner,
  deed: DeedShown,
  definition: Definition,
) {
  const { result, confirmation } = learner;
  const decision = confirmation && decisionText(req, confirmation);
  const context = { ...lineContext(req, 'course', definition), decision };
  const withAge = (line: RequirementLine) => ({
    ...line,
    age: line.verdict === 'met' ? ageText(services, req, line.at, line.why ?? '') : undefined,
  });
  const aged = (block: RequirementBlock): RequirementBlock => ({
    ...block,
    lines: block.lines.map(withAge),
    blocks: block.blocks.map(aged),
  });
  return {
    name: nameOnRoster(req, learner),
    former: formerText(req, learner.former),
    block: deed.name === 'confirm' ? aged(linesOfResult(result, context)) : undefined,
    lines:
      deed.name === 'offer'
        ? linesOfConditions(result, context)
            .filter(({ verdict }) => verdict === 'met')
            .map(withAge)
        : undefined,
  };
}

function ageText(
  { clock }: Pick<WebServices, 'clock'>,
  req: Request,
  at: Date | undefined,
  why: string,
): string {
  const words = wordsIn(req, 'offers');
  if (!at) return words('many.undated');
  const [date, ago] = [dayIn(req)(at), timeApart(req, at, clock())];
  return saysDay(why, date) ? ago : words('many.dated', { date, ago });
}

/** Decisions say their day themselves. 1 November is not said where 21 November is. */
function saysDay(why: string, date: string): boolean {
  const place = why.indexOf(date);
  return place >= 0 && !/\d/.test(why.charAt(place - 1));
}

/** One line a reason, in the order in which they are met first. */
function leftOutLines(req: Request, leftOut: readonly LeftOut<string>[]) {
  const words = wordsIn(req, 'offers');
  const names = new Map<string, string[]>();
  for (const { learner, why } of leftOut) {
    const name = nameOnRoster(req, learner);
    // not copied for each: a whole school may be left out
    if (!names.get(why)?.push(name)) names.set(why, [name]);
  }
  return [...names].map(([why, of]) => ({
    count: of.length,
    why: words(`why.${why}`, { count: of.length }),
    names: of,
  }));
}

/** Of those selected who are not among the learners: left since, unless the LMS does not tell who is there. */
function goneText(
  req: Request,
  { taken, leftOut, isListed }: ChosenLook,
  { all, marks }: Chosen,
): string | undefined {
  const count = marks.size - taken.length - leftOut.length;
  if (all || count <= 0) return undefined;
  return wordsIn(req, 'offers')(isListed ? 'many.gone' : 'many.unchecked', { count });
}
