/**
 * Port: where awards are kept. Unique: (microCredentialId, version, platformId, subject) of all that correct none; of those that
 * do, (microCredentialId, platformId, subject, correction.number); and, among those that have one,
 * (microCredentialId, version, recipient.emailKey); and (statusPlace.listId, pair of statusPlace.index).
 */
import type { RuleResult } from '../evidence/verdict.js';
import type { NotSignedAgain } from '../institutions/not-signed-again.js';
import type { PublicSigningKey } from '../institutions/signing-keys.js';
import type { AwardReview, Missing } from './award-review.js';
import type {
  Award,
  AwardEvent,
  IssuedDocuments,
  Recipient,
  SignedWith,
  StatusPlace,
  Written,
} from './award.js';
import type { CarriedGrade, OutcomeGrade } from './carried-grade.js';

/** Everything that one claim writes, in one atomic write guarded by state 'offered'. */
export interface Issue {
  issuedAt: Date;
  claimBasis: RuleResult;
  expiresAt?: Date;
  /** Without `emailKey` where another award of the learner keeps it: the one that this corrects. */
  recipient: Recipient;
  grade?: CarriedGrade;
  outcomeGrades?: OutcomeGrade[];
  consentAt: Date;
  /** Of a correction whose learner lets the page show the name. */
  public?: true;
  statusPlace: StatusPlace;
  documents: IssuedDocuments;
  signedWith?: SignedWith;
  event: AwardEvent;
}

export interface RevokedAward {
  id: string;
  revokedAt: Date;
  reason: string;
  supersededBy?: string;
  /** True: it is not revoked but suspended, since `revokedAt`. */
  suspended?: true;
}

/** What a look at an award, or a teacher's decision about it, leaves; what it leaves out is removed. */
export interface ReviewWrite {
  missing?: Missing;
  review?: AwardReview;
  event?: AwardEvent;
}

/** The same documents under other signatures. */
export interface SignedAgain {
  documents: IssuedDocuments;
  signedWith: SignedWith;
  event: AwardEvent;
}

export interface AwardStore {
  /**
   * Adds an offer; when the learner has this version already, or a correction of this number, returns that award instead (two
   * replicas race).
   */
  offer(award: Award): Promise<Award>;
  byId(id: string): Promise<Award | undefined>;
  /** The one that corrects none. */
  ofLearner(
    microCredentialId: string,
    version: number,
    platformId: string,
    subject: string,
  ): Promise<Award | undefined>;
  /** Awards of every version of a micro-credential, for the roster: without their `documents`. */
  ofMicroCredential(microCredentialId: string): Promise<Award[]>;
  /** The learner's awards of this micro-credential, newest version first, and of each version the newest correction. */
  ofLearnerAllVersions(microCredentialId: string, platformId: string, subject: string): Promise<Award[]>;
  /** Issued awards of a learner by one institution, those that have ended too, newest first. */
  standingOf(institutionId: string, platformId: string, subject: string): Promise<Award[]>;
  /** The award of this version whose recipient has this e-mail key: issued, or revoked though the LMS had told the address. */
  issuedToEmail(microCredentialId: string, version: number, emailKey: string): Promise<Award | undefined>;
  /**
   * offered -> issued in one write. 'issued': done. 'not-offered': somebody was first, or it was revoked (read it again).
   * 'email-used': another award of this version has this e-mail. 'place-taken': draw another status place.
   */
  issue(id: string, issue: Issue): Promise<'issued' | 'not-offered' | 'email-used' | 'place-taken'>;
  /**
   * issued|suspended|offered -> revoked; false when it was not in such a state. Frees an e-mail address that the learner had typed for
   * other awards of this version, in the same write.
   * @param holdsBack kept as `Award.holdsBack`
   */
  revoke(id: string, at: Date, reason: string, event: AwardEvent, holdsBack?: true): Promise<boolean>;
  /**
   * issued|suspended -> revoked because its correction is issued; false when it was in no such state. `freesEmail` frees its address as
   * `revoke` does.
   */
  supersede(
    id: string,
    by: { awardId: string; at: Date; reason: string; event: AwardEvent; freesEmail: boolean },
  ): Promise<boolean>;
  /** issued -> suspended in one write; false when it was not issued. */
  suspend(id: string, at: Date, reason: string, event: AwardEvent): Promise<boolean>;
  /** suspended -> issued in one write; false when it was not suspended. */
  resume(id: string, at: Date, event: AwardEvent): Promise<boolean>;
  /** Claimed corrections of awards that may not be superseded yet, some of them. */
  pendingCorrections(): Promise<Award[]>;
  /** The award that this one corrects is superseded. */
  endCorrection(id: string): Promise<void>;
  /**
   * In one write; false when the award is revoked or suspended, or somebody has written since.
   * @param writes `reviewWrites` of the award as it was read
   */
  writeReview(id: string, writes: number | undefined, write: ReviewWrite): Promise<boolean>;
  /** How many awards and offers of a micro-credential wait for a teacher to look. */
  countOpenReviews(microCredentialId: string): Promise<number>;
  /** Notes what the LMS was told. */
  noteWritten(id: string, written: Written): Promise<void>;
  /** Ids of all that were ever issued by an institution, in their order, some of them. @param after the last one before */
  publishedIds(institutionId: string, after: string | undefined, most: number): Promise<string[]>;
  /**
   * Awards of the key's institution whose documents it signed, revoked ones too, some of them.
   * @param triedUntil without those that could not be signed again after this time
   */
  signedBy(key: PublicSigningKey, most: number, triedUntil: Date): Promise<Award[]>;
  /** How many those are; of the awards of whom it is not kept who signed them, nothing is said. */
  countSignedBy(key: PublicSigningKey): Promise<number>;
  /** Awards of an institution that were issued before it was kept who signed them, some of them. */
  signersUnknown(institutionId: string, most: number): Promise<Award[]>;
  countSignersUnknown(institutionId: string): Promise<number>;
  /** Keeps who signed it, unless that is kept. */
  noteSigners(id: string, signedWith: SignedWith): Promise<void>;
  /**
   * In one write; false when the award is not signed with these keys any more.
   * @param was the keys that had signed the documents that were read
   */
  signAgain(id: string, was: SignedWith, signed: SignedAgain): Promise<boolean>;
  /** Until it is signed again. */
  noteNotSigned(id: string, trouble: NotSignedAgain): Promise<void>;
  /** Ids of awards of an institution that could not be signed again, some of them. */
  notSignedAgain(institutionId: string, most: number): Promise<string[]>;
  /** How many awards of an institution were signed again at this time or later. */
  countSignedAgain(institutionId: string, since: Date): Promise<number>;
  setPublic(id: string, isPublic: boolean, event: AwardEvent): Promise<boolean>;
  /** Indexes of revoked and suspended awards in a list (as reserved; the pair is flipped by the encoder). */
  revokedPlaces(listId: string): Promise<number[]>;
  /** The revoked or suspended award whose place it is, to the number. */
  fallenAt(place: StatusPlace): Promise<Award | undefined>;
  /** Fingerprint of a list's state: changes whenever an award of it is revoked, suspended or resumed, and is never the same again. '' at first. */
  statusFingerprint(listId: string): Promise<string>;
  /** Revoked and suspended awards of an institution (1EdTech revocation list). */
  revokedOf(institutionId: string): Promise<RevokedAward[]>;
}
