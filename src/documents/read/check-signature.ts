/** Was it signed with this key, and not a byte (JWT) or statement (Data Integrity) changed since? */
import { type CanonicalForm, canonicalize } from '../contexts/canonicalize.js';
import { listOf, stringOf } from '../json/json-value.js';
import type { PublishedKey } from '../proofs/public-key.js';
import {
  areOfOneSuite,
  type DataIntegrityFault,
  isKnownProof,
  verifyDataIntegrity,
} from '../proofs/verify-data-integrity.js';
import { type JwtFault, verifyJwt } from '../proofs/verify-jwt.js';
import { type Check, failed, notChecked, passed } from './check.js';
import type { CredentialReading } from './reading.js';

/**
 * Judges the proof that keyReference chose. Several embedded proofs: all of its suite must have been made with this key;
 * those of other suites are made with other keys, and left aside.
 * @param key undefined when it could not be had
 * @param ways to the canonical form, as verifyDataIntegrity takes them
 */
export async function checkSignature(
  reading: CredentialReading,
  key: PublishedKey | undefined,
  ways: readonly CanonicalForm[] = [canonicalize],
): Promise<Check> {
  if (reading.kind === 'open-badge-3-jwt') {
    if (!key) return notChecked('signature', 'key-missing');
    return answer(
      await verifyJwt(reading.jws, reading.credential, key),
      stringOf(reading.jws.header['alg']) ?? '',
    );
  }
  const proofs = listOf(reading.credential['proof']);
  if (proofs.length === 0) return failed('signature', 'proof-missing');
  const first = proofs.find(isKnownProof);
  const known = proofs.filter(isKnownProof).filter((proof) => areOfOneSuite(first, proof));
  if (known.length === 0) return notChecked('signature', 'proof-kind-unknown');
  if (!key) return notChecked('signature', 'key-missing');
  for (const proof of known) {
    const fault = await verifyDataIntegrity(reading.credential, proof, key, ways);
    if (fault !== undefined) return answer(fault, '');
  }
  return answer(undefined, stringOf(known[0]?.['cryptosuite'] ?? known[0]?.['type']) ?? '');
}

function answer(fault: DataIntegrityFault | JwtFault | undefined, algorithm: string): Check {
  // without its words nobody knows what was signed: that is no fault of the signature
  if (fault === 'key-unusable' || fault === 'context-unknown' || fault === 'terms-undefined') {
    return notChecked('signature', fault);
  }
  return fault === undefined
    ? passed('signature', 'signature-right', { algorithm })
    : failed('signature', fault);
}
