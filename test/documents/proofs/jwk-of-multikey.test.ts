/** https://www.w3.org/TR/cid-1.0/#Multikey */
import { generateKeyPairSync } from 'node:crypto';
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { expect } from 'chai';
import { jwkOfMultikey } from '../../../src/documents/proofs/jwk-of-multikey.js';
import { ed25519Multikey, encodeBase58 } from '../../../src/documents/proofs/multibase.js';
import { publicKeyObject } from '../../../src/documents/proofs/public-key.js';

describe('jwkOfMultikey', () => {
  it('given one of Ed25519, gives its key', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const jwk = publicKey.export({ format: 'jwk' });
    const multikey = ed25519Multikey(Buffer.from(jwk.x ?? '', 'base64url'));
    expect(jwkOfMultikey(multikey)).to.deep.equal(jwk);
  });

  for (const [curve, start, named] of [
    ['P-256', /^zDn/, 'prime256v1'],
    ['P-384', /^z82/, 'secp384r1'],
  ] as const) {
    it(`given one of ${curve} made by others, gives a point of that curve, for either sign of y`, async () => {
      for (let round = 0; round < 8; round += 1) {
        const { publicKeyMultibase } = await ecdsaMultikey.generate({ curve });
        expect(publicKeyMultibase).to.match(start);
        const key = publicKeyObject({ multikey: publicKeyMultibase });
        expect(key?.asymmetricKeyDetails?.namedCurve).to.equal(named);
        expect(jwkOfMultikey(publicKeyMultibase)).to.deep.equal(key?.export({ format: 'jwk' }));
      }
    });
  }

  const none: Record<string, string> = {
    'nothing in it': 'z',
    'a length that is not its kind’s': encodeBase58(Uint8Array.of(0xed, 0x01, ...new Uint8Array(31))),
    'a point that is not on the curve': encodeBase58(
      Uint8Array.of(0x80, 0x24, 0x02, ...new Uint8Array(32).fill(0xff)),
    ),
    'a point that is not compressed': encodeBase58(Uint8Array.of(0x80, 0x24, 0x04, ...new Uint8Array(64))),
    'a kind that we do not know': encodeBase58(Uint8Array.of(0xe7, 0x01, ...new Uint8Array(33))),
    'a DID around it': 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  };
  for (const [what, multikey] of Object.entries(none)) {
    it(`given one with ${what}, gives none`, () => {
      expect(jwkOfMultikey(multikey)).to.equal(undefined);
    });
  }
});
