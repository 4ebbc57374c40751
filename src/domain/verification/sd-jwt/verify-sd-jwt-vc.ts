/**
 * All checks of a credential for wallets (SD-JWT VC), ours or anybody's, as far as its holder shows it.
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ (verification and processing)
 */
import { addresses } from '../../../documents/addresses.js';
import { stringOf } from '../../../documents/json/json-value.js';
import { utcSeconds } from '../../../documents/json/utc-seconds.js';
import type { SdJwtVcReading } from '../../../documents/read/reading.js';
import type { SdJwt } from '../../../documents/sd-jwt/read-sd-jwt.js';
import { verifySdJwt } from '../../../documents/sd-jwt/verify-sd-jwt.js';
import { failed } from '../checks.js';
import { publishedForm } from '../compromised/compromised-key.js';
import { identifyIssuer } from '../identify-issuer.js';
import type { Lookup } from '../lookup.js';
import { namesOwnHost } from '../own-bases.js';
import type { OwnDocumentsDeps } from '../own-documents.js';
import { ownKey } from '../own-key.js';
import type { Check, CredentialFacts } from '../report.js';
import { checkClaimDates } from './check-claim-dates.js';
import { checkClaimedElements } from './check-claimed-elements.js';
import { checkForm, checkMeaning } from './check-form.js';
import { checkHolderProof } from './check-holder-proof.js';
import { checkSdJwtSignature } from './check-sd-jwt-signature.js';
import { checkShownRecipient } from './check-shown-recipient.js';
import { checkTokenStatus } from './check-token-status.js';
import { factsOfClaims } from './facts-of-claims.js';
import { findIssuerKey, type IssuerKey } from './find-issuer-key.js';
import { bringsCertificate, signedByCertificate, type Signer } from './signed-by-certificate.js';

type Deps = Pick<OwnDocumentsDeps, 'institutions' | 'keys' | 'base' | 'formerBases'>;

export async function verifySdJwtVc(
  deps: Deps,
  lookup: Lookup,
  input: { reading: SdJwtVcReading; email?: string; now: Date },
): Promise<{ checks: Check[]; facts: CredentialFacts }> {
  const { reading, email, now } = input;
  const { sdJwt } = reading;
  const { jws, claims } = sdJwt;
  // registered claims are never disclosed one by one: what the signer wrote is all there is
  const { payload } = jws;
  const { fault, owner, identified, byCertificate } = await signerOf(deps, lookup, sdJwt, now);
  const checks: Check[] = [
    checkForm(sdJwt),
    checkMeaning(payload),
    checkSdJwtSignature(sdJwt, fault),
    owner,
    identified,
    checkClaimDates(claims, now),
    await checkTokenStatus(byCertificate ? undefined : lookup, payload, now),
    checkShownRecipient(claims, email),
    checkClaimedElements(claims),
    ...(await checkHolderProof(sdJwt)),
  ];
  return { checks, facts: factsOfClaims(claims) };
}

async function signerOf(
  deps: Deps,
  lookup: Lookup,
  sdJwt: SdJwt,
  now: Date,
): Promise<Signer & { byCertificate?: true }> {
  const { jws } = sdJwt;
  const { header, payload } = jws;
  const issuer = stringOf(payload['iss']);
  const here = await ofThisInstallation(deps, sdJwt);
  if (!here && bringsCertificate(header, issuer))
    return { ...signedByCertificate(sdJwt, now), byCertificate: true };
  const { key, owner } = here ?? (await findIssuerKey(lookup, { issuer, header }));
  const fault = key ? await verifySdJwt(jws, key) : 'key-missing';
  return { fault, owner, identified: await identifyIssuer(deps, issuer, owner) };
}

/**
 * What refers to this installation without naming one of its keys was made by somebody else, and a key that was declared
 * compromised is published nowhere. Undefined for all others: those are looked up. No copy is kept of what wallets hold, so there
 * is none to compare it with.
 */
async function ofThisInstallation(deps: Deps, { jws }: SdJwt): Promise<IssuerKey | undefined> {
  const name = 'key-belongs-to-issuer';
  const [kid, issuer] = [stringOf(jws.header['kid']), stringOf(jws.payload['iss'])];
  const isOurs = [kid, issuer].some((named) => named !== undefined && namesOwnHost(deps, named));
  if (!isOurs) return undefined;
  const own = kid === undefined ? undefined : await ownKey(deps, kid);
  if (!own) return { owner: failed(name, 'unknown-here') };
  const { key, base } = own;
  const { compromise } = key;
  if (issuer !== addresses(base).did(key.institutionId)) return { owner: failed(name, 'key-of-another') };
  if (!compromise) return undefined;
  const declared = {
    declared: utcSeconds(compromise.declaredAt),
    compromisedSince: utcSeconds(compromise.since),
  };
  return {
    key: publishedForm(key),
    owner: failed(name, 'wallet-key-compromised', declared),
  };
}
