/**
 * Port: what an LMS course offers through LTI Advantage. Every call has a time-out, a size limit and a retry policy.
 * All throw Problem lms-unreachable, lms-refused, lms-answer-unreadable, lms-service-missing.
 * NRPS 2.0 https://www.imsglobal.org/spec/lti-nrps/v2p0 , AGS 2.0 https://www.imsglobal.org/spec/lti-ags/v2p0
 */
import type { Course } from './course.js';
import type { CourseRoles } from './roles.js';

export interface RosterMember {
  subject: string;
  name?: string;
  email?: string;
  roles: CourseRoles;
  active: boolean;
}

export interface LineItemResult {
  subject: string;
  /** Absent when the LMS lists the person without a score. */
  score?: number;
  maximum?: number;
  comment?: string;
  /** When the LMS says it was given (Canvas says nothing). */
  at?: Date;
}

/** https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service */
export interface GivenScore {
  subject: string;
  /** Undefined clears what was given. */
  points?: { given: number; maximum: number };
  /** Read by the learner and the teachers in the LMS. */
  comment: string;
}

export interface LmsCourse {
  /** Everybody in the course, all pages. */
  roster(course: Course): Promise<RosterMember[]>;
  /** Those for whom the LMS lists the link now (`rlid`), all pages. */
  rosterOfLink(course: Course, linkId: string): Promise<RosterMember[]>;
  /** Results of the tool's own line item, all pages. */
  results(course: Course, lineItemUrl: string): Promise<LineItemResult[]>;
  /** The tool's line item of a link: from the launch, else looked for; undefined when there is none. */
  lineItemOfLink(
    course: Course,
    linkId: string,
  ): Promise<{ url: string; maximum: number; label: string } | undefined>;
  /**
   * Writes one person's score into a line item of the tool, or clears it.
   * 'refused': the LMS takes none for this person (no learner of the course any more).
   */
  giveScore(course: Course, lineItemUrl: string, score: GivenScore): Promise<'taken' | 'refused'>;
  /** Makes a line item bound to the link (the teacher asked for one). */
  createLineItem(course: Course, linkId: string, label: string, maximum: number): Promise<string>;
}
