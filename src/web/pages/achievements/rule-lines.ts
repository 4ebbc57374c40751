/** What counts as passing, for readers outside of the course: no name of an activity, no address of the LMS. */
import type { Request } from 'express';
import { hasThreshold, periodOf, type AwardRule } from '../../../domain/micro-credentials/award-rule.js';
import type { Definition } from '../../../domain/micro-credentials/definition.js';
import { periodText } from '../period-text.js';
import { ruleKey } from '../rule-key.js';
import { thresholdText } from '../threshold-text.js';
import { dayIn, numberIn, sayIn, wordsIn, writtenText } from '../words-of.js';

export interface RuleLine {
  text: string;
  /** The learning outcome that the line is about, where it is about one. */
  outcome?: { text: string; lang?: string };
  /** What the line holds together. */
  parts: RuleLine[];
}

/**
 * @param definition whose rule, or part of a rule, it is
 * @param isPart true for what stands below another line: that one says what the award is made for
 */
export function ruleLines(req: Request, definition: Definition, rule: AwardRule, isPart = false): RuleLine {
  const words = wordsIn(req, 'public');
  if ('of' in rule) {
    const [only, ...others] = rule.of;
    const isOne = only !== undefined && others.length === 0;
    const proven = definition.outcomes.find(({ id }) => id === rule.outcomeId);
    if (isOne && !proven) return ruleLines(req, definition, only, isPart);
    const count = rule.kind === 'at-least' ? rule.count : undefined;
    return {
      text: proven
        ? words(`rule.shown.${isOne ? 'one' : rule.kind}`, { count })
        : words(`rule.${isPart ? 'part.' : ''}${rule.kind}`, { count }),
      outcome: proven && writtenText(req, proven.text, definition.language),
      parts: rule.of.map((part) => ruleLines(req, definition, part, true)),
    };
  }
  const threshold = hasThreshold(rule) ? thresholdText(rule, sayIn(req), numberIn(req)) : '';
  // a competency is named in public; an activity is the course's own affair
  const competency = rule.kind === 'competency' ? rule.item.name : '';
  const text = words(`rule.${ruleKey(rule)}`, { threshold, competency });
  const days = periodOf(rule);
  if (!days) return { text, parts: [] };
  const period = periodText(days, sayIn(req), dayIn(req));
  return { text: words('rule.within', { text, period }), parts: [] };
}
