/** What counts as passing, for readers outside of the course: no name of an activity, no address of the LMS. */
import type { Request } from 'express';
import { hasThreshold, periodOf, type AwardRule } from '../../../domain/micro-credentials/award-rule.js';
import { periodText } from '../period-text.js';
import { ruleKey } from '../rule-key.js';
import { thresholdText } from '../threshold-text.js';
import { dayIn, numberIn, sayIn, wordsIn } from '../words-of.js';

export interface RuleLine {
  text: string;
  /** What the line holds together. */
  parts: RuleLine[];
}

export function ruleLines(req: Request, rule: AwardRule): RuleLine {
  const words = wordsIn(req, 'public');
  if ('of' in rule) {
    const [only, ...others] = rule.of;
    if (only && others.length === 0) return ruleLines(req, only);
    const count = rule.kind === 'at-least' ? rule.count : undefined;
    return {
      text: words(`rule.${rule.kind}`, { count }),
      parts: rule.of.map((part) => ruleLines(req, part)),
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
