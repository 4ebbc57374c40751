/** A fact of evidence about one learner: what was seen, where, when, and how it was obtained. */

export type Fact =
  | {
      kind: 'restricted-activity';
      linkId: string;
      /** Did the learner ever launch this link (the LMS refuses the launch of a restricted activity)? */
      launched: boolean;
      launchedAt?: Date;
      /** Does the roster list the learner for this link now? undefined: the LMS could not be asked. */
      listed?: boolean;
      /** True when the list holds every learner of the course: no restriction is in force. undefined: could not be asked. */
      unrestricted?: boolean;
      observedAt: Date;
      /** Why the LMS could not be asked. */
      trouble?: FactTrouble;
    }
  | {
      kind: 'own-line-item';
      linkId: string;
      score?: number;
      maximum?: number;
      /** When the LMS says the score was given. */
      givenAt?: Date;
      observedAt: Date;
      trouble?: FactTrouble;
      /** True when the LMS was asked for its columns and has it no more. */
      gone?: boolean;
    }
  | {
      kind: 'examiner-confirmation';
      confirmed: boolean;
      /** Subject and name of the examiner, reason in the examiner's words. */
      examiner?: { subject: string; name?: string };
      reason?: string;
      at?: Date;
    }
  | {
      kind: 'jury-decision';
      /** undefined: no jury has decided, or its decision was withdrawn. */
      decision?: 'proven' | 'not-proven';
      /** Names of the two examiners, where they may be named. */
      examiners?: [string, string];
      /** Beginning of the day of the decision (UTC). */
      at?: Date;
    }
  | ({ kind: 'activity-grade'; itemId: string } & ScoreSeen)
  | ({ kind: 'course-total' } & ScoreSeen)
  | ({
      kind: 'activity-completion';
      itemId: string;
      state?: 'incomplete' | 'complete' | 'passed' | 'failed';
      /** All that its completion asks for is done; a failed one may be done too. */
      done?: boolean;
      at?: Date;
    } & Seen)
  | ({ kind: 'course-completion'; completed?: boolean; at?: Date } & Seen)
  | ({
      kind: 'competency';
      itemId: string;
      /** 'unrated': nobody has rated it yet. */
      rating?: 'proficient' | 'not-proficient' | 'unrated';
      at?: Date;
    } & Seen);

/** What the web services of the LMS told, and when they were asked. */
interface Seen {
  observedAt: Date;
  trouble?: FactTrouble;
  /** The LMS answered, but not so that it could be told. */
  doubt?: FactDoubt;
  /** True when the LMS was asked what there is in the course, and this is there no more. */
  gone?: boolean;
}

interface ScoreSeen extends Seen {
  score?: number;
  minimum?: number;
  maximum?: number;
  /** Words instead of points: `score` is a level where `minimum` is 1, `maximum` the number of levels. */
  onScale?: boolean;
  /** What the LMS calls the learner's level. */
  levelName?: string;
  givenAt?: Date;
}

/** Why the LMS could not be asked. */
export type FactTrouble =
  | 'lms-unreachable'
  | 'lms-error'
  | 'lms-busy'
  | 'lms-refused'
  | 'lms-answer-unreadable'
  | 'lms-service-missing'
  | 'no-line-item'
  | 'lms-token-missing'
  | 'lms-token-refused'
  | 'lms-function-missing'
  | 'lms-capability-missing'
  | 'lms-services-off'
  | 'not-asked'; // a class too large to ask about each learner in the time there was

/** Why the LMS's answer leaves it open. */
export type FactDoubt =
  | 'left-out' // it says nothing of this, and does not say why
  | 'score-hidden'
  | 'score-unsettled'
  | 'course-no-criteria';
