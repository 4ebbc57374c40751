/** What the pages of a course call the LMS: by the name people know it by, where that is known. */
import type { LmsDifferences } from '../../domain/platforms/differences/lms-differences.js';
import type { Say } from './words-of.js';

/** @param words below course.json. Never begins a sentence there: "your LMS" has no capital. */
export function lmsName(words: Say, lms: LmsDifferences): string {
  return lms.family === 'other' ? words('passing.otherLms') : lms.label;
}
