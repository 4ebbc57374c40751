/**
 * The status list as a signed token, for credentials that are JWTs: the same places as the BitstringStatusListCredential. Its
 * bits are counted from the other end of each byte; as each award owns the pair (i, i XOR 7), the same bytes serve both.
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/
 */
import { deflateSync } from 'node:zlib';
import { addresses } from '../addresses.js';
import type { DataIntegritySigner } from '../proofs/sign-data-integrity.js';
import { signJws } from '../proofs/sign-jws.js';
import { statusBits } from './bitstring.js';
import type { StatusListInput } from './status-list-credential.js';

/** It stands beside the other form. @param statusList address of the BitstringStatusListCredential */
export const tokenStatusListOf = (statusList: string): string => `${statusList}.jwt`;

/** Seconds after which a reader asks again: a revocation has to reach verifiers soon. */
const timeToLive = 60;

/** Compact JWS, typ statuslist+jwt. @throws RangeError for a place outside the list */
export async function tokenStatusList(signer: DataIntegritySigner, input: StatusListInput): Promise<string> {
  const at = addresses(input.base);
  const payload = {
    iss: at.did(input.institutionId),
    sub: tokenStatusListOf(at.statusList(input.listId)),
    iat: Math.floor(input.validFrom.getTime() / 1000),
    ttl: timeToLive,
    status_list: {
      bits: 1,
      lst: deflateSync(statusBits(input.revokedIndexes), { level: 9 }).toString('base64url'),
    },
  };
  return signJws((bytes) => signer.sign(bytes), payload, {
    alg: 'EdDSA',
    kid: signer.verificationMethod,
    typ: 'statuslist+jwt',
  });
}
