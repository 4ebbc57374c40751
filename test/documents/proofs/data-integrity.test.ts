/** Embedded proofs: eddsa-rdfc-2022 of ours, judged by the reference implementation and by ourselves. */
import { expect } from 'chai';
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';
import { aCredential } from '../credential-content.builder.js';
import { variants } from '../credential-variants.js';
import { referenceFault } from '../reference-verifier.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

describe('signDataIntegrity', () => {
  let issuer: TestIssuer;
  let signed: JsonObject;

  before(async () => {
    issuer = await aTestIssuer();
    const created = new Date('2026-03-04T10:11:12.987Z');
    signed = await signDataIntegrity(issuer.dataIntegrity, achievementCredential(aCredential()), created);
  });

  for (const [name, content] of Object.entries<CredentialContent>(variants)) {
    it(`given ${name}, makes what @digitalbazaar/vc verifies`, async () => {
      const credential = achievementCredential(content);
      const made = await signDataIntegrity(
        issuer.dataIntegrity,
        credential,
        new Date('2026-03-04T10:11:12Z'),
      );
      expect(await referenceFault(made, issuer)).to.equal(undefined);
    });
  }

  it('given a full credential, makes one proof in an array, created in whole seconds', () => {
    const proof = signed['proof'] as JsonObject[];
    expect(proof).to.have.length(1);
    expect(proof[0]).to.include({ created: '2026-03-04T10:11:12Z', cryptosuite: 'eddsa-rdfc-2022' });
  });

  it('given a credential that has a proof already, signs it without and replaces it', async () => {
    const again = await signDataIntegrity(issuer.dataIntegrity, signed, new Date('2026-03-05T00:00:00Z'));
    expect(again['proof']).to.have.length(1);
    expect(await referenceFault(again, issuer)).to.equal(undefined);
  });

  it('given a term that no context defines, refuses to sign', async () => {
    const odd = { ...achievementCredential(aCredential()), favouriteColour: 'green' };
    const outcome = await signDataIntegrity(issuer.dataIntegrity, odd, new Date()).catch(
      (error: Error) => error,
    );
    expect(outcome).to.be.instanceOf(Error);
  });

  it('given its own signature, finds it right', async () => {
    const [proof] = signed['proof'] as [JsonObject];
    expect(await verifyDataIntegrity(signed, proof, { multikey: issuer.multikey })).to.equal(undefined);
    expect(await verifyDataIntegrity(signed, proof, { jwk: issuer.ed25519Jwk })).to.equal(undefined);
  });
});
