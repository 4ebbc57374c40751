/** Turns a rule and its answer into lines with words: for learners ("You have no grade yet") and teachers alike. */
import type { Request } from 'express';
import type { Course } from '../../domain/courses/course.js';
import {
  hasThreshold,
  periodOf,
  type AwardRule,
  type Combination,
  type Condition,
  type OfOutcome,
} from '../../domain/micro-credentials/award-rule.js';
import type { CombinedResult, ConditionResult, RuleResult, Verdict } from '../../domain/evidence/verdict.js';
import type { DraftDefinition } from '../../domain/micro-credentials/definition.js';
import { courseOf } from '../middleware/with-visit.js';
import { periodText } from './period-text.js';
import { ruleKey } from './rule-key.js';
import { levelText, thresholdText } from './threshold-text.js';
import { dayIn, numberIn, sayIn, writtenText, type Say } from './words-of.js';

/** A learning outcome in its own words; `lang` where those are in another language than the page. */
export interface ToldOutcome {
  text: string;
  lang?: string;
}

export interface RequirementLine {
  /** What is asked: "Reach at least 50 % in …". */
  what: string;
  verdict?: Verdict;
  /** Colour of the verdict's word. */
  kind?: string;
  /** Why it stands so. */
  why?: string;
  /** Since when, where that is known. */
  at?: Date;
  /** What it proves, where it proves one outcome by itself. */
  outcome?: ToldOutcome;
}

export interface RequirementBlock {
  /** What the block proves, where it proves one outcome by itself. */
  outcome?: ToldOutcome;
  combine: 'one' | Combination['kind'];
  /** How many of the parts are needed, where the combination is 'at-least'. */
  count?: number;
  verdict?: Verdict;
  /** Colour of the verdict's word. */
  kind?: string;
  lines: RequirementLine[];
  /** Groups inside the group. */
  blocks: RequirementBlock[];
}

export interface LineContext {
  course: Course;
  /** Says a key with values in the reader's language. */
  say: Say;
  /** Dates and numbers in the reader's language. */
  day: (date: Date) => string;
  number: (value: number) => string;
  /** 'learner': "Your grade is …"; 'course': the teacher's words. */
  area: 'learner' | 'course';
  /** The words of a learning outcome; undefined for one that the definition does not have. */
  outcome: (id: string) => ToldOutcome | undefined;
  /** What an examiner decided, in words: said in place of the mere "confirmed" or "not yet". */
  decision?: string;
  /** What a jury decided on a portfolio, in words: as `decision`. */
  jury?: string;
  /** True where the answer is of the past: what was not met then is told without a reason, which would read as what is to be done. */
  isPast?: boolean;
}

/** Colour of a verdict's word. */
export const kindOfVerdict: Record<Verdict, string> = { met: 'good', 'not-met': 'neutral', unknown: 'wait' };

const titleOf = (course: Course, linkId: string): string =>
  course.links.find((link) => link.id === linkId)?.title || linkId;

/** The activity or whatever else a condition names. */
function nameOf(condition: Condition, course: Course): string {
  if ('linkId' in condition) return titleOf(course, condition.linkId);
  return 'item' in condition ? condition.item.name : '';
}

const valuesOf = (condition: Condition, { course, number, say }: LineContext): Record<string, string> => ({
  link: nameOf(condition, course),
  threshold: hasThreshold(condition) ? thresholdText(condition, say, number) : '',
});

function whatIsAsked(condition: Condition, context: LineContext): string {
  const what = context.say(`learner:condition.${ruleKey(condition)}`, valuesOf(condition, context));
  const period = daysOf(condition, context);
  return period === undefined ? what : context.say('learner:condition.within', { what, period });
}

function daysOf(condition: Condition, { say, day }: LineContext): string | undefined {
  const period = periodOf(condition);
  return period && periodText(period, say, day);
}

