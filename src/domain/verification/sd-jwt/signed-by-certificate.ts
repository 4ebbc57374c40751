/**
 * A credential for wallets whose key comes in a certificate: what can be told without the lists of trusted roots, which states keep. Anybody
 * can make a certificate with any name, so neither key-belongs-to-issuer nor issuer-identified is ever passed.
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ (issuer signature mechanisms, X.509 certificates)
 */
import type { X509Certificate } from 'node:crypto';
import { certifiesHost, certifiesUri } from '../../../documents/certificates/certified-addresses.js';
import { certifiedOwner } from '../../../documents/certificates/certified-owner.js';
import { type JsonObject, stringOf } from '../../../documents/json/json-value.js';
import type { SdJwt } from '../../../documents/sd-jwt/read-sd-jwt.js';
import { verifyCertifiedSdJwt } from '../../../documents/sd-jwt/verify-certified-sd-jwt.js';
import { failed, notChecked } from '../checks.js';
import type { Check } from '../report.js';
import { shownMaker, shownOwner } from '../shown-owner.js';
import { momentOf } from './check-claim-dates.js';
import type { SignatureFault } from './check-sd-jwt-signature.js';
import { plainHttps } from './find-issuer-key.js';

export interface Signer {
  /** What is wrong with the signature. */
  fault: SignatureFault | undefined;
  /** The check key-belongs-to-issuer. */
  owner: Check;
  /** The check issuer-identified. */
  identified: Check;
}

/** A DID that names one of its keys is asked for that; all others who bring certificates sign by these. */
export const bringsCertificate = ({ x5c, kid }: JsonObject, issuer: string | undefined): boolean =>
  x5c !== undefined && !(issuer?.startsWith('did:') && typeof kid === 'string');

export function signedByCertificate({ jws, claims }: SdJwt, now: Date): Signer {
  // who does not say when has signed it now: a certificate whose time is over signs nothing new
  const signedAt = momentOf(claims['iat']) ?? now;
  const { fault, certificate, isChain } = verifyCertifiedSdJwt(jws, signedAt);
  const unproven = notChecked('issuer-identified', 'issuer-not-proven');
  const name = 'key-belongs-to-issuer';
  if (!certificate) return { fault, owner: notChecked(name, 'key-missing'), identified: unproven };
  if (isChain === false)
    return { fault, owner: failed(name, 'certificate-chain-broken'), identified: unproven };
  const of = certifiedOwner(certificate);
  const owner = ownerCheck(certificate, stringOf(jws.payload['iss']), shownOwner(of));
  if (fault !== undefined || owner.result === 'failed') return { fault, owner, identified: unproven };
  const identified = of.isSelfMade
    ? notChecked('issuer-identified', 'certificate-self-made')
    : notChecked('issuer-identified', 'certificate-trust-not-looked-at', shownMaker(of));
  return { fault, owner, identified };
}

/**
 * An https issuer has to stand in its certificate, by its address or its host. Without `iss` the owner of the certificate is the issuer.
 * Of other kinds, and where an address is not written as it is read, nothing is concluded from what the certificate does not say.
 */
function ownerCheck(
  certificate: X509Certificate,
  issuer: string | undefined,
  details: Record<string, string>,
): Check {
  const name = 'key-belongs-to-issuer';
  if (issuer === undefined) return notChecked(name, 'certificate-is-issuer', details);
  if (certifiesUri(certificate, issuer)) return notChecked(name, 'certificate-names-issuer', details);
  const url = plainHttps(issuer);
  if (!url) return notChecked(name, 'certificate-issuer-untold', details);
  return certifiesHost(certificate, url.hostname)
    ? notChecked(name, 'certificate-names-issuer', details)
    : failed(name, 'certificate-of-another', details);
}
