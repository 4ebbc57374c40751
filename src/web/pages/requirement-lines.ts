/** Turns a rule and its answer into lines with words: for learners ("You have no grade yet") and teachers alike. */
import type { Course } from '../../domain/courses/course.js';
import type { AwardRule, Condition } from '../../domain/micro-credentials/award-rule.js';
import type { ConditionResult, RuleResult, Verdict } from '../../domain/evidence/verdict.js';

export interface RequirementLine {
  /** What is asked: "Reach at least 50 % in …". */
  what: string;
  verdict?: Verdict;
  /** Why it stands so. */
  why?: string;
}

export interface RequirementBlock {
  combine: 'one' | 'all' | 'any';
  verdict?: Verdict;
  lines: RequirementLine[];
  /** Groups inside the group. */
  blocks: RequirementBlock[];
}

export interface LineContext {
  course: Course;
  /** Says a key with values in the reader's language. */
  say: (key: string, values: Record<string, unknown>) => string;
  /** Date in the reader's language. */
  day: (date: Date) => string;
  /** 'learner': "Your grade is …"; 'course': the teacher's words. */
  area: 'learner' | 'course';
}

const titleOf = (course: Course, linkId: string): string =>
  course.links.find((link) => link.id === linkId)?.title || linkId;

function whatIsAsked(condition: Condition, { course, say }: LineContext): string {
  return say(`learner:condition.${condition.kind}`, {
    link: 'linkId' in condition ? titleOf(course, condition.linkId) : '',
    threshold: condition.kind === 'own-line-item' ? condition.thresholdPercent : '',
  });
}

/** The sentence that says why a condition answers as it does. */
export function whyOf(result: ConditionResult, { course, say, day, area }: LineContext): string {
  const { condition, reason, details } = result;
  const told = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, value instanceof Date ? day(value) : value]),
  );
  return say(`${area}:reason.${reason}`, {
    ...told,
    link: 'linkId' in condition ? titleOf(course, condition.linkId) : '',
    threshold: condition.kind === 'own-line-item' ? condition.thresholdPercent : '',
  });
}

/** Lines of a rule with its answer. */
export function linesOfResult(result: RuleResult, context: LineContext): RequirementBlock {
  if (result.kind === 'condition') {
    return { combine: 'one', verdict: result.verdict, lines: [lineOf(result, context)], blocks: [] };
  }
  return {
    combine: result.of.length === 1 ? 'one' : result.kind,
    verdict: result.verdict,
    lines: result.of.flatMap((part) => (part.kind === 'condition' ? [lineOf(part, context)] : [])),
    blocks: result.of.flatMap((part) => (part.kind === 'condition' ? [] : [linesOfResult(part, context)])),
  };
}

function lineOf(part: Extract<RuleResult, { kind: 'condition' }>, context: LineContext): RequirementLine {
  return {
    what: whatIsAsked(part.result.condition, context),
    verdict: part.verdict,
    why: whyOf(part.result, context),
  };
}

/** Lines of a rule without anybody's results: for the preview. */
export function linesOfRule(rule: AwardRule, context: LineContext): RequirementBlock {
  if (rule.kind !== 'all' && rule.kind !== 'any') {
    return { combine: 'one', lines: [{ what: whatIsAsked(rule, context) }], blocks: [] };
  }
  return {
    combine: rule.of.length === 1 ? 'one' : rule.kind,
    lines: rule.of.flatMap((part) =>
      part.kind === 'all' || part.kind === 'any' ? [] : [{ what: whatIsAsked(part, context) }],
    ),
    blocks: rule.of.flatMap((part) =>
      part.kind === 'all' || part.kind === 'any' ? [linesOfRule(part, context)] : [],
    ),
  };
}
