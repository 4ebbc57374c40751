/** ecdsa-rdfc-2019 as others sign it. https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-rdfc-2019 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { expect } from 'chai';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import { type JsonObject, listOf, without } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';
import { checkSignature } from '../../../src/documents/read/check-signature.js';
import { aCredential } from '../credential-content.builder.js';
import { aTestIssuer } from '../signers.js';

type Curve = 'P-256' | 'P-384';

/** Signed by @digitalbazaar/vc with a key of its own. */
async function signed(
  curve: Curve,
): Promise<{ credential: JsonObject; proof: JsonObject; multikey: string }> {
  const controller = 'did:web:school.example';
  const pair = await ecdsaMultikey.generate({ curve, controller });
  pair.id = `${controller}#${pair.publicKeyMultibase}`;
  const issued = (await vc.issue({
    credential: { ...achievementCredential(aCredential()), issuer: controller },
    suite: new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: '2026-03-05T00:00:00Z' }),
    documentLoader: loadContext,
  })) as JsonObject;
  const proof = issued['proof'] as JsonObject;
  return { credential: without(issued, 'proof'), proof, multikey: pair.publicKeyMultibase };
}

describe('ecdsa-rdfc-2019', () => {
  for (const curve of ['P-256', 'P-384'] as const) {
    it(`signed by @digitalbazaar/vc with ${curve}, is right; over anything else it is wrong`, async () => {
      const { credential, proof, multikey } = await signed(curve);
      expect(await verifyDataIntegrity(credential, proof, { multikey })).to.equal(undefined);
      const other = { ...credential, name: 'Brain surgery' };
      expect(await verifyDataIntegrity(other, proof, { multikey })).to.equal('signature-wrong');
      const later = { ...proof, created: '2026-03-06T00:00:00Z' };
      expect(await verifyDataIntegrity(credential, later, { multikey })).to.equal('signature-wrong');
    });
  }

  it('checked with another key of its curve, is wrong; with one of another curve or kind, cannot be judged', async () => {
    const [{ credential, proof }, another, larger] = [
      await signed('P-256'),
      await signed('P-256'),
      await signed('P-384'),
    ];
    const { multikey: ed25519, rsaJwk } = await aTestIssuer();
    const fault = (key: Parameters<typeof verifyDataIntegrity>[2]) =>
      verifyDataIntegrity(credential, proof, key);
    expect(await fault({ multikey: another.multikey })).to.equal('signature-wrong');
    expect(await fault({ multikey: larger.multikey })).to.equal('proof-malformed');
    expect(await fault({ multikey: ed25519 })).to.equal('key-unusable');
    expect(await fault({ jwk: rsaJwk })).to.equal('key-unusable');
  });

  it('called by the name of another suite, is not judged with its key', async () => {
    const { credential, proof, multikey } = await signed('P-256');
    for (const renamed of [
      { ...proof, cryptosuite: 'eddsa-rdfc-2022' },
      { ...without(proof, 'cryptosuite'), type: 'Ed25519Signature2020' },
    ])
      expect(await verifyDataIntegrity(credential, renamed, { multikey })).to.equal('key-unusable');
    const { dataIntegrity, multikey: ed25519 } = await aTestIssuer();
    const { proof: proofs, ...plain } = await signDataIntegrity(dataIntegrity, credential, new Date());
    const [own] = listOf(proofs) as JsonObject[];
    const asEcdsa = { ...own, cryptosuite: 'ecdsa-rdfc-2019' };
    expect(await verifyDataIntegrity(plain, asEcdsa, { multikey: ed25519 })).to.equal('key-unusable');
  });

  it('beside a proof of another suite, is judged alone where it comes first, and the other where that does', async () => {
    const { credential, proof, multikey } = await signed('P-256');
    const { dataIntegrity, multikey: ed25519 } = await aTestIssuer();
    const { proof: proofs } = await signDataIntegrity(dataIntegrity, credential, new Date());
    const [other] = listOf(proofs) as JsonObject[];
    const answer = async (both: JsonObject[], key: string) => {
      const reading = {
        kind: 'open-badge-3',
        credential: { ...credential, proof: both },
        oddNumbers: 0,
      } as const;
      const { result, details } = await checkSignature(reading, { multikey: key });
      return [result, details?.['algorithm']];
    };
    if (!other) throw new Error('a proof was expected');
    expect(await answer([proof, other], multikey)).to.deep.equal(['passed', 'ecdsa-rdfc-2019']);
    expect(await answer([other, proof], ed25519)).to.deep.equal(['passed', 'eddsa-rdfc-2022']);
    expect(await answer([other, proof], multikey)).to.deep.equal(['not-checked', undefined]);
  });
});
