/**
 * Signs the documents of an award anew, where the key that signed them is compromised: the award stays what it is, to the letter; only proofs
 * and what they name are others: keys, and in Open Badges 2.0 the address of the badge class, which leads to the key's profile.
 * docs/decisions/0027-compromised-keys.md, docs/decisions/0034-one-key-in-a-profile.md
 */
import { addresses } from '../../documents/addresses.js';
import { isJsonObject, type JsonObject } from '../../documents/json/json-value.js';
import { readJsonObject } from '../../documents/json/read-json-object.js';
import { readCompactJws } from '../../documents/proofs/compact-jws.js';
import { signDataIntegrity } from '../../documents/proofs/sign-data-integrity.js';
import { signJws } from '../../documents/proofs/sign-jws.js';
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { PublicSigningKey, SigningKeys } from '../institutions/signing-keys.js';
import type { AwardStore } from './award-store.js';
import type { IssuedDocuments } from './award.js';
import { baseOfAward } from './base-of-award.js';
import { integritySigner, type RsaSigner, rsaSigner } from './institution-signers.js';
import type { PublishedAward } from './is-published.js';
import { isSignedWith, signedWith } from './signed-with.js';
import { wholeSeconds } from './validity.js';

export interface SignAgainDeps {
  awards: AwardStore;
  keys: SigningKeys;
  clock: Clock;
}

/**
 * False when somebody was first.
 * @param compromised keys of the institution whose signatures are replaced; what others signed stays
 * @throws Problem document-invalid (what is kept cannot be read), key-missing, key-unreadable
 */
export async function signAgain(
  deps: SignAgainDeps,
  award: PublishedAward,
  compromised: readonly PublicSigningKey[],
): Promise<boolean> {
  // what is kept of it, since the write asks for that; of a form that cannot be read the documents tell nothing
  const was = award.signedWith ?? signedWith(award.documents);
  const base = baseOfAward(award);
  if (base === undefined) throw new Problem('document-invalid', { detail: 'the credential has no id' });
  const isBad = (kind: PublicSigningKey['kind']): boolean =>
    compromised.some((key) => key.kind === kind && isSignedWith(was, key));
  const at = wholeSeconds(deps.clock());
  const { institutionId } = award;
  const signing = { keys: deps.keys, base };
  const documents: IssuedDocuments = {
    ...award.documents,
    ...(isBad('Ed25519') && {
      openBadge3: JSON.stringify(
        await signDataIntegrity(
          await integritySigner(signing, institutionId),
          credentialOf(award.documents.openBadge3),
          at,
        ),
      ),
    }),
    ...(isBad('RSA') && (await signedByRsa(await rsaSigner(signing, institutionId), base, award))),
  };
  return deps.awards.signAgain(award.id, was, {
    documents,
    signedWith: signedWith(documents),
    event: { what: 'signed-again', at, by: '' },
  });
}

function credentialOf(text: string): JsonObject {
  const credential = readJsonObject(Buffer.from(text));
  if (!credential) throw new Problem('document-invalid', { detail: 'the credential is unreadable' });
  return credential;
}

async function signedByRsa(
  rsa: RsaSigner,
  base: string,
  { microCredentialId, version, documents }: PublishedAward,
): Promise<Partial<IssuedDocuments>> {
  const { openBadge3Jwt, openBadge2Signed } = documents;
  const jwt = partsOf(openBadge3Jwt);
  const jws = openBadge2Signed === undefined ? undefined : partsOf(openBadge2Signed);
  const verification = jws?.payload['verification'];
  return {
    openBadge3Jwt: await signJws(rsa.sign, jwt.payload, { ...jwt.header, kid: rsa.kid }),
    ...(jws && {
      openBadge2Signed: await signJws(
        rsa.sign,
        // in their places among the members
        {
          ...jws.payload,
          badge: addresses(base).badgeClass(microCredentialId, version, rsa.ofKey),
          verification: { ...(isJsonObject(verification) && verification), creator: rsa.creator },
        },
        jws.header,
      ),
    }),
  };
}

function partsOf(compact: string): { header: JsonObject; payload: JsonObject } {
  const jws = readCompactJws(compact);
  if (!jws) throw new Problem('document-invalid', { detail: 'a signed form is unreadable' });
  return jws;
}
