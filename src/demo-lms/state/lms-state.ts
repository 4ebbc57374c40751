/** What a demonstration LMS remembers: plain JSON, so that it can be kept in a file. Wire formats are made of it elsewhere. */
import type { JWK } from 'jose';

export type LmsKind = 'moodle' | 'canvas';
export type CourseRole = 'editing-teacher' | 'tutor' | 'learner';

/** The addresses of the tool and what the LMS shares with it. */
export interface ToolSettings {
  loginUrl: string;
  launchUrl: string;
  keySetUrl: string;
  clientId: string;
  /** Moodle has one, the Canvas-like LMS two deployments of one client. */
  deploymentIds: string[];
  sharesNames: boolean;
  sharesEmail: boolean;
}

export interface Person {
  /** The number the LMS knows the person by. */
  id: string;
  username: string;
  givenName: string;
  familyName: string;
  /** Empty: the person shares no address. */
  email: string;
  sourcedId: string;
  siteRole?: 'administrator' | 'manager';
  isSuspended: boolean;
}

export interface Enrolment {
  userId: string;
  role: CourseRole;
  isSuspended: boolean;
}

export type ActivityKind = 'assignment' | 'tool' | 'other-tool' | 'course-navigation';

export interface Activity {
  /** Number of the activity in its course page (Moodle: cmid), unique in the LMS. */
  id: string;
  /** Number of the link as the tool hears it (Moodle); the Canvas-like LMS makes a UUID of it. */
  linkId: string;
  kind: ActivityKind;
  title: string;
  description: string;
  /** Opens for learners only after the final assignment is passed. */
  isRestricted: boolean;
  isHidden: boolean;
  /** Canvas "Assign to": user numbers; undefined means everyone. */
  assignedTo?: string[];
  /** The activity's own custom parameters, before variables are filled in. */
  custom: Record<string, string>;
}

export interface Course {
  id: string;
  label: string;
  title: string;
  sourcedId: string;
  /** Index in ToolSettings.deploymentIds. */
  deployment: number;
  enrolments: Enrolment[];
  activities: Activity[];
  /** Canvas: learners do not see their totals. */
  hidesTotals?: boolean;
}

/** A column of the gradebook. */
export interface LineItem {
  id: string;
  courseId: string;
  owner: 'lms' | 'tool' | 'other-tool';
  label: string;
  scoreMaximum: number;
  passMark?: number;
  /** Canvas; points unless told. */
  gradingType?: 'points' | 'percent' | 'pass_fail' | 'letter_grade';
  /** Moodle: the names of a scale's levels in place of points, from 1 up to `scoreMaximum`. */
  scale?: string[];
  /** Moodle: a learning outcome of its own, beside the grade of the course's graded activity. */
  isOutcome?: boolean;
  /** Canvas: its grades are not posted, so that learners do not see them. */
  isUnposted?: boolean;
  /** Activity.linkId the column is bound to. */
  linkId?: string;
  resourceId?: string;
  tag?: string;
  startDateTime?: string;
  endDateTime?: string;
}

/** One learner's place in one column; without `score` the learner is known there but not graded. */
export interface Grade {
  lineItemId: string;
  userId: string;
  score?: number;
  comment?: string;
  /** ISO time of the last change. */
  at: string;
  /** A teacher changed it by hand: Moodle keeps it whatever the tool sends. */
  isOverridden: boolean;
  /** Canvas: the learner need not do it. */
  isExcused?: boolean;
  /** Canvas: handed in again since it was graded. */
  isResubmitted?: boolean;
}

export interface PlatformKey {
  kid: string;
  privateJwk: JWK;
}

/** The account that asks the LMS's own web services: functions and capabilities of Moodle, scopes and permissions of Canvas. */
export interface WebServiceAccount {
  /** False: web services are off on the whole site (Moodle). */
  isOn: boolean;
  token: string;
  /** In its service. */
  functions: string[];
  /** Of its role. */
  capabilities: string[];
}

export interface LmsState {
  kind: LmsKind;
  /** Newest first: the first one signs, all are published. */
  keys: PlatformKey[];
  tool: ToolSettings;
  people: Person[];
  courses: Course[];
  lineItems: LineItem[];
  grades: Grade[];
  nextLineItemId: number;
  /** A state that an earlier version kept has none. */
  webServices?: WebServiceAccount;
}
