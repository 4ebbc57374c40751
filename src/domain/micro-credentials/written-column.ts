/**
 * The column of grades that belongs to a micro-credential's own activity. Badges written into it would prove themselves, by whichever
 * door it is read: as a line item, or as a column of the LMS's gradebook.
 */
import type { Course } from '../courses/course.js';
import { differencesOf } from '../platforms/differences/differences-of.js';
import type { LmsFamily } from '../platforms/platform.js';
import type { Condition } from './award-rule.js';
import type { MicroCredential } from './micro-credential.js';

export interface OwnColumn {
  linkId: string;
  /** Its number in the gradebook; undefined where the address of the line item does not tell it. */
  columnId?: string;
}

export function ownColumnOf(
  { linkId }: Pick<MicroCredential, 'linkId'>,
  { links }: Pick<Course, 'links'>,
  family: LmsFamily,
): OwnColumn {
  const lineItemUrl = links.find(({ id }) => id === linkId)?.lineItemUrl;
  return { linkId, columnId: lineItemUrl && differencesOf(family).columnOfLineItem?.(lineItemUrl) };
}

/** The column that is no evidence: badges are written into it, or have been. */
export function writtenColumnOf(
  microCredential: MicroCredential,
  course: Pick<Course, 'links'>,
  family: LmsFamily,
): OwnColumn | undefined {
  return microCredential.writeBack && ownColumnOf(microCredential, course, family);
}

/** True when the condition asks for a grade in this column. */
export function asksForColumn(condition: Condition, { linkId, columnId }: OwnColumn): boolean {
  if (condition.kind === 'own-line-item') return condition.linkId === linkId;
  return condition.kind === 'activity-grade' && condition.item.id === columnId;
}
