/**
 * A check: the standing order to look at one course for one version of a micro-credential, again and again, and to offer the
 * award to whoever passed. One aggregate, one document. What the last look saw is kept as numbers and a hash, no person in it.
 */
import type { FactTrouble } from '../evidence/fact.js';
import type { SeenCourse } from './seen-course.js';

/** What is checked; there is one check of each. */
export interface CheckSubject {
  microCredentialId: string;
  /** Number of the published version. */
  version: number;
  courseId: string;
  platformId: string;
}

/** 'not-written': badges that the LMS's gradebook did not take. 'unexpected': a fault of Acquis itself, told in its log. */
export type CheckTrouble = FactTrouble | 'not-written' | 'unexpected';

/** What a look leaves for the next one. */
export interface CheckStanding {
  /** waiting: looked at when it is due. stopped: failed for good, until somebody runs it again. */
  state: 'waiting' | 'stopped';
  /** Of one that has stopped: when it did. */
  dueAt: Date;
  /** Milliseconds until the next look as long as nothing changes. */
  interval: number;
  /** Looks that failed, one after the other, up to now. */
  tries: number;
  /** Looks, one after the other, whose lists were too short to be believed. */
  doubts: number;
  /** What the last look could not get. */
  trouble?: CheckTrouble;
  /** When everybody was looked at last. */
  lookedAt?: Date;
  seen?: SeenCourse;
}

export interface CourseCheck extends CheckSubject, CheckStanding {
  id: string;
  /** Goes up with each asking, so that who works on it learns that somebody asked meanwhile. */
  asked: number;
  /** Whoever works on it, until then: nobody else takes it before. */
  lease?: { holder: string; until: Date };
  createdAt: Date;
}

/** A check that was taken: with the lease of whoever took it. */
export type TakenCheck = CourseCheck & Required<Pick<CourseCheck, 'lease'>>;
