/** What an attacker may try: nothing of it may end as 'valid', and each is told for what it is. */
import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { exportJWK } from 'jose';
import { jwtClaims } from '../../../src/documents/proofs/jwt-claims.js';
import { foreignBase } from './foreign-issuer.js';
import { expectTold, good, jws } from './forger.js';

describe('forging a credential by a JWT that says two things', function () {
  this.timeout(60_000);

  for (const [claim, value] of [
    ['iss', 'did:web:evil.example:institutions:inst1'],
    ['sub', 'urn:uuid:11111111-1111-4111-8111-111111111111'],
    ['jti', 'https://badges.example.net/awards/another'],
    ['nbf', 1],
    ['exp', 4_000_000_000],
  ] as const) {
    it(`when ${claim} differs from the credential, then it is altered`, async () => {
      const { credential, issuer } = await good;
      const payload = { ...credential(), ...jwtClaims(credential()), [claim]: value };
      const header = { alg: 'RS256', kid: issuer.jwt.kid };
      const forged = await jws(header, payload, issuer.jwt);
      await expectTold(forged, 'altered', 'signature', 'failed: jwt-claims-differ');
    });
  }

  it('when it says alg none, or an HMAC with the public key, then it is invalid', async () => {
    const { credential, issuer } = await good;
    const payload = { ...credential(), ...jwtClaims(credential()) };
    for (const alg of ['none', 'HS256']) {
      const forged = await jws({ alg, kid: issuer.jwt.kid }, payload, issuer.jwt);
      await expectTold(forged, 'invalid', 'signature', 'failed: jwt-algorithm-refused');
    }
  });

  it('when a credential of data model 2.0 lies inside of vc, then it is invalid', async () => {
    const { credential, issuer } = await good;
    const payload = { ...jwtClaims(credential()), vc: credential() };
    const forged = await jws({ alg: 'RS256', kid: issuer.jwt.kid }, payload, issuer.jwt);
    await expectTold(forged, 'invalid', 'signature', 'failed: jwt-model-differs');
  });

  it('when a weak RSA key signed it, then it is not valid', async () => {
    const { credential, web } = await good;
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const kid = `${foreignBase}/institutions/inst1/keys/weak.json`;
    web.stands.set(kid, { json: await exportJWK(weak.publicKey) });
    const payload = { ...credential(), ...jwtClaims(credential()) };
    const forged = await jws({ alg: 'RS256', kid }, payload, {
      sign: async (bytes) => signBytes('sha256', bytes, weak.privateKey),
    });
    await expectTold(forged, 'unconfirmed', 'signature', 'not-checked: key-unusable');
  });
});
