/** Which keys of an institution the documents of an award were signed with, as the documents tell it. */
import { isJsonObject, listOf, stringOf } from '../../documents/json/json-value.js';
import { readJsonObject } from '../../documents/json/read-json-object.js';
import { readCompactJws } from '../../documents/proofs/compact-jws.js';
import type { PublicSigningKey } from '../institutions/signing-keys.js';
import type { IssuedDocuments, SignedWith } from './award.js';

export function signedWith({ openBadge3, openBadge3Jwt }: IssuedDocuments): SignedWith {
  const [proof] = listOf(readJsonObject(Buffer.from(openBadge3))?.['proof']);
  const method = isJsonObject(proof) ? (stringOf(proof['verificationMethod']) ?? '') : '';
  const kid = stringOf(readCompactJws(openBadge3Jwt)?.header['kid']) ?? '';
  return {
    integrity: /#(z[A-Za-z0-9]+)$/.exec(method)?.[1] ?? '',
    rsa: /\/keys\/([A-Za-z0-9_-]+)\.json$/.exec(kid)?.[1] ?? '',
  };
}

/** Were they signed with this key? */
export function isSignedWith(signed: SignedWith, { kind, id, multibase }: PublicSigningKey): boolean {
  return kind === 'RSA' ? signed.rsa === id : multibase !== undefined && signed.integrity === multibase;
}
