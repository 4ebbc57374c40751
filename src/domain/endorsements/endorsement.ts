/**
 * An endorsement: what somebody outside says of a published micro-credential or of an institution, from the invitation to its end.
 * One aggregate, one document. Nothing of it is public before whoever invited has accepted it.
 * docs/decisions/0026-endorsements-by-invitation.md
 */
import type { LanguageMap } from '../../shared/language-map.js';
import type { NotSignedAgain } from '../institutions/not-signed-again.js';

/** What is endorsed: a published version, or, without one, the institution itself. */
export interface EndorsedThing {
  institutionId: string;
  microCredentialId?: string;
  version?: number;
}

/**
 * invited, opened: nothing was said yet. unconfirmed: said, and the e-mail address is still to be confirmed. given: said, to be
 * accepted. accepted: public. hidden: accepted once, and shown no more. Ends: declined by whoever invited; withdrawn by whoever
 * said it; cancelled: the invitation was taken back.
 */
export type EndorsementState =
  | 'invited'
  | 'opened'
  | 'unconfirmed'
  | 'given'
  | 'accepted'
  | 'hidden'
  | 'declined'
  | 'withdrawn'
  | 'cancelled';

export interface Organisation {
  name: string;
  /** http or https. */
  url: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
}

/** Who speaks for it. Name and function are shown with the endorsement, the e-mail address only to whoever invited; none is signed. */
export interface Speaker {
  name: string;
  role: string;
  email: string;
}

/** What was said: as a text that the institution signs, or as a credential that its author signed. */
export interface Said {
  organisation: Organisation;
  /** Taken away at the end, with the rest but the organisation. */
  speaker?: Speaker;
  /** At least one text, none empty; in the order in which they are told. */
  statement?: LanguageMap;
  /** JSON with a proof, or a JWT; it was verified when it was handed in. Until when it is valid, where it says so. */
  handedIn?: { document: string; issuer: string; comment: string; until?: Date };
  at: Date;
}

export interface Endorsement extends EndorsedThing {
  /** 128 random bits: part of its public address. */
  id: string;
  /** The course in which a teacher invited; absent where an administrator did. */
  courseId?: string;
  /** LTI sub of the teacher, or 'administrator'. */
  invitedBy: string;
  /** Language in which whoever invited read Acquis; absent where that was not kept yet. */
  invitedIn?: 'en' | 'fr';
  /** Who was asked, in the words of whoever invited; once it was declined or withdrawn, the organisation, since a person may be named. */
  invited: string;
  invitedAt: Date;
  /** Whole days; until then something can be said by the link. */
  expiresAt: Date;
  /** What is kept of the secret in the link (hashSecret). */
  linkHash: string;
  state: EndorsementState;
  openedAt?: Date;
  said?: Said;
  /** What is kept, to the end, of the secret in the message that confirms the e-mail address, and how many were sent. */
  confirmation?: { hash: string; sent: number };
  /** How it is known who speaks; of the e-mail address, its domain. Absent while it is not, and where the endorser signed. */
  confirmed?: { by: 'email'; domain: string } | { by: 'inviter' };
  acceptedAt?: Date;
  /** The signed credential, from its acceptance on: JSON, or a JWT that was handed in. */
  document?: string;
  /** Key that the institution signed it with, in multibase; absent where the endorser signed. */
  signedWith?: string;
  /** Until it is signed again. */
  notSignedAgain?: NotSignedAgain;
  /** May it stand inside of awards? Judged at its acceptance. */
  isCarried?: boolean;
  endedAt?: Date;
}

export type PublicEndorsement = Endorsement & Required<Pick<Endorsement, 'said' | 'document' | 'acceptedAt'>>;

/** The public may read it; a hidden one by its address alone. */
export function isPublic(endorsement: Endorsement): endorsement is PublicEndorsement {
  const { acceptedAt, document, said } = endorsement;
  return acceptedAt !== undefined && document !== undefined && said !== undefined;
}

/** What its author signed for a time, when that is over: it says nothing any more. */
export const isOver = ({ said }: Pick<Endorsement, 'said'>, now: Date): boolean =>
  said?.handedIn?.until !== undefined && said.handedIn.until <= now;

/** Says something by its link no more: it was never used, and its time is over. */
export const isExpired = ({ state, expiresAt }: Endorsement, now: Date): boolean =>
  (state === 'invited' || state === 'opened' || state === 'unconfirmed') && expiresAt <= now;
