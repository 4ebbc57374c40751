/** What the teacher reads about the checks of the course: when everybody was looked at last, and when that is done next. */
import type { Request } from 'express';
import type { CourseCheck } from '../../../domain/checks/course-check.js';
import { troubleText } from '../check-trouble.js';
import { timeApart } from '../time-apart.js';
import { wordsIn } from '../words-of.js';

/** @param check undefined when nobody has asked for one yet */
export function checkLines(req: Request, check: CourseCheck | undefined, now: Date): string[] {
  const words = wordsIn(req, 'checks');
  const last = check?.lookedAt
    ? words('roster.last', { ago: timeApart(req, check.lookedAt, now) })
    : words('roster.never');
  return check ? [last, nextLine(req, check, now)] : [last];
}

function nextLine(req: Request, check: CourseCheck, now: Date): string {
  const words = wordsIn(req, 'checks');
  const { state, tries, trouble, dueAt, lease } = check;
  const reason = trouble && troubleText(req, trouble);
  const values = { reason, tries, in: timeApart(req, dueAt, now) };
  if (state === 'stopped') return words('roster.stopped', values);
  if (lease && lease.until > now) return words('roster.running');
  if (dueAt <= now) return words('roster.due');
  if (tries > 0) return words('roster.again', values);
  const next = words('roster.next', values);
  return reason ? `${words('roster.missing', values)} ${next}` : next;
}
