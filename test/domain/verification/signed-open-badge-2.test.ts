import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aPng } from '../../documents/baked-image/png.builder.js';
import { aClaimedAward } from './claimed-award.js';
import { depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer } from './open-badge-2-issuer.js';
import { allTold, told } from './told.js';

type World = ReturnType<typeof anOpenBadge2Issuer>;

const check = (world: World, text: string, email?: string) =>
  verifyCredential(depsOn(world.web), { text, email });

describe('verifying our own signed Open Badges 2.0', function () {
  this.timeout(60_000);

  for (const base of ['https://acquis.example.org', 'http://localhost:8080']) {
    it(`when the assertion of ${base} is given, then it is valid and no server is asked`, async () => {
      const { deps, documents, fetched } = await aClaimedAward(base);
      const text = documents.openBadge2Signed ?? '';
      const report = await verifyCredential(deps, { text, email: 'ada@example.org' });
      expect(allTold(report)).to.include({
        readable: 'passed: open-badge-2-jws',
        signature: 'passed: signature-right',
        'key-belongs-to-issuer': 'passed: controller-is-issuer',
        'issuer-identified': 'passed: issuer-known-here',
        status: 'passed: not-revoked',
        recipient: 'passed: recipient-matches',
        'european-elements': 'passed: european-elements-complete',
      });
      expect([report.outcome, report.credential?.title]).to.deep.equal(['valid', 'Data literacy']);
      expect(fetched).to.deep.equal([]);
    });
  }

  it('when it is baked into a picture, then it is read from there', async () => {
    const { deps, documents } = await aClaimedAward();
    const bytes = bakePng(aPng(), '2.0', documents.openBadge2Signed ?? '');
    const report = await verifyCredential(deps, { bytes });
    expect([report.outcome, report.kind]).to.deep.equal(['valid', 'open-badge-2-jws']);
  });

  it('when the award is revoked, then assertion and its address say revoked, with the reason', async () => {
    const { deps, documents, address, revoke } = await aClaimedAward();
    await revoke();
    for (const text of [documents.openBadge2Signed ?? '', `${address}/open-badge-2.jws`]) {
      const report = await verifyCredential(deps, { text });
      expect([report.outcome, report.kind]).to.deep.equal(['revoked', 'open-badge-2-jws']);
      const status = report.checks.find(({ name }) => name === 'status');
      expect(status?.details).to.deep.equal({ revocationReason: 'Plagiarism' });
    }
  });

  it('when a word of it was changed, or the algorithm is none or HMAC, then it is not valid', async () => {
    const { deps, documents } = await aClaimedAward();
    const [header = '', payload = '', signature = ''] = (documents.openBadge2Signed ?? '').split('.');
    const part = (text: string): string => Buffer.from(text).toString('base64url');
    const changed = Buffer.from(payload, 'base64url').toString().replace('2026-11-20', '2025-11-20');
    const outcome = async (...parts: string[]) =>
      (await verifyCredential(deps, { text: parts.join('.') })).outcome;
    expect(await outcome(header, payload, signature)).to.equal('valid');
    expect(await outcome(header, part(changed), signature)).to.equal('altered');
    for (const alg of ['none', 'HS256', 'ES256', 'PS256'])
      expect(await outcome(part(JSON.stringify({ alg })), payload, signature), alg).to.equal('invalid');
  });
});

