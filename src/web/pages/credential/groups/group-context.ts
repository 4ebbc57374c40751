/** What the fields of a group depend on. */
import type { Course } from '../../../../domain/courses/course.js';
import type { LinkStanding } from '../../../../domain/evidence/link-standings.js';
import type { RecordsOffered } from '../../../../domain/evidence/records-offered.js';
import type { Institution } from '../../../../domain/institutions/institution.js';
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import type { LmsDifferences } from '../../../../domain/platforms/differences/lms-differences.js';
import type { Language } from '../../../middleware/language.js';
import type { Say } from '../../words-of.js';
import type { FormValues } from './group.js';

export interface GroupContext {
  /** Heading of the page. */
  title: string;
  draft: DraftDefinition;
  institution: Institution;
  course: Course;
  linkId: string;
  lms: LmsDifferences;
  /** How each link stands in the LMS now; only asked for the group "passing". */
  standings: LinkStanding[];
  /** What the LMS's own records offer; only asked for the group "passing", undefined where there is no token. */
  offered?: RecordsOffered;
  /** What was typed, where the form came back. */
  typed?: FormValues;
  /** Language of the page. */
  language: Language;
  /** Words below course.json. */
  words: Say;
}
