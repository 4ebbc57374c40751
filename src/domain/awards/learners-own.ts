/** Whose award it is: the person (LTI sub) of the platform it was earned on. */
import type { Visit } from '../courses/visit.js';
import type { Award } from './award.js';

export function isLearnersOwn(award: Award, visit: Visit): boolean {
  return award.platformId === visit.platformId && award.subject === visit.person.subject;
}
