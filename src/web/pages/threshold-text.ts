/** What a grade has to reach, in words: "62.5%" or "12 points". */
import type { Threshold } from '../../domain/micro-credentials/award-rule.js';
import type { Say } from './words-of.js';

export function thresholdText(threshold: Threshold, say: Say, number: (value: number) => string): string {
  if ('thresholdPoints' in threshold) {
    const { thresholdPoints: count } = threshold;
    return say('common:threshold.points', { count, value: number(count) });
  }
  return say('common:threshold.percent', { value: number(threshold.thresholdPercent) });
}
