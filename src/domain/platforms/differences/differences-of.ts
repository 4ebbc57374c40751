/** Picks the differences of a family. */
import type { LmsFamily } from '../platform.js';
import { canvas } from './canvas.js';
import type { LmsDifferences } from './lms-differences.js';
import { moodle } from './moodle.js';
import { other } from './other.js';

const families: Record<LmsFamily, LmsDifferences> = { moodle, canvas, other };

export function differencesOf(family: LmsFamily): LmsDifferences {
  return families[family];
}
