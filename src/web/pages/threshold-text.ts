/** What a grade has to reach, in words: "62.5%", "12 points" or "level 2 of 3 (“Mastered”)". */
import type { Threshold } from '../../domain/micro-credentials/award-rule.js';
import type { Say } from './words-of.js';

export function thresholdText(threshold: Threshold, say: Say, number: (value: number) => string): string {
  if ('thresholdLevel' in threshold) {
    const { thresholdLevel, levels, levelName } = threshold;
    return levelText({ level: thresholdLevel, levels, name: levelName }, say, number);
  }
  if ('thresholdPoints' in threshold) {
    const { thresholdPoints: count } = threshold;
    return say('common:threshold.points', { count, value: number(count) });
  }
  return say('common:threshold.percent', { value: number(threshold.thresholdPercent) });
}

/** A level of a scale; by its number alone where its name is not known. */
export function levelText(
  { level, levels, name }: { level: number; levels: number; name?: string },
  say: Say,
  number: (value: number) => string,
): string {
  const values = { level: number(level), levels: number(levels), name };
  return say(name === undefined ? 'common:threshold.level' : 'common:threshold.levelNamed', values);
}
