/** What somebody handed in, once read: nothing in it is believed yet. */
import type { JsonObject, JsonValue } from '../json/json-value.js';
import type { JsonFault } from '../json/read-json.js';
import type { CompactJws } from '../proofs/compact-jws.js';
import type { SdJwt } from '../sd-jwt/read-sd-jwt.js';

export type UnreadableReason =
  | 'too-large'
  | 'empty'
  | 'not-utf-8'
  | 'unknown-format' // no JSON, no JWS, no address, no picture we know
  | 'sd-jwt' // of another kind than credentials for wallets
  | 'not-a-credential' // readable JSON or JWS that is no badge
  | 'image-broken'
  | 'image-without-badge'
  | 'image-with-several-badges'
  | 'pdf-broken'
  | 'pdf-encrypted'
  | 'pdf-too-complex'
  | 'pdf-without-badge'
  | 'pdf-with-several-badges'
  | 'pdf-with-several-links'
  | `json-${JsonFault}`;

/** What it was taken out of: an image it was baked into, or a PDF it was attached to. */
export type Container = 'png' | 'svg' | 'pdf';

interface Read {
  container?: Container;
  /** Numbers written as 3.0: verifiers canonicalise them differently. */
  oddNumbers: number;
}

/** Open Badges 3.0 with embedded proofs (or none). */
export interface OpenBadge3Reading extends Read {
  kind: 'open-badge-3';
  /** As read, proof included. */
  credential: JsonObject;
}

/** Open Badges 3.0 as VC-JWT. */
export interface OpenBadge3JwtReading extends Read {
  kind: 'open-badge-3-jwt';
  jws: CompactJws;
  /** The credential in the payload, without the JWT's claims; its own proof, if any, is in it. */
  credential: JsonObject;
}

export interface OpenBadge2Reading extends Read {
  kind: 'open-badge-2';
  /** Valid only as far as the document at its id says the same. */
  assertion: JsonObject;
}

export interface OpenBadge2JwsReading extends Read {
  kind: 'open-badge-2-jws';
  jws: CompactJws;
  assertion: JsonObject;
}

/** Somebody's statement about a badge class, an issuer or an award, as Open Badges 2.0 has it. */
export interface OpenBadge2EndorsementReading extends Read {
  kind: 'open-badge-2-endorsement';
  endorsement: JsonObject;
  /** Where it is signed; otherwise it is valid only as far as the document at its id says the same. */
  jws?: CompactJws;
}

/** A credential for wallets (SD-JWT VC), as far as its holder shows it. */
export interface SdJwtVcReading extends Read {
  kind: 'sd-jwt-vc';
  sdJwt: SdJwt;
}

/** Data of the European Learning Model without a seal: a credential in form alone. */
export interface ElmReading extends Read {
  kind: 'elm';
  credential: JsonObject;
}

/** A European Digital Credential in an envelope with signatures (JAdES), which nobody has looked at. */
export interface SealedElmReading extends Read {
  kind: 'elm-sealed';
  /** What stands in the payload. */
  credential: JsonObject;
  /** As it stands: this is what was sealed. */
  payload: string;
  signatures: JsonValue;
}

export interface AddressReading {
  kind: 'address';
  /** http or https: what stands there is to be fetched and read again. */
  url: string;
  /** 'pdf': nothing is attached to it, but it links to the page of one award. */
  container?: Container;
}

export interface UnreadableReading {
  kind: 'unreadable';
  reason: UnreadableReason;
}

export type CredentialReading = OpenBadge3Reading | OpenBadge3JwtReading;
export type Reading =
  | CredentialReading
  | OpenBadge2Reading
  | OpenBadge2JwsReading
  | OpenBadge2EndorsementReading
  | SdJwtVcReading
  | ElmReading
  | SealedElmReading
  | AddressReading
  | UnreadableReading;