describe('verifying signed Open Badges 2.0', () => {
  it('when the issuer’s key signed it, then it is valid by the domain', async () => {
    const world = anOpenBadge2Issuer();
    const report = await check(world, world.sign(world.signedAssertion), 'ada@example.com');
    expect(allTold(report)).to.deep.equal({
      readable: 'passed: open-badge-2-jws',
      schema: 'passed: shape-right',
      contexts: 'passed: open-badge-2-context',
      signature: 'passed: signature-right',
      'key-belongs-to-issuer': 'passed: controller-is-issuer',
      'issuer-identified': 'passed: issuer-controls-domain',
      dates: 'passed: valid-for-ever',
      status: 'passed: not-revoked',
      recipient: 'passed: recipient-matches',
      'european-elements': 'not-checked: european-elements-other-form',
    });
    expect([report.outcome, report.kind]).to.deep.equal(['valid', 'open-badge-2-jws']);
  });

  it('when badge and issuer are embedded, or no key is named, then the issuer’s own profile decides', async () => {
    const world = anOpenBadge2Issuer();
    const { badge, issuer } = world.documents;
    const embedded = { ...world.signedAssertion, badge: { ...badge, issuer } };
    expect((await check(world, world.sign(embedded))).outcome).to.equal('valid');
    const unnamed = { ...world.signedAssertion, verification: { type: 'SignedBadge' } };
    expect((await check(world, world.sign(unnamed))).outcome).to.equal('valid');
  });

  it('when the issuer’s list names it, as text or with a reason, then it is revoked', async () => {
    for (const entry of ['id', 'object'] as const) {
      const world = anOpenBadge2Issuer();
      const { id } = world.signedAssertion;
      const revokedAssertions = [entry === 'id' ? id : { id, revocationReason: 'Error' }];
      world.web.stands.set(world.at.list, { json: { ...world.documents.list, revokedAssertions } });
      const report = await check(world, world.sign(world.signedAssertion));
      expect(report.outcome).to.equal('revoked');
      expect(report.checks.find(({ name }) => name === 'status')?.details).to.deep.equal(
        entry === 'id' ? undefined : { revocationReason: 'Error' },
      );
    }
  });

  it('when the issuer keeps no list, then it is valid; when the list cannot be had or is another’s, unconfirmed', async () => {
    const none = without(anOpenBadge2Issuer().documents.issuer, 'revocationList');
    const bare = anOpenBadge2Issuer();
    bare.web.stands.set(bare.at.issuer, { json: none });
    expect((await check(bare, bare.sign(bare.signedAssertion))).outcome).to.equal('valid');
    for (const [standing, reason] of [
      [{ trouble: 'connection' }, 'address-unreachable'],
      [{ json: { ...bare.documents.list, issuer: 'https://evil.example/i' } }, 'status-list-of-another'],
      [{ json: { ...bare.documents.list, revokedAssertions: 'none' } }, 'status-list-malformed'],
    ] as const) {
      const world = anOpenBadge2Issuer();
      world.web.stands.set(world.at.list, standing);
      const report = await check(world, world.sign(world.signedAssertion));
      expect([report.outcome, told(report, 'status')]).to.deep.equal([
        'unconfirmed',
        `not-checked: ${reason}`,
      ]);
    }
  });

  it('when the issuer publishes a key of another kind under the same id, then it is unconfirmed', async () => {
    for (const kind of ['ed25519', 'ec'] as const) {
      const world = anOpenBadge2Issuer();
      const { publicKey } =
        kind === 'ec' ? generateKeyPairSync(kind, { namedCurve: 'P-256' }) : generateKeyPairSync(kind);
      const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' });
      world.web.stands.set(world.at.key, { json: { ...world.documents.key, publicKeyPem } });
      const report = await check(world, world.sign(world.signedAssertion));
      expect([report.outcome, told(report, 'signature')]).to.deep.equal([
        'unconfirmed',
        'not-checked: key-missing',
      ]);
    }
  });

  it('when another key signed it, or a byte was changed, then it is altered', async () => {
    const world = anOpenBadge2Issuer();
    expect((await check(world, world.sign(world.signedAssertion, 'another'))).outcome).to.equal('altered');
    const [header, , signature] = world.sign(world.signedAssertion).split('.');
    const payload = Buffer.from(
      JSON.stringify({ ...world.signedAssertion, issuedOn: '2020-01-01T00:00:00Z' }),
    ).toString('base64url');
    expect((await check(world, `${header}.${payload}.${signature}`)).outcome).to.equal('altered');
  });

  it('when it names a key that the issuer does not publish, then it is invalid', async () => {
    const world = anOpenBadge2Issuer();
    const creator = 'https://evil.example/key';
    world.web.stands.set(creator, { json: { ...world.documents.key, id: creator } });
    const forged = { ...world.signedAssertion, verification: { type: 'SignedBadge', creator } };
    const report = await check(world, world.sign(forged));
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'invalid',
      'failed: key-of-another',
    ]);
  });

  it('when the issuer’s profile names a key of another owner, or none, then it is invalid', async () => {
    for (const [changes, reason] of [
      [{ key: { owner: 'https://evil.example/i' } }, 'key-of-another'],
      [{ issuer: { publicKey: [] } }, 'key-not-published'],
    ] as [Record<string, JsonObject>, string][]) {
      const world = anOpenBadge2Issuer(changes);
      const report = await check(world, world.sign(world.signedAssertion));
      expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
        'invalid',
        `failed: ${reason}`,
      ]);
    }
  });

  it('when the algorithm is another, or the key is weak, then it is not valid', async () => {
    const world = anOpenBadge2Issuer();
    for (const alg of ['none', 'HS256', 'RS1']) {
      const report = await check(world, world.sign(world.signedAssertion, 'issuer', { alg }));
      expect([report.outcome, told(report, 'signature')]).to.deep.equal([
        'invalid',
        'failed: jwt-algorithm-refused',
      ]);
    }
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const publicKeyPem = weak.export({ type: 'spki', format: 'pem' }).toString();
    const weakly = anOpenBadge2Issuer({ key: { publicKeyPem } });
    const report = await check(weakly, weakly.sign(weakly.signedAssertion));
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'unconfirmed',
      'not-checked: key-unusable',
    ]);
  });

  it('when a signed badge is handed in without its signature, then it is invalid', async () => {
    const world = anOpenBadge2Issuer();
    expect((await check(world, JSON.stringify(world.signedAssertion))).outcome).to.equal('invalid');
  });

  it('when badge class, issuer or key cannot be had, then it is unconfirmed', async () => {
    for (const part of ['badge', 'issuer', 'key'] as const) {
      const world = anOpenBadge2Issuer();
      world.web.stands.set(world.at[part], { trouble: 'connection' });
      const report = await check(world, world.sign(world.signedAssertion));
      expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
        'unconfirmed',
        'not-checked: address-unreachable',
      ]);
    }
  });
});
