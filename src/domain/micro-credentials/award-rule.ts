/**
 * What counts as passing: conditions that plain LTI or the LMS's own web services can prove, combined with all / any / at least n of.
 * Evaluated in domain/evidence.
 */
import { z } from 'zod';

const linkId = z.string().max(255);

/**
 * First and last day that count, both included, in UTC as credentials tell dates. Access has none: its launch says when the LMS
 * last let somebody in, not when they had passed.
 */
const period = { notBefore: z.iso.date().optional(), notAfter: z.iso.date().optional() };

/** A result in the tool's own line item of this link, at or above a threshold: percent of its maximum, or points. */
const ownLineItem = z.object({ kind: z.literal('own-line-item'), linkId, ...period });

const percent = { thresholdPercent: z.number().min(0).max(100) };
const points = { thresholdPoints: z.number().min(0).max(1_000_000) };

/** The longest scale of which a level may be chosen. */
export const mostLevels = 100;
/** A level of a scale, from 1 up; how many there were when it was chosen; its name where the LMS told it then. */
const level = {
  thresholdLevel: z.number().int().min(1).max(mostLevels),
  levels: z.number().int().min(2).max(mostLevels),
  levelName: z.string().min(1).max(200).optional(),
};

/** Something in the LMS that has no link of ours: its number there, and its name when the rule was made, for people to read. */
const item = z.object({ id: z.string().min(1).max(40), name: z.string().max(300) });
export type RecordItem = z.infer<typeof item>;

/** A grade in any column of the gradebook. */
const activityGrade = z.object({ kind: z.literal('activity-grade'), item, ...period });
/** The total of the course, as the LMS works it out. */
const courseTotal = z.object({ kind: z.literal('course-total'), ...period });

export const condition = z.union([
  /** The learner's own launch of this link AND the roster's `rlid` now; never one of them alone. */
  z.object({ kind: z.literal('restricted-activity'), linkId }),
  ownLineItem.extend(percent),
  ownLineItem.extend(points),
  /** An examiner's confirmation on the roster page. */
  z.object({ kind: z.literal('examiner-confirmation'), ...period }),
  /** A jury's decision on a portfolio: validation of prior learning. */
  z.object({ kind: z.literal('jury-decision'), ...period }),
  activityGrade.extend(percent),
  activityGrade.extend(points),
  activityGrade.extend(level),
  /** Completion of an activity, as the LMS tracks it: done, or passed. */
  z.object({
    kind: z.literal('activity-completion'),
    item,
    needs: z.enum(['passed', 'completed']),
    ...period,
  }),
  courseTotal.extend(percent),
  courseTotal.extend(points),
  z.object({ kind: z.literal('course-completion'), ...period }),
  /** A competency of the course in which the learner is rated proficient. */
  z.object({ kind: z.literal('competency'), item, ...period }),
]);
export type Condition = z.infer<typeof condition>;

export type ScoreThreshold = { thresholdPercent: number } | { thresholdPoints: number };

export interface LevelThreshold {
  thresholdLevel: number;
  levels: number;
  levelName?: string;
}

/** What a grade has to reach. */
export type Threshold = ScoreThreshold | LevelThreshold;

/** The learning outcome that a part of the rule proves. Never stored: rule-of.ts puts it there. */
export interface OfOutcome {
  outcomeId?: string;
}

/** 'at-least': so many of the parts; a draft may ask for more than it names (missing-elements.ts says so). */
export type Combination = OfOutcome &
  ({ kind: 'all' | 'any'; of: AwardRule[] } | { kind: 'at-least'; count: number; of: AwardRule[] });
export type AwardRule = Condition | Combination;

/** How many parts of a combination, or of its answer, have to be met. */
export function neededOf(
  combined: { kind: 'all' | 'any'; of: readonly unknown[] } | { kind: 'at-least'; count: number },
): number {
  if (combined.kind === 'at-least') return combined.count;
  return combined.kind === 'all' ? combined.of.length : 1;
}

/** Days as YYYY-MM-DD; undefined where nothing bounds that side. */
export interface Period {
  notBefore?: string;
  notAfter?: string;
}

/** The days that count; undefined where no day is named. */
export function periodOf(condition: Condition): Period | undefined {
  if (condition.kind === 'restricted-activity') return undefined;
  const { notBefore, notAfter } = condition;
  return notBefore === undefined && notAfter === undefined ? undefined : { notBefore, notAfter };
}

/** A condition that only the LMS's own web services can prove. */
export type RecordsCondition = Extract<Condition, { kind: (typeof recordsKinds)[number] }>;

const recordsKinds = [
  'activity-grade',
  'activity-completion',
  'course-total',
  'course-completion',
  'competency',
] as const;

export function needsRecords(condition: Condition): condition is RecordsCondition {
  return recordsKinds.some((kind) => kind === condition.kind);
}

/** True for a condition that a grade has to reach. */
export function hasThreshold(condition: Condition): condition is Extract<Condition, Threshold> {
  return 'thresholdPercent' in condition || 'thresholdPoints' in condition || 'thresholdLevel' in condition;
}

/** The threshold alone, of a condition that has one. */
export function thresholdOf(asked: Threshold): Threshold {
  if ('thresholdLevel' in asked) {
    const { thresholdLevel, levels, levelName } = asked;
    return { thresholdLevel, levels, ...(levelName !== undefined && { levelName }) };
  }
  return 'thresholdPoints' in asked
    ? { thresholdPoints: asked.thresholdPoints }
    : { thresholdPercent: asked.thresholdPercent };
}

/** Depth and number are bounded: each condition may cost a request to the LMS. */
const deepest = 3;
const mostConditions = 20;

const nested = (depth: number): z.ZodType<AwardRule> => {
  if (depth === 0) return condition;
  const of = z
    .array(nested(depth - 1))
    .min(1)
    .max(mostConditions);
  return z.union([
    condition,
    z.object({ kind: z.enum(['all', 'any']), of }),
    z.object({ kind: z.literal('at-least'), count: z.number().int().min(1).max(mostConditions), of }),
  ]);
};

export const awardRule: z.ZodType<AwardRule> = nested(deepest).refine(
  (rule) => conditionsOf(rule).length <= mostConditions,
  { message: 'too-many' },
);

/** All conditions of a rule, from left to right. */
export function conditionsOf(rule: AwardRule): Condition[] {
  return 'of' in rule ? rule.of.flatMap(conditionsOf) : [rule];
}
