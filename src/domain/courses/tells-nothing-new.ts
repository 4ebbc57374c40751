/** True when a launch tells of a course what is known of it: then nothing need be written. */
import { isDeepStrictEqual } from 'node:util';
import type { CourseSighting } from './course-store.js';
import type { Course } from './course.js';

/** The time of a course's last launch is kept to the minute: a whole class may launch at the same moment. */
const launchPrecision = 60_000;

export function tellsNothingNew(known: Course, sighting: CourseSighting): boolean {
  const { link, at } = sighting;
  const same = Object.entries(toldBy(sighting)).every(([field, value]) =>
    isDeepStrictEqual(known[field as keyof Course], value),
  );
  const knownLink = known.links.find(({ id }) => id === link.id);
  return same && isSame(knownLink, link) && at.getTime() - known.lastLaunchAt.getTime() < launchPrecision;
}

/** The course's own fields; what the launch leaves out is undefined: then the course has it no longer. */
export function toldBy({ id: _id, link: _link, at: _at, ...told }: CourseSighting) {
  return { membershipsUrl: undefined, lineItemsUrl: undefined, locale: undefined, ...told };
}

/** A field that is undefined and one that is not there are the same. */
function isSame(known: object | undefined, told: object): boolean {
  const filled = Object.entries(told).filter(([, value]) => value !== undefined);
  return known !== undefined && isDeepStrictEqual(known, Object.fromEntries(filled));
}
