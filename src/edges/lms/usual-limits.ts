/** How long an LMS may take and how much it may answer. */
import type { QuestionLimits } from './send-question.js';

export const usualLimits: QuestionLimits = { timeoutMs: 15_000, wholeMs: 30_000, maxBytes: 8_000_000 };

/** Moodle tells a class in one answer. A grade in one column is about 700 bytes: five thousand people in twenty columns. */
export const classLimits: QuestionLimits = { timeoutMs: 60_000, wholeMs: 90_000, maxBytes: 70_000_000 };
