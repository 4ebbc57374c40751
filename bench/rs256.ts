/**
 * `npm run bench -- rs256`: a full micro-credential as VC-JWT, against node:crypto signing the same bytes with the same kind of
 * key and nothing else. Ours is asked for the institution's key each time, as at a claim.
 */
import { generateKeyPairSync, sign, verify, createPublicKey, type JsonWebKey } from 'node:crypto';
import { achievementCredential } from '../src/documents/open-badge-3/achievement-credential.js';
import { signJwt } from '../src/documents/proofs/sign-jwt.js';
import { rsaSigner } from '../src/domain/awards/institution-signers.js';
import { aCredential, anInstitution, testBase } from '../test/documents/credential-content.builder.js';
import { memoryKeys } from '../test/support/memory/memory-keys.js';
import { compareCosts } from './support/compare-costs.js';

const credential = achievementCredential(aCredential());
const institutionId = anInstitution().id;
const deps = { keys: memoryKeys(), base: testBase };
const ours = async (): Promise<string> => signJwt(await rsaSigner(deps, institutionId), credential);

const token = await ours();
const [header = '', payload = '', signature = ''] = token.split('.');
const bytes = Buffer.from(`${header}.${payload}`);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const theirs = (): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    sign('sha256', bytes, privateKey, (error, made) => {
      if (error) reject(error);
      else resolve(made);
    });
  });

// Only what is right counts.
const { jwk } = await deps.keys.current(institutionId, 'RSA');
const publicKey = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
if (!verify('sha256', bytes, publicKey, Buffer.from(signature, 'base64url')))
  throw new Error('our signature does not fit our key');

await compareCosts({
  name: 'rs256',
  what: `one RS256 signature of ${bytes.length} bytes`,
  ours: { label: 'Acquis', run: ours },
  reference: { label: 'node:crypto', run: theirs },
});
