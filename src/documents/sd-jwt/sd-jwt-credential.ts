/**
 * An award as SD-JWT VC (dc+sd-jwt): what was earned is open, who earned it and how well is disclosed claim by claim. Bound to
 * no key of the holder: a wallet protocol would add `cnf`. https://www.rfc-editor.org/rfc/rfc9901 ,
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/
 */
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import type { DataIntegritySigner } from '../proofs/sign-data-integrity.js';
import { signJws } from '../proofs/sign-jws.js';
import { tokenStatusListOf } from '../status-list/token-status-list.js';
import { digestOf, disclosure } from './disclosure.js';
import { digestsInAll, heldBackClaims } from './held-back-claims.js';
import { openClaims } from './open-claims.js';
import type { SdJwtContent } from './sd-jwt-content.js';

/**
 * The credential with all its disclosures, each between tildes. Its claims are the same each time it is made, its salts never.
 * @param newSalt gives 128 fresh random bits as text, for each disclosure and each decoy
 * @throws Problem document-invalid: a text with a lone surrogate
 */
export async function sdJwtCredential(
  signer: DataIntegritySigner,
  content: SdJwtContent,
  newSalt: () => string,
): Promise<string> {
  const held = Object.entries(signable(heldBackClaims(content)));
  const disclosures = held.map(([name, value]) => disclosure(newSalt(), name, value));
  const decoys = Array.from({ length: digestsInAll - held.length }, () => digestOf(newSalt()));
  const payload: JsonObject = {
    ...signable({ ...registeredClaims(content), ...openClaims(content.credential) }),
    // in their own order, which tells nothing of which is which
    _sd: [...disclosures.map(({ digest }) => digest), ...decoys].sort(),
    _sd_alg: 'sha-256',
  };
  const header = { alg: 'EdDSA', kid: signer.verificationMethod, typ: 'dc+sd-jwt' };
  const jws = await signJws((bytes) => signer.sign(bytes), payload, header);
  return [jws, ...disclosures.map(({ text }) => text), ''].join('~');
}

/** What any verifier of JWTs knows. https://www.rfc-editor.org/rfc/rfc7519#section-4.1 */
function registeredClaims({ credential, madeAt }: SdJwtContent) {
  const { base, institution, validFrom, validUntil, status } = credential;
  const at = addresses(base);
  return {
    iss: at.did(institution.id),
    vct: at.credentialType,
    iat: seconds(madeAt),
    nbf: seconds(validFrom),
    exp: validUntil && seconds(validUntil),
    status: { status_list: { idx: status.index, uri: tokenStatusListOf(status.listUrl) } },
  };
}

const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);
