import { expect } from 'chai';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aClaimedAward } from './claimed-award.js';
import { depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer } from './open-badge-2-issuer.js';
import { allTold, told } from './told.js';

type World = ReturnType<typeof anOpenBadge2Issuer>;

const check = (world: World, given: JsonObject | string = world.documents.assertion, email?: string) =>
  verifyCredential(depsOn(world.web), {
    text: typeof given === 'string' ? given : JSON.stringify(given),
    email,
  });

describe('verifying our own hosted Open Badges 2.0', function () {
  this.timeout(60_000);

  for (const base of ['https://acquis.example.org', 'http://localhost:8080']) {
    it(`when the assertion of ${base} is given, then it is valid and no server is asked`, async () => {
      const { deps, documents, fetched } = await aClaimedAward(base);
      const report = await verifyCredential(deps, { text: documents.openBadge2, email: 'ada@example.org' });
      expect(allTold(report)).to.deep.equal({
        readable: 'passed: open-badge-2',
        schema: 'passed: shape-right',
        contexts: 'passed: open-badge-2-context',
        signature: 'passed: hosted-as-given',
        'key-belongs-to-issuer': 'passed: hosted-by-issuer',
        'issuer-identified': 'passed: issuer-known-here',
        dates: 'passed: valid-for-ever',
        status: 'passed: hosted-not-revoked',
        recipient: 'passed: recipient-matches',
        'european-elements': 'passed: european-elements-complete',
      });
      expect([report.outcome, report.credential?.title]).to.deep.equal(['valid', 'Data literacy']);
      expect(fetched).to.deep.equal([]);
    });
  }

  it('when the award is revoked, then assertion and its address say revoked, with the reason', async () => {
    const { deps, documents, address, revoke } = await aClaimedAward();
    await revoke();
    for (const text of [documents.openBadge2, `${address}/open-badge-2.json`]) {
      const report = await verifyCredential(deps, { text });
      expect([report.outcome, report.kind]).to.deep.equal(['revoked', 'open-badge-2']);
      const status = report.checks.find(({ name }) => name === 'status');
      expect(status?.details).to.deep.equal({ revocationReason: 'Plagiarism' });
    }
  });

  it('when the assertion was changed, then it is altered, and where is told', async () => {
    const { deps, documents } = await aClaimedAward();
    const text = documents.openBadge2.replace('2026-11-20', '2025-11-20');
    const report = await verifyCredential(deps, { text });
    expect(report.outcome).to.equal('altered');
    expect(report.checks.find(({ name }) => name === 'signature')?.details).to.deep.equal({
      member: 'issuedOn',
      handedIn: '2025-11-20T09:00:00Z',
      hosted: '2026-11-20T09:00:00Z',
    });
  });
});

