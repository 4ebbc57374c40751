/** Signed Open Badges 2.0 of an issuer elsewhere who has a profile for each key: the badge class names the plain one, the key another. */
import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer } from './open-badge-2-issuer.js';
import { told } from './told.js';

const own = 'https://badges.example.net/issuers/1.key';
const elsewhere = 'https://partner.example.net/issuers/1';

/** The plain profile lists another key. */
function aWorld(changes: { plain?: JsonObject; related?: JsonObject; key?: JsonObject } = {}) {
  const world = anOpenBadge2Issuer({
    issuer: { publicKey: ['https://badges.example.net/keys/0'], related: [own], ...changes.plain },
    key: { owner: own, ...changes.key },
  });
  const { at, documents, web } = world;
  const profile = {
    ...documents.issuer,
    id: own,
    publicKey: [at.key],
    related: at.issuer,
    ...changes.related,
  };
  web.stands.set(String(profile.id), { json: profile });
  return world;
}

const check = (world: ReturnType<typeof aWorld>, payload: JsonObject = world.signedAssertion) =>
  verifyCredential(depsOn(world.web), { text: world.sign(payload) });

describe('verifying signed Open Badges 2.0 by a key of a related profile', () => {
  it('when both profiles name each other and the other one lists the key, then it is valid', async () => {
    for (const related of [[own], own, [{ id: own, type: 'Issuer' }]]) {
      const report = await check(aWorld({ plain: { related } }));
      expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
        'valid',
        'passed: controller-is-issuer',
      ]);
    }
  });

  it('when the plain profile lists the key as well, then it is valid', async () => {
    const { at } = anOpenBadge2Issuer();
    expect((await check(aWorld({ plain: { publicKey: [at.key] } }))).outcome).to.equal('valid');
  });

  const wrong: Record<string, Parameters<typeof aWorld>[0]> = {
    'the issuer does not name the other profile': { plain: { related: ['https://badges.example.net/x'] } },
    'the other profile does not name the issuer': { related: { related: [] } },
    'the other profile does not list the key': { related: { publicKey: [] } },
    'the key names the issuer, who does not list it': {
      key: { owner: 'https://badges.example.net/issuers/1' },
    },
    'the other profile stands on another server': {
      plain: { related: [elsewhere] },
      related: { id: elsewhere },
      key: { owner: elsewhere },
    },
    'the profiles name each other, and the issuer lists no key': {
      plain: { publicKey: [] },
      related: { publicKey: [] },
    },
  };
  for (const [what, changes] of Object.entries(wrong))
    it(`when ${what}, then the key is another's`, async () => {
      const report = await check(aWorld(changes));
      expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
        'invalid',
        'failed: key-of-another',
      ]);
    });

  it('when the key stands on another server, or nowhere, then it is another’s, and that server is not asked', async () => {
    for (const creator of ['https://evil.example/key', 'https://badges.example.net/keys/none']) {
      const world = aWorld();
      const report = await check(world, {
        ...world.signedAssertion,
        verification: { type: 'SignedBadge', creator },
      });
      expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
        'invalid',
        'failed: key-of-another',
      ]);
      expect(world.web.fetched.filter((address) => address.includes('evil'))).to.deep.equal([]);
    }
  });

  it('when the key or the other profile cannot be had for now, then it is not said to be another’s key', async () => {
    const world = aWorld();
    world.web.stands.set(world.at.key, { trouble: 'connection' });
    expect((await check(world)).outcome).to.equal('unconfirmed');
    const other = aWorld();
    other.web.stands.set(own, { trouble: 'timeout' });
    expect((await check(other)).outcome).to.equal('unconfirmed');
  });
});
