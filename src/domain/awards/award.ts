/**
 * An award: one learner has earned one version of one micro-credential. It is never changed after issue (a correction is a
 * new credential); its state and its history are. One aggregate, one document.
 */
import type { RuleResult } from '../evidence/verdict.js';
import type { NotSignedAgain } from '../institutions/not-signed-again.js';
import type { AwardReview, Missing } from './award-review.js';
import type { CarriedGrade, OutcomeGrade } from './carried-grade.js';

/**
 * offered: met, waits to be claimed (never expires silently). issued: claimed and signed. suspended: issued, and nobody may rely on it
 * until a teacher resumes it.
 */
export type AwardState = 'offered' | 'issued' | 'suspended' | 'revoked';

export interface AwardEvent {
  what:
    | 'offered'
    | 'issued'
    | 'revoked'
    | 'made-public'
    | 'made-private'
    | 'review-opened'
    /** What had changed is as it was. */
    | 'review-ended'
    /** A teacher has looked: it stands. */
    | 'kept'
    /** Its correction was claimed. */
    | 'superseded'
    | 'suspended'
    | 'resumed'
    /** The key that had signed it is compromised. */
    | 'signed-again';
  at: Date;
  /** Subject of the teacher or learner who did it; '' for what Acquis did by itself. */
  by: string;
  reason?: string;
}

/** The learner as confirmed at claim. Names and e-mail are kept here only; documents carry salted hashes. */
export interface Recipient {
  name: string;
  email: string;
  /** 'lms': the LMS vouched for it. 'learner': typed by the learner because the LMS told none. */
  nameFrom: 'lms' | 'learner';
  emailFrom: 'lms' | 'learner';
  /**
   * HMAC-SHA256 (hex) of the e-mail in lower case, under a key of the installation: finds a second claim by the same person.
   * Removed when an award is revoked whose address the learner had typed: its owner may be somebody else.
   */
  emailKey?: string;
  nameSalt: string;
  emailSalt: string;
  /** urn:uuid: subject id of the credential. */
  subjectId: string;
}

/** Place in a status list; the pair (index, index XOR 7) belongs to this award. */
export interface StatusPlace {
  listId: string;
  index: number;
}

/** What was signed at claim, or again since, byte for byte; served for ever. */
export interface IssuedDocuments {
  openBadge3: string;
  openBadge3Jwt: string;
  /** Hosted Open Badges 2.0 assertion, as issued. */
  openBadge2: string;
  /** Signed Open Badges 2.0 assertion (JWS). Awards of before it was made have none. */
  openBadge2Signed?: string;
}

/** Which keys signed the documents; '' for what cannot be read out of them. */
export interface SignedWith {
  /** Of the embedded proof: the key in multibase. */
  integrity: string;
  /** Of the JWT and of the signed Open Badges 2.0 assertion: id of the key. */
  rsa: string;
}

/** Of an award that takes the place of another one, once it is claimed. docs/decisions/0023-correcting-and-suspending.md */
export interface Correction {
  /** Id of the award that it corrects. */
  of: string;
  /** 1, 2, 3 ... among all corrections of this micro-credential for this learner. */
  number: number;
  /** Issue of the first award that it goes back to. */
  firstIssuedAt: Date;
  /** Subject of the teacher, and what is corrected. */
  by: string;
  reason: string;
  /** True until the award that it corrects has been superseded. */
  pending?: true;
}

export interface Written {
  /** The state that was written; `refused`: the LMS took none for this person. */
  state: 'issued' | 'revoked';
  refused?: true;
  at: Date;
}

export interface Award {
  /** 128 random bits: the public address. */
  id: string;
  institutionId: string;
  microCredentialId: string;
  version: number;
  courseId: string;
  platformId: string;
  /** LTI sub of the learner on that platform. */
  subject: string;
  /** Name as the LMS told it when the award was offered, for the teacher's roster. */
  lmsName?: string;
  state: AwardState;
  offeredAt: Date;
  /** Why it was offered: the rule's answer with its reasons at that moment. */
  basis: RuleResult;
  issuedAt?: Date;
  /** The rule's answer when it was claimed. Awards of before this was kept have none. */
  claimBasis?: RuleResult;
  expiresAt?: Date;
  recipient?: Recipient;
  /** Carried only where the learner chose so. */
  grade?: CarriedGrade;
  /** As `grade`, of outcomes that are proven by themselves. */
  outcomeGrades?: OutcomeGrade[];
  consentAt?: Date;
  statusPlace?: StatusPlace;
  documents?: IssuedDocuments;
  /** Awards of before this was kept have none until somebody asks. */
  signedWith?: SignedWith;
  /** When its documents were last signed again, if ever: copies of before do not verify. */
  signedAgainAt?: Date;
  /** Until its documents are signed again. */
  notSignedAgain?: NotSignedAgain;
  revokedAt?: Date;
  revocationReason?: string;
  /** Of a revoked one: newer versions are offered to the learner by a teacher alone, never by themselves. */
  holdsBack?: true;
  /** While it is suspended. */
  suspension?: { at: Date; reason: string };
  /** How often it was suspended or resumed, for the status list. */
  suspensionWrites?: number;
  /** Of a revoked one: id of the award that took its place. */
  supersededBy?: string;
  correction?: Correction;
  /** True while the learner lets the public page show the name. */
  public: boolean;
  /** Last change of state, for the status list. */
  stateChangedAt: Date;
  /** What the last look did not find: believed when the next one does not either. */
  missing?: Missing;
  /** The last review of it; while the award is revoked it is over whatever it says. */
  review?: AwardReview;
  /** Goes up with each write of the two: who writes expects the number that was read. */
  reviewWrites?: number;
  /** What the LMS was told last, where badges are written into a column of grades. */
  written?: Written;
  history: AwardEvent[];
}