/** The sentence that says why a condition answers as it does. */
function whyOf(result: ConditionResult, context: LineContext): string {
  const { condition, reason, details } = result;
  const decided = reason === 'examiner-confirmed' || reason === 'examiner-not-yet';
  if (decided && context.decision) return context.decision;
  const juried = reason === 'jury-proven' || reason === 'jury-not-proven' || reason === 'jury-not-yet';
  if (juried && context.jury) return context.jury;
  const told = Object.entries(details).map(([name, value]): [string, unknown] => [
    name,
    inWords(value, context),
  ]);
  // An LMS may tell no name of the examiner.
  const nameless = reason === 'examiner-confirmed' && !details['examiner'] ? '-nameless' : '';
  // A grade in points counts without a maximum too.
  const scored = reason === 'score-reached' || reason === 'score-below';
  const bare = scored && details['maximum'] === undefined ? '-without-maximum' : '';
  return context.say(`${context.area}:reason.${reason}${nameless}${bare}`, {
    ...Object.fromEntries(told),
    ...valuesOf(condition, context),
    grade: levelOf(details, context),
    period: daysOf(condition, context),
  });
}

/** The level of a grade on a scale; empty where the answer tells of none. */
function levelOf({ level, levels, name }: ConditionResult['details'], { say, number }: LineContext): string {
  if (typeof level !== 'number' || typeof levels !== 'number') return '';
  return levelText({ level, levels, name: typeof name === 'string' ? name : undefined }, say, number);
}

function inWords(value: string | number | Date, { day, number }: LineContext): string {
  if (value instanceof Date) return day(value);
  return typeof value === 'number' ? number(value) : value;
}

/** What requirement lines are told in. @param definition whose rule it is; without it no outcome is named */
export const lineContext = (
  req: Request,
  area: LineContext['area'],
  definition?: Pick<DraftDefinition, 'outcomes' | 'language'>,
): LineContext => ({
  course: courseOf(req),
  say: sayIn(req),
  day: dayIn(req),
  number: numberIn(req),
  area,
  outcome(id) {
    const found = definition?.outcomes.find((one) => one.id === id);
    return found && writtenText(req, found.text, definition?.language ?? '');
  },
});

/** Lines of a rule with its answer. */
export function linesOfResult(result: RuleResult, context: LineContext): RequirementBlock {
  if (result.kind === 'condition') {
    return { combine: 'one', verdict: result.verdict, lines: [lineOf(result, context)], blocks: [] };
  }
  return {
    ...combining(result),
    outcome: outcomeOf(result, context),
    verdict: result.verdict,
    kind: kindOfVerdict[result.verdict],
    lines: result.of.flatMap((part) => (part.kind === 'condition' ? [lineOf(part, context)] : [])),
    blocks: result.of.flatMap((part) => (part.kind === 'condition' ? [] : [linesOfResult(part, context)])),
  };
}

/** A line for each condition, from left to right, whatever groups they are in. */
export function linesOfConditions(
  result: RuleResult,
  context: LineContext,
  outcome?: ToldOutcome,
): RequirementLine[] {
  if (result.kind === 'condition') return [{ ...lineOf(result, context), outcome }];
  const own = outcomeOf(result, context) ?? outcome;
  return result.of.flatMap((part) => linesOfConditions(part, context, own));
}

const outcomeOf = ({ outcomeId }: OfOutcome, context: LineContext): ToldOutcome | undefined =>
  outcomeId === undefined ? undefined : context.outcome(outcomeId);

function lineOf(part: Extract<RuleResult, { kind: 'condition' }>, context: LineContext): RequirementLine {
  const { at } = part.result.details;
  return {
    what: whatIsAsked(part.result.condition, context),
    verdict: part.verdict,
    kind: kindOfVerdict[part.verdict],
    why: context.isPast && part.verdict !== 'met' ? undefined : whyOf(part.result, context),
    ...(at instanceof Date && { at }),
  };
}

/** Lines of a rule without anybody's results: for the preview. */
export function linesOfRule(rule: AwardRule, context: LineContext): RequirementBlock {
  if (!('of' in rule)) {
    return { combine: 'one', lines: [{ what: whatIsAsked(rule, context) }], blocks: [] };
  }
  return {
    ...combining(rule),
    outcome: outcomeOf(rule, context),
    lines: rule.of.flatMap((part) => ('of' in part ? [] : [{ what: whatIsAsked(part, context) }])),
    blocks: rule.of.flatMap((part) => ('of' in part ? [linesOfRule(part, context)] : [])),
  };
}

/** One part alone is told without its combination; a draft that asks for two of one is told as it is. */
function combining(of: Combination | CombinedResult): Pick<RequirementBlock, 'combine' | 'count'> {
  const count = of.kind === 'at-least' ? of.count : undefined;
  return of.of.length === 1 && (count ?? 1) === 1 ? { combine: 'one' } : { combine: of.kind, count };
}
