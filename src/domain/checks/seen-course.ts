/** What a look at a course saw, in numbers and one hash: enough to tell whether anything changed and whether a list is half gone. */
import { createHash } from 'node:crypto';
import type { Fact } from '../evidence/fact.js';
import type { CourseFacts } from '../evidence/gather-course-facts.js';

export interface SeenCourse {
  /** SHA-256 (hex) of everybody's facts without their dates. */
  fingerprint: string;
  /** People on each list: '' is the course's, 'link 5' that of its link 5. */
  lists: { list: string; size: number }[];
}

export function seenIn({ learners, facts }: CourseFacts): SeenCourse {
  const hash = createHash('sha256');
  const listed = new Map<string, number>();
  for (const subject of [...facts.keys()].sort()) {
    const own = facts.get(subject) ?? [];
    hash.update(JSON.stringify([subject, own.map(withoutDates)]));
    for (const fact of own) count(listed, fact);
  }
  return {
    fingerprint: hash.digest('hex'),
    lists: [
      { list: '', size: learners.length },
      ...[...listed].map(([linkId, size]) => ({ list: `link ${linkId}`, size })),
    ],
  };
}

/** True when a list has lost half of its people or more: an LMS may have told a part of it only. */
export function hasHalved(before: SeenCourse | undefined, now: SeenCourse): boolean {
  return now.lists.some(({ list, size }) => {
    const known = before?.lists.find((one) => one.list === list);
    return known !== undefined && known.size > 0 && size * 2 <= known.size;
  });
}

/** Dates tell when something was seen, launched or graded anew; whether somebody has passed is in the rest. */
function withoutDates(fact: Fact): object {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => !(value instanceof Date)));
}

function count(listed: Map<string, number>, fact: Fact): void {
  if (fact.kind !== 'restricted-activity' || fact.listed === undefined) return;
  listed.set(fact.linkId, (listed.get(fact.linkId) ?? 0) + (fact.listed ? 1 : 0));
}
