/** What openbadgeslib says of our Open Badges 2.0: hosted, signed, baked into both kinds of picture, changed, revoked. */
import { expect } from 'chai';
import { addresses } from '../../../src/documents/addresses.js';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import {
  hostedAssertion,
  revokedAssertion,
  signedAssertion,
} from '../../../src/documents/open-badge-2/assertion.js';
import { badgeClass } from '../../../src/documents/open-badge-2/badge-class.js';
import { cryptographicKey } from '../../../src/documents/open-badge-2/cryptographic-key.js';
import { issuerProfile2 } from '../../../src/documents/open-badge-2/issuer-profile.js';
import { revocationList2 } from '../../../src/documents/open-badge-2/revocation-list.js';
import { signJws } from '../../../src/documents/proofs/sign-jws.js';
import { openBadges2LibVerify } from '../../support/verifiers.js';
import { aPng } from '../baked-image/png.builder.js';
import { aCredential, testBase as base } from '../credential-content.builder.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

const at = addresses(base);
const content = aCredential();
const { awardId, institution } = content;
const keyId = 'rsa1';
const picture = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';

describe('openbadgeslib on Open Badges 2.0', function () {
  this.timeout(120_000);
  let issuer: TestIssuer;
  let documents: Record<string, string>;
  const hosted = JSON.stringify(hostedAssertion(content));
  let signed: string;

  before(async () => {
    issuer = await aTestIssuer();
    const key = { id: keyId, institutionId: institution.id, jwk: issuer.rsaJwk };
    const { microCredentialId, version } = content.achievement;
    const published = {
      [at.openBadge2(awardId)]: hostedAssertion(content),
      [at.badgeClass(microCredentialId, version)]: badgeClass(content),
      [at.issuerProfile2(institution.id)]: issuerProfile2({
        ...content,
        profile: { listed: keyId, others: [] },
      }),
      [at.cryptographicKey(institution.id, keyId)]: cryptographicKey({ base, key, hasOwnProfile: false }),
      [at.revocationList2(institution.id)]: revocationList2(base, institution.id, []),
    };
    documents = Object.fromEntries(
      Object.entries(published).map(([url, document]) => [url, JSON.stringify(document)]),
    );
    signed = await sign(issuer);
  });

  const sign = (by: TestIssuer): Promise<string> =>
    signJws(by.jwt.sign, signedAssertion(content, { creator: at.cryptographicKey(institution.id, keyId) }));
  const ask = (question: { credential: string } | { image: Uint8Array }, changes: typeof documents = {}) =>
    openBadges2LibVerify({ ...question, documents: { ...documents, ...changes } });

  it('given the hosted assertion and all that it leads to, finds it valid', async () => {
    const answer = await ask({ credential: hosted });
    expect(answer).to.include({ valid: true, reason: null });
    expect(answer.fetched).to.include(at.openBadge2(awardId));
  });

  it('given the signed assertion, finds it valid by the key that the issuer names', async () => {
    const answer = await ask({ credential: signed });
    expect(answer).to.include({ valid: true, reason: null });
    expect(answer.fetched).to.include(at.cryptographicKey(institution.id, keyId));
  });

  for (const [kind, bake] of Object.entries({
    PNG: (text: string) => bakePng(aPng(), '2.0', text),
    SVG: (text: string) => Buffer.from(bakeSvg(picture, '2.0', text)),
  })) {
    it(`given the ${kind} with the signed one baked in, unbakes it unchanged and finds it valid`, async () => {
      const answer = await ask({ image: bake(signed) });
      expect(answer).to.include({ valid: true, reason: null, credential: signed });
    });
  }

  it('given the PNG with the hosted one baked in, unbakes it unchanged and finds it valid', async () => {
    const answer = await ask({ image: bakePng(aPng(), '2.0', hosted) });
    expect(answer).to.include({ valid: true, reason: null, credential: hosted });
  });

  // https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/baking/index.html wants the address in `verify`
  it('given the SVG with the hosted one baked in, reads its address and takes that for a JWS', async () => {
    const answer = await ask({ image: Buffer.from(bakeSvg(picture, '2.0', hosted)) });
    expect(answer).to.include({ valid: false, credential: at.openBadge2(awardId) });
    expect(answer.reason).to.match(/^Malformed JWS/);
  });

  it('given the holder, finds the hashed address; given another, does not', async () => {
    for (const credential of [hosted, signed]) {
      const of = (recipient: string) => openBadges2LibVerify({ credential, recipient, documents });
      expect((await of('ada@example.com')).valid).to.equal(true);
      expect((await of('bob@example.com')).reason).to.match(/^Recipient mismatch/);
    }
  });

  it('given a hosted one that says another holder than what is hosted, refuses it', async () => {
    const changed = hosted.replace(/"identity":"sha256\$.{8}/, '"identity":"sha256$00000000');
    expect(changed).not.to.equal(hosted);
    expect((await ask({ credential: changed })).reason).to.match(/field 'recipient' differs/);
  });

  it('given one whose payload was changed, or that another key signed, refuses it', async () => {
    const [header, payload = '', signature] = signed.split('.');
    const text = Buffer.from(payload, 'base64url').toString().replace('2026-03-04', '2025-03-04');
    const changed = [header, Buffer.from(text).toString('base64url'), signature].join('.');
    for (const credential of [changed, await sign(await aTestIssuer())])
      expect((await ask({ credential })).reason).to.match(/^Invalid signature/);
  });

  it('given a signed one that the list names, tells that it is revoked, and why', async () => {
    const list = revocationList2(base, institution.id, [{ id: awardId, reason: 'Mistake' }]);
    const { reason } = await ask(
      { credential: signed },
      { [at.revocationList2(institution.id)]: JSON.stringify(list) },
    );
    expect(reason).to.match(/has been revoked: Mistake$/);
  });

  it('given a hosted one that is revoked, does not find it valid', async () => {
    const revoked = JSON.stringify(revokedAssertion({ base, awardId, reason: 'Mistake' }));
    const answer = await ask({ credential: hosted }, { [at.openBadge2(awardId)]: revoked });
    expect(answer.valid).to.equal(false);
  });
});
