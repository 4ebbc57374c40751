/**
 * Port: an electronic seal in the hands of a trust service, as the API of the Cloud Signature Consortium lends it. The key never
 * leaves the service; it signs what it is sent. https://cloudsignatureconsortium.org/resources/download-api-specifications/
 */
import type { X509Certificate } from 'node:crypto';
import type { SignatureAlgorithm } from '../../documents/certificates/signature-methods.js';
import type { SealOwner } from '../../documents/seals/seal-owner.js';

/** What an institution gets from its trust service. */
export interface SealAccess {
  /** Where the interface begins, such as https://seals.example/csc/v2; no slash at the end. */
  address: string;
  clientId: string;
  clientSecret: string;
  /** Which of its keys. */
  credentialId: string;
  /** Opens the key, where the service asks for one. */
  pin?: string;
}

/** A seal that answers, and needs nobody who agrees each time. */
export interface UsableSeal {
  /** The owner's first, each vouched for by the next. */
  certificates: readonly [X509Certificate, ...X509Certificate[]];
  /** As its certificate names it. */
  owner: SealOwner;
  algorithm: SignatureAlgorithm;
  /** The service may count each. @returns as JWS has it. @throws Problem seal-* */
  sign(text: Buffer): Promise<Buffer>;
  /** Undefined: the service makes none. @returns DER of a token (RFC 3161) that is of this text. @throws Problem seal-* */
  timeStamp?(text: Buffer): Promise<Buffer>;
}

/** Why a seal that answers is of no use here. */
export type UselessSeal =
  | 'needs-person' // somebody must agree to each signature
  | 'disabled' // by the service or by its owner
  | 'no-method' // it signs in no way that a seal may use
  | 'no-organisation' // its certificate is none of an organisation
  | 'out-of-date'; // its certificate has ended, or not begun

export interface SealService {
  /**
   * Signs in to the service and asks for the certificate.
   * @throws Problem seal-unreachable (perhaps later), seal-refused (facts.step: what was refused), seal-answer-unreadable,
   * seal-unusable (facts.reason: UselessSeal)
   */
  open(access: SealAccess): Promise<UsableSeal>;
}

/** What was asked of a service, for whoever must mend it. */
export type SealStep = 'info' | 'token' | 'credential' | 'authorize' | 'sign' | 'time-stamp';
