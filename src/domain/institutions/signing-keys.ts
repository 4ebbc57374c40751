/**
 * Port: the signing keys of an institution. Private parts never leave the holder. Ed25519 signs eddsa-rdfc-2022 proofs,
 * RSA 3072 signs VC-JWT RS256. Retired keys stay published for ever, so that what they signed still verifies; compromised ones do not.
 */
import type { JWK } from 'jose';

export type SigningKeyKind = 'Ed25519' | 'RSA';

/** Somebody else may have the private part. docs/decisions/0027-compromised-keys.md */
export interface Compromise {
  declaredAt: Date;
  /** Since when, as far as the administrator knows. */
  since: Date;
}

export interface PublicSigningKey {
  id: string;
  institutionId: string;
  kind: SigningKeyKind;
  /** Public JWK with kid, alg and use. */
  jwk: JWK;
  /** z6Mk... for Ed25519 (the verification method's fragment); absent for RSA. */
  multibase?: string;
  createdAt: Date;
  retiredAt?: Date;
  /** True where it was retired because it had become old, without anybody asking. */
  retiredBySchedule?: boolean;
  compromise?: Compromise;
}

export interface SigningKeys {
  /** Makes both keys of an institution without blocking requests; does nothing when it has them already. */
  ensure(institutionId: string): Promise<void>;
  /**
   * New keys in the place of these, which are retired; what is retired already is left alone, so that asking twice renews once.
   * Whoever signs at this moment does it with the old ones or the new ones. When it ends in the middle, the next signature makes
   * what is missing.
   */
  renew(institutionId: string, keyIds: readonly string[], bySchedule?: boolean): Promise<void>;
  /**
   * Takes these out of use and out of what is published, for ever, and makes new ones. Those that were declared before keep what was
   * said then. When it ends in the middle, the next signature makes what is missing.
   */
  declareCompromised(institutionId: string, keyIds: readonly string[], since: Date): Promise<void>;
  /** Keys whose signatures count, newest first: all ever, but those that are compromised. */
  published(institutionId: string): Promise<PublicSigningKey[]>;
  /** All keys ever, newest first, compromised ones too. */
  all(institutionId: string): Promise<PublicSigningKey[]>;
  /** Compromised keys of every institution. */
  compromised(): Promise<PublicSigningKey[]>;
  /** The key in use. @throws Problem key-missing */
  current(institutionId: string, kind: SigningKeyKind): Promise<PublicSigningKey>;
  /** Signs bytes: raw Ed25519 signature, or RSASSA-PKCS1-v1_5 with SHA-256. @throws Problem key-missing, key-unreadable */
  sign(keyId: string, bytes: Uint8Array): Promise<Uint8Array>;
}
