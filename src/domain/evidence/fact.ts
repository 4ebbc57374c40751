/** A fact of evidence about one learner: what was seen, where, when, and how it was obtained. */

export type Obtained = 'own-launch-and-roster' | 'line-item-result' | 'examiner';

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
    }
  | {
      kind: 'examiner-confirmation';
      confirmed: boolean;
      /** Subject and name of the examiner, reason in the examiner's words. */
      examiner?: { subject: string; name?: string };
      reason?: string;
      at?: Date;
    };

export type FactTrouble =
  'lms-unreachable' | 'lms-refused' | 'lms-answer-unreadable' | 'lms-service-missing' | 'no-line-item';
