/**
 * `npm run bench -- sign`: an eddsa-rdfc-2022 signature of a full micro-credential, against @digitalbazaar/vc. Both sign the
 * same class, one learner after the other. Ours is asked for the institution's key each time, as at a claim, and opens it from
 * its envelope; its records are in memory, for no database is measured here.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadContext } from '../src/documents/contexts/load-context.js';
import { identityHash } from '../src/documents/identity/identity-hash.js';
import { type JsonObject, stringOf } from '../src/documents/json/json-value.js';
import { achievementCredential } from '../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../src/documents/proofs/sign-data-integrity.js';
import { verifyDataIntegrity } from '../src/documents/proofs/verify-data-integrity.js';
import { integritySigner } from '../src/domain/awards/institution-signers.js';
import { randomId } from '../src/shared/ids.js';
import { aCredential, anInstitution, testBase } from '../test/documents/credential-content.builder.js';
import { referenceFault } from '../test/documents/reference-verifier.js';
import { aTestIssuer } from '../test/documents/signers.js';
import { memoryKeys } from '../test/support/memory/memory-keys.js';
import { compareCosts } from './support/compare-costs.js';

const classSize = 200;
const firstDay = Date.parse('2026-03-04T10:11:12Z');

/** Everything that differs between the learners of a class does. */
function learnersCredential(number: number): JsonObject {
  const [emailSalt, nameSalt] = [randomId(), randomId()];
  const { status, grade, evidence } = aCredential();
  return achievementCredential(
    aCredential({
      awardId: randomId(),
      recipient: {
        subjectId: `urn:uuid:${crypto.randomUUID()}`,
        emailHash: identityHash(`learner${number}@example.com`, emailSalt),
        emailSalt,
        nameHash: identityHash(`Learner ${number}`, nameSalt),
        nameSalt,
      },
      evidence: evidence.map((one) => ({ ...one, narrative: `Seen on day ${number} of the course.` })),
      grade: grade && { ...grade, value: number % 21 },
      validFrom: new Date(firstDay + number * 61_000),
      status: { ...status, index: number },
    }),
  );
}

const learners = Array.from({ length: classSize }, (_, number) => learnersCredential(number));
const inTurn = (): (() => JsonObject) => {
  let turn = 0;
  return () => learners[turn++ % classSize] ?? {};
};
const created = ({ validFrom }: JsonObject): Date => new Date(stringOf(validFrom) ?? 0);

const institutionId = anInstitution().id;
const deps = { keys: memoryKeys(), base: testBase };
const [ourNext, theirNext] = [inTurn(), inTurn()];
async function ours(): Promise<JsonObject> {
  const credential = ourNext();
  return signDataIntegrity(await integritySigner(deps, institutionId), credential, created(credential));
}

const issuer = await aTestIssuer(institutionId);
const theirKey = await generate({ controller: issuer.did });
async function theirs(): Promise<JsonObject> {
  // it writes its proof into what it is given
  const credential = { ...theirNext() };
  const signer = theirKey.signer();
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: created(credential) });
  return (await vc.issue({ credential, suite, documentLoader: loadContext })) as JsonObject;
}

// Only what is right counts: each side's signatures must satisfy the other's verifier, the first, which takes the long way,
// and those that follow.
const dataIntegrity = await integritySigner(deps, institutionId);
const { multibase: multikey = '' } = await deps.keys.current(institutionId, 'Ed25519');
for (let number = 0; number < 3; number++) {
  const fault = await referenceFault(await ours(), { ...issuer, multikey, dataIntegrity });
  if (fault !== undefined) throw new Error(`@digitalbazaar/vc refuses our signature: ${fault}`);
  const signed = await theirs();
  const proof = [signed['proof']].flat()[0] as JsonObject;
  const refusal = await verifyDataIntegrity(signed, proof, { multikey: theirKey.publicKeyMultibase });
  if (refusal !== undefined) throw new Error('we refuse the signature of @digitalbazaar/vc');
}

await compareCosts({
  name: 'sign',
  what: `one signature of a credential of ${JSON.stringify(learners[0]).length} bytes, in a class of ${classSize}`,
  ours: { label: 'Acquis', run: ours },
  reference: { label: '@digitalbazaar/vc', run: theirs },
});
