/** Port: where endorsements are kept. Every move says from which state: of two who move it at once, one succeeds. */
import type { EndorsedThing, Endorsement, EndorsementState } from './endorsement.js';

/** What a move changes; undefined takes a part away. */
export type EndorsementChange = Partial<
  Pick<
    Endorsement,
    | 'invited'
    | 'state'
    | 'openedAt'
    | 'said'
    | 'confirmation'
    | 'confirmed'
    | 'acceptedAt'
    | 'document'
    | 'signedWith'
    | 'notSignedAgain'
    | 'isCarried'
    | 'endedAt'
  >
>;

export interface EndorsementStore {
  /** @throws Problem duplicate */
  add(endorsement: Endorsement): Promise<void>;
  byId(id: string): Promise<Endorsement | undefined>;
  byLink(linkHash: string): Promise<Endorsement | undefined>;
  byConfirmation(hash: string): Promise<Endorsement | undefined>;
  /** Of one version, or of the institution itself; newest invitation first. */
  about(thing: EndorsedThing): Promise<Endorsement[]>;
  /** Of all versions of a micro-credential, newest invitation first. */
  ofMicroCredential(microCredentialId: string): Promise<Endorsement[]>;
  /** Ids of those that were public and were withdrawn. */
  withdrawnOf(institutionId: string): Promise<string[]>;
  /**
   * Public ones that were signed with this key (multibase).
   * @param triedUntil without those that could not be signed again after this time
   */
  signedWith(institutionId: string, key: string, limit: number, triedUntil: Date): Promise<Endorsement[]>;
  /** How many of those there are. */
  countSignedWith(institutionId: string, key: string): Promise<number>;
  /** Ids of those of an institution that could not be signed again, some of them. */
  notSignedAgain(institutionId: string, limit: number): Promise<string[]>;
  /**
   * As it is afterwards; undefined when it is in none of these states (any more).
   * @param only while its address is to be confirmed by just this message, or by none
   */
  move(
    id: string,
    from: readonly EndorsementState[],
    change: EndorsementChange,
    only?: { confirmation: { hash: string } | undefined },
  ): Promise<Endorsement | undefined>;
}
