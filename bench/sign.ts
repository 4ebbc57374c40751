/** `npm run bench -- sign`: an eddsa-rdfc-2022 signature of a full micro-credential, against @digitalbazaar/vc. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadContext } from '../src/documents/contexts/load-context.js';
import type { JsonObject } from '../src/documents/json/json-value.js';
import { achievementCredential } from '../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../src/documents/proofs/sign-data-integrity.js';
import { verifyDataIntegrity } from '../src/documents/proofs/verify-data-integrity.js';
import { aCredential } from '../test/documents/credential-content.builder.js';
import { referenceFault } from '../test/documents/reference-verifier.js';
import { aTestIssuer } from '../test/documents/signers.js';
import { compareCosts } from './support/compare-costs.js';

const credential = achievementCredential(aCredential());
const created = new Date('2026-03-04T10:11:12Z');
const issuer = await aTestIssuer();
const key = await generate({ controller: issuer.did });

const ours = (): Promise<JsonObject> => signDataIntegrity(issuer.dataIntegrity, credential, created);
const theirs = async (): Promise<JsonObject> =>
  (await vc.issue({
    credential,
    suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: created }),
    documentLoader: loadContext,
  })) as JsonObject;

// Only what is right counts: each side's signature must satisfy the other's verifier.
const fault = await referenceFault(await ours(), issuer);
if (fault !== undefined) throw new Error(`@digitalbazaar/vc refuses our signature: ${fault}`);
const signed = await theirs();
const proof = [signed['proof']].flat()[0] as JsonObject;
const refusal = await verifyDataIntegrity(signed, proof, { multikey: key.publicKeyMultibase });
if (refusal !== undefined) throw new Error('we refuse the signature of @digitalbazaar/vc');

await compareCosts({
  name: 'sign',
  what: `one signature of a credential of ${JSON.stringify(credential).length} bytes`,
  ours: { label: 'Acquis', run: ours },
  reference: { label: '@digitalbazaar/vc', run: theirs },
});
