/** What tests may change and ask of a running demonstration LMS without its pages. */
import type { Failure, Lms } from './lms.js';
import { rotatePlatformKeys } from './platform-keys.js';
import { openSession } from './sign-in/session.js';
import {
  addPerson,
  assignActivity,
  changeColumn,
  changeGrade,
  enrol,
  hideActivity,
  hideTotals,
  restrictActivity,
  setCustom,
  setGrade,
  suspendAccount,
  suspendEnrolment,
  type GradeChange,
} from './state/change-course.js';
import type { CourseRole, Grade, LineItem, LmsState, Person, WebServiceAccount } from './state/lms-state.js';

/** Ids are the LMS's own numbers: user '6', activity '4', course '2'. */
export interface DemoLmsControls {
  /** A view of everything; change it through the other controls. */
  readonly state: Readonly<LmsState>;
  setGrade(change: GradeChange): void;
  restrict(activityId: string, isRestricted: boolean): void;
  hide(activityId: string, isHidden: boolean): void;
  /** Canvas's "Assign to"; undefined is everyone. */
  assignTo(activityId: string, userIds: string[] | undefined): void;
  /** The activity's own custom parameters. */
  setCustom(activityId: string, custom: Record<string, string>): void;
  addPerson(person: Person): void;
  enrol(courseId: string, userId: string, role: CourseRole): void;
  suspendEnrolment(courseId: string, userId: string, isSuspended: boolean): void;
  suspendAccount(userId: string, isSuspended: boolean): void;
  setPrivacy(shares: { names: boolean; email: boolean }): void;
  /** Canvas: what changes the meaning of a grade. */
  changeColumn(lineItemId: string, change: Pick<LineItem, 'gradingType' | 'isUnposted'>): void;
  changeGrade(lineItemId: string, userId: string, change: Pick<Grade, 'isExcused' | 'isResubmitted'>): void;
  hideTotals(courseId: string, isHidden: boolean): void;
  /** The LMS's own web services: on or off, another token, functions or capabilities taken away. */
  setWebServices(account: Partial<WebServiceAccount>): void;
  rotateKeys(): Promise<void>;
  setFailure(failure: Failure): void;
  setClockSkew(seconds: number): void;
  /** Logs a person in. @returns the Cookie header of the session. */
  sessionCookie(userId: string): string;
}

export function makeControls(lms: Lms): DemoLmsControls {
  return {
    state: lms.state,
    setGrade: (change) => setGrade(lms, change),
    restrict: (activityId, isRestricted) => restrictActivity(lms, activityId, isRestricted),
    hide: (activityId, isHidden) => hideActivity(lms, activityId, isHidden),
    assignTo: (activityId, userIds) => assignActivity(lms, activityId, userIds),
    setCustom: (activityId, custom) => setCustom(lms, activityId, custom),
    addPerson: (person) => addPerson(lms, person),
    enrol: (courseId, userId, role) => enrol(lms, courseId, userId, role),
    suspendEnrolment: (courseId, userId, isSuspended) => suspendEnrolment(lms, courseId, userId, isSuspended),
    suspendAccount: (userId, isSuspended) => suspendAccount(lms, userId, isSuspended),
    setPrivacy: ({ names, email }) => {
      lms.state.tool.sharesNames = names;
      lms.state.tool.sharesEmail = email;
      lms.keep();
    },
    changeColumn: (id, change) => changeColumn(lms, id, change),
    changeGrade: (lineItemId, userId, change) => changeGrade(lms, lineItemId, userId, change),
    hideTotals: (courseId, isHidden) => hideTotals(lms, courseId, isHidden),
    setWebServices: (account) => {
      if (lms.state.webServices) Object.assign(lms.state.webServices, account);
      lms.keep();
    },
    rotateKeys: async () => {
      await rotatePlatformKeys(lms.state);
      lms.keep();
    },
    setFailure: (failure) => {
      lms.faults.failure = failure;
    },
    setClockSkew: (seconds) => {
      lms.faults.clockSkewSeconds = seconds;
    },
    sessionCookie: (userId) => openSession(lms, userId),
  };
}