describe('verifying hosted Open Badges 2.0 of others', () => {
  it('when its server says the same, then it is valid by the domain; address, text and picture alike', async () => {
    const world = anOpenBadge2Issuer();
    const { assertion } = world.documents;
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', '2.0', JSON.stringify(assertion));
    const linked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', '2.0', world.at.assertion);
    for (const given of [assertion, world.at.assertion, svg, linked]) {
      const report = await check(world, given, 'ada@example.com');
      expect(report.outcome).to.equal('valid');
      expect(told(report, 'issuer-identified')).to.equal('passed: issuer-controls-domain');
      expect(told(report, 'recipient')).to.equal('passed: recipient-matches');
      expect(report.credential).to.include({ title: 'Soil sampling', issuerName: 'Université de Namur' });
    }
  });

  it('when badge and issuer are embedded and say the same, then it is valid', async () => {
    const world = anOpenBadge2Issuer();
    const { assertion, badge, issuer } = world.documents;
    expect((await check(world, { ...assertion, badge: { ...badge, issuer } })).outcome).to.equal('valid');
  });

  for (const [what, change, details] of [
    [
      'the date',
      (world: World) => ({ ...world.documents.assertion, issuedOn: '2020-01-01T00:00:00Z' }),
      { member: 'issuedOn', handedIn: '2020-01-01T00:00:00Z', hosted: '2026-03-04T10:11:12Z' },
    ],
    [
      'the recipient',
      (world: World) => ({
        ...world.documents.assertion,
        recipient: { type: 'email', hashed: false, identity: 'eve@example.com' },
      }),
      { member: 'recipient' },
    ],
    [
      'the badge',
      (world: World) => ({ ...world.documents.assertion, badge: `${world.at.badge}2` }),
      {
        member: 'badge',
        handedIn: 'https://badges.example.net/badges/12',
        hosted: 'https://badges.example.net/badges/1',
      },
    ],
    [
      'the name in an embedded badge',
      (world: World) => ({
        ...world.documents.assertion,
        badge: { ...world.documents.badge, name: 'Doctor' },
      }),
      { member: 'badge.name', handedIn: 'Doctor', hosted: 'Soil sampling' },
    ],
    [
      'something added',
      (world: World) => ({ ...world.documents.assertion, narrative: 'Best of all' }),
      { member: 'narrative', handedIn: 'Best of all' },
    ],
  ] as [string, (world: World) => JsonObject, Record<string, string>][]) {
    it(`when ${what} differs from what the server holds, then it is altered, and both are told`, async () => {
      const world = anOpenBadge2Issuer();
      const report = await check(world, change(world));
      expect(report.outcome).to.equal('altered');
      expect(report.checks.find(({ name }) => name === 'signature')?.details).to.deep.equal(details);
    });
  }

  it('when the server answers 410, with words or without, or says revoked, then it is revoked', async () => {
    const world = anOpenBadge2Issuer();
    const { assertion } = world.documents;
    for (const standing of [
      { text: 'Gone', status: 410 },
      { json: { revoked: true, revocationReason: 'Error' }, status: 410 },
      { json: { ...assertion, revoked: true }, status: 200 },
    ]) {
      world.web.stands.set(world.at.assertion, standing);
      expect((await check(world, assertion)).outcome).to.equal('revoked');
    }
  });

  it('when it has an end that is over, then it is expired', async () => {
    const world = anOpenBadge2Issuer({ assertion: { expires: '2026-10-01T00:00:00Z' } });
    expect((await check(world)).outcome).to.equal('expired');
  });

  it('when the server has no such badge, then it is invalid; when it does not answer, unconfirmed', async () => {
    const world = anOpenBadge2Issuer();
    const { assertion } = world.documents;
    world.web.stands.delete(world.at.assertion);
    const missing = await check(world, assertion);
    expect([missing.outcome, told(missing, 'signature')]).to.deep.equal([
      'invalid',
      'failed: hosted-missing',
    ]);
    for (const [standing, reason] of [
      [{ trouble: 'connection' }, 'address-unreachable'],
      [{ text: '<html></html>' }, 'document-unreadable'],
    ] as const) {
      world.web.stands.set(world.at.assertion, standing);
      const report = await check(world, assertion);
      expect([report.outcome, told(report, 'signature')]).to.deep.equal([
        'unconfirmed',
        `not-checked: ${reason}`,
      ]);
    }
  });

  it('when badge class or issuer cannot be had, then it is unconfirmed', async () => {
    for (const part of ['badge', 'issuer'] as const) {
      const world = anOpenBadge2Issuer();
      world.web.stands.set(world.at[part], { trouble: 'timeout' });
      const report = await check(world);
      expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
        'unconfirmed',
        'not-checked: address-unreachable',
      ]);
    }
  });

  it('when it is hosted elsewhere in the issuer’s name, then it is invalid', async () => {
    const world = anOpenBadge2Issuer();
    const forged = { ...world.documents.assertion, id: 'https://evil.example/assertion.json' };
    world.web.stands.set(forged.id, { json: forged });
    const report = await check(world, forged);
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'invalid',
      'failed: hosted-elsewhere',
    ]);
  });

  it('when assertion and badge class elsewhere embed the issuer’s profile, then it is invalid', async () => {
    const world = anOpenBadge2Issuer();
    const badge = {
      ...world.documents.badge,
      id: 'https://evil.example/badge.json',
      issuer: { ...world.documents.issuer, verification: { allowedOrigins: 'evil.example' } },
    };
    const forged = { ...world.documents.assertion, id: 'https://evil.example/assertion.json', badge };
    world.web.stands.set(forged.id, { json: forged });
    world.web.stands.set(badge.id, { json: badge });
    const report = await check(world, forged);
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'invalid',
      'failed: hosted-elsewhere',
    ]);
  });

  it('when the issuer’s server sends the assertion on to another, then it is unconfirmed', async () => {
    const world = anOpenBadge2Issuer();
    const forged = { ...world.documents.assertion, id: `${world.at.assertion}?to=evil` };
    world.web.stands.set('https://evil.example/a', { json: forged });
    world.web.stands.set(forged.id, { redirect: 'https://evil.example/a' });
    const report = await check(world, forged);
    expect([report.outcome, told(report, 'signature')]).to.deep.equal([
      'unconfirmed',
      'not-checked: address-redirected',
    ]);
  });

  it('when the issuer names the other server, then it is valid; a start that does not fit is not', async () => {
    const other = 'https://cdn.example.org/assertions/1';
    const verification = { allowedOrigins: ['badges.example.net', 'cdn.example.org'] };
    const named = anOpenBadge2Issuer({ issuer: { verification } });
    const assertion = { ...named.documents.assertion, id: other };
    named.web.stands.set(other, { json: assertion });
    expect((await check(named, assertion)).outcome).to.equal('valid');

    const started = anOpenBadge2Issuer({
      issuer: { verification: { startsWith: 'https://badges.example.net/awards/' } },
    });
    expect((await check(started)).outcome).to.equal('invalid');
  });

  it('when the document at an id names itself otherwise, then it counts for nothing', async () => {
    const world = anOpenBadge2Issuer();
    world.web.stands.set(world.at.issuer, {
      json: { ...world.documents.issuer, id: 'https://evil.example/i' },
    });
    expect((await check(world)).outcome).to.equal('unconfirmed');
  });

  it('when the issuer stands on http, then it is unconfirmed', async () => {
    const world = anOpenBadge2Issuer();
    const plain = (value: string): string => value.replaceAll('https://badges', 'http://badges');
    for (const part of ['assertion', 'badge', 'issuer'] as const) {
      const json = JSON.parse(plain(JSON.stringify(world.documents[part]))) as JsonObject;
      world.web.stands.set(plain(world.at[part]), { json });
    }
    const report = await check(world, plain(world.at.assertion));
    expect([report.outcome, told(report, 'issuer-identified')]).to.deep.equal([
      'unconfirmed',
      'not-checked: issuer-address-insecure',
    ]);
  });

  it('when something that the standard asks for is missing, then it is invalid, and what is told', async () => {
    for (const [part, member, path] of [
      ['assertion', 'recipient', 'recipient'],
      ['badge', 'criteria', 'badge.criteria'],
      ['issuer', 'name', 'issuer.name'],
    ] as const) {
      const world = anOpenBadge2Issuer();
      const json = without(world.documents[part], member);
      world.web.stands.set(world.at[part], { json });
      const report = await check(world, part === 'assertion' ? json : undefined);
      expect(report.outcome).to.equal('invalid');
      expect(report.checks.find(({ name }) => name === 'schema')?.details).to.deep.equal({ path });
    }
    const world = anOpenBadge2Issuer({ assertion: { '@context': 'https://w3id.org/openbadges/v1' } });
    expect(told(await check(world), 'contexts')).to.equal('failed: open-badge-2-context-missing');
  });

  it('when its id is no web address, then it is invalid: nothing can vouch for it', async () => {
    const world = anOpenBadge2Issuer({ assertion: { id: 'urn:uuid:1' } });
    expect((await check(world)).outcome).to.equal('invalid');
  });
});
