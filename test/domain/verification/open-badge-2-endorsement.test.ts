import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { shareableResult } from '../../../src/domain/verification/shared-results/shareable-result.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aPicture } from './a-picture.js';
import {
  anOpenBadge2Endorsement,
  aSignedEndorsement,
  comment,
  endorsedBadge,
} from './an-open-badge-2-endorsement.js';
import { depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer } from './open-badge-2-issuer.js';
import { allTold, told } from './told.js';

type World = ReturnType<typeof anOpenBadge2Issuer>;

const check = (world: World, given: JsonObject | string | Uint8Array, email?: string) =>
  verifyCredential(
    depsOn(world.web),
    given instanceof Uint8Array
      ? { bytes: given, email }
      : { text: typeof given === 'string' ? given : JSON.stringify(given), email },
  );

describe('verifying hosted endorsements of Open Badges 2.0 by others', () => {
  it('when its server says the same, then it is valid by the domain; text, address and picture alike', async () => {
    const world = anOpenBadge2Issuer();
    const endorsement = anOpenBadge2Endorsement(world);
    const embedded = { ...endorsement, issuer: world.documents.issuer };
    const picture = bakePng(aPicture, '2.0', JSON.stringify(endorsement));
    for (const given of [endorsement, endorsement.id, embedded, picture]) {
      const report = await check(world, given);
      expect([report.outcome, report.kind]).to.deep.equal(['valid', 'endorsement']);
      expect(allTold(report)).to.include({
        readable: 'passed: open-badge-2-endorsement',
        'key-belongs-to-issuer': 'passed: hosted-by-issuer',
        'issuer-identified': 'passed: issuer-controls-domain',
        status: 'passed: hosted-not-revoked',
      });
      expect(report.credential).to.include({
        endorses: endorsedBadge,
        comment,
        issuerName: 'Université de Namur',
        validFrom: '2026-03-04T10:11:12Z',
      });
    }
  });

  it('when it is asked whose it is, then it belongs to nobody, and stays valid', async () => {
    const world = anOpenBadge2Issuer();
    const recipient = { type: 'email', hashed: false, identity: 'ada@example.com' };
    const report = await check(world, anOpenBadge2Endorsement(world, { recipient }), 'ada@example.com');
    expect([report.outcome, told(report, 'recipient')]).to.deep.equal([
      'valid',
      'not-checked: recipient-not-told',
    ]);
  });

  it('when it is hosted on another server than its issuer, then it is invalid, unless the issuer names that server', async () => {
    const id = 'https://evil.example/endorsement.json';
    const world = anOpenBadge2Issuer();
    const report = await check(world, anOpenBadge2Endorsement(world, { id }));
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'invalid',
      'failed: hosted-elsewhere',
    ]);
    const verification = { allowedOrigins: ['evil.example'] };
    const named = anOpenBadge2Issuer({ issuer: { verification } });
    expect((await check(named, anOpenBadge2Endorsement(named, { id }))).outcome).to.equal('valid');
  });

  it('when its server says something else, or holds something of another kind, then it is altered', async () => {
    const world = anOpenBadge2Issuer();
    const endorsement = anOpenBadge2Endorsement(world);
    const report = await check(world, {
      ...endorsement,
      claim: { id: endorsedBadge, endorsementComment: 'No.' },
    });
    expect(report.outcome).to.equal('altered');
    expect(report.checks.find(({ name }) => name === 'signature')?.details).to.deep.equal({
      member: 'claim.endorsementComment',
      handedIn: 'No.',
      hosted: comment,
    });
    const other = { ...world.documents.assertion, type: 'Endorsement' };
    expect((await check(world, other)).outcome).to.equal('altered');
  });

  it('when its server answers 410, with words or without, or says revoked, then it is withdrawn', async () => {
    const world = anOpenBadge2Issuer();
    const endorsement = anOpenBadge2Endorsement(world);
    for (const standing of [
      { text: 'Gone', status: 410 },
      { json: { revoked: true, revocationReason: 'Error' }, status: 410 },
      { json: { ...endorsement, revoked: true }, status: 200 },
    ]) {
      world.web.stands.set(endorsement.id, standing);
      const report = await check(world, endorsement);
      expect([report.outcome, report.kind]).to.deep.equal(['revoked', 'endorsement']);
      expect(report.credential?.comment).to.equal(undefined);
      expect(report.credential?.issuerName).to.equal('Université de Namur');
    }
    const gone = { ...endorsement, id: 'https://evil.example/gone' };
    world.web.stands.set(gone.id, { text: 'Gone', status: 410 });
    expect((await check(world, gone)).credential?.issuerName).to.equal(undefined);
  });

  it('when its time is over, or has not begun, then it says so', async () => {
    const world = anOpenBadge2Issuer();
    for (const [changes, outcome] of [
      [{ expires: '2026-10-01T00:00:00Z' }, 'expired'],
      [{ issuedOn: '2027-10-01T00:00:00Z' }, 'not-yet-valid'],
    ] as const)
      expect((await check(world, anOpenBadge2Endorsement(world, changes))).outcome).to.equal(outcome);
  });

  it('when its server has no such endorsement, then it is invalid; when server or issuer do not answer, unconfirmed', async () => {
    const world = anOpenBadge2Issuer();
    const endorsement = anOpenBadge2Endorsement(world);
    world.web.stands.delete(endorsement.id);
    const missing = await check(world, endorsement);
    expect([missing.outcome, told(missing, 'signature')]).to.deep.equal([
      'invalid',
      'failed: hosted-missing',
    ]);
    for (const part of [endorsement.id, world.at.issuer]) {
      const down = anOpenBadge2Issuer();
      anOpenBadge2Endorsement(down);
      down.web.stands.set(part, { trouble: 'timeout' });
      expect((await check(down, endorsement)).outcome).to.equal('unconfirmed');
    }
  });

  for (const [path, changes] of [
    ['claim', { claim: 'Well done.' }],
    ['claim.id', { claim: { endorsementComment: 'Well done.' } }],
    ['claim.endorsementComment', { claim: { id: endorsedBadge, endorsementComment: 3 } }],
    ['issuedOn', { issuedOn: 'yesterday' }],
    ['verification.type', { verification: { type: 'Belief' } }],
  ] as [string, JsonObject][]) {
    it(`when ${path} is not as the standard asks, then it is invalid, and the place is told`, async () => {
      const world = anOpenBadge2Issuer();
      const report = await check(world, anOpenBadge2Endorsement(world, changes));
      expect(report.outcome).to.equal('invalid');
      expect(report.checks.find(({ name }) => name === 'schema')?.details).to.deep.equal({ path });
    });
  }

  it('when it or its issuer brings meanings of its own, or its id is no web address, then it is invalid', async () => {
    const swapped = ['https://w3id.org/openbadges/v2', { claim: 'https://evil.example/other' }];
    const world = anOpenBadge2Issuer();
    const own = await check(world, anOpenBadge2Endorsement(world, { '@context': swapped }));
    const meant = anOpenBadge2Issuer({ issuer: { '@context': swapped } });
    const issuers = await check(meant, anOpenBadge2Endorsement(meant));
    for (const report of [own, issuers])
      expect([report.outcome, told(report, 'contexts')]).to.deep.equal(['invalid', 'failed: context-inline']);
    expect((await check(world, anOpenBadge2Endorsement(world, { id: 'urn:uuid:1' }))).outcome).to.equal(
      'invalid',
    );
  });

  it('when its result is shared, then what it says of somebody stays out', async () => {
    const world = anOpenBadge2Issuer();
    const report = await check(world, anOpenBadge2Endorsement(world));
    expect(JSON.stringify(shareableResult(report)))
      .to.contain(endorsedBadge)
      .and.not.to.contain('laboratory of Ada');
  });

  it('when a badge calls itself an endorsement as well, then it is judged as a badge', async () => {
    const world = anOpenBadge2Issuer({ assertion: { type: ['Assertion', 'Endorsement'] } });
    const report = await check(world, world.documents.assertion);
    expect([report.outcome, report.kind]).to.deep.equal(['valid', 'open-badge-2']);
  });
});

describe('verifying signed endorsements of Open Badges 2.0', () => {
  it('when the issuer’s key signed it, then it is valid by the domain', async () => {
    const world = anOpenBadge2Issuer();
    const report = await check(world, world.sign(aSignedEndorsement(world)));
    expect([report.outcome, report.kind]).to.deep.equal(['valid', 'endorsement']);
    expect(allTold(report)).to.include({
      readable: 'passed: open-badge-2-endorsement',
      signature: 'passed: signature-right',
      'key-belongs-to-issuer': 'passed: controller-is-issuer',
      status: 'passed: not-revoked',
    });
    expect(report.credential).to.include({ endorses: endorsedBadge, comment });
  });

  it('when the issuer’s list names it, then it is withdrawn', async () => {
    const world = anOpenBadge2Issuer();
    const endorsement = aSignedEndorsement(world);
    const revokedAssertions = [endorsement.id];
    world.web.stands.set(world.at.list, { json: { ...world.documents.list, revokedAssertions } });
    expect((await check(world, world.sign(endorsement))).outcome).to.equal('revoked');
  });

  it('when a word was changed, or another key signed it, then it is not valid', async () => {
    const world = anOpenBadge2Issuer();
    const endorsement = aSignedEndorsement(world);
    const [header, , signature] = world.sign(endorsement).split('.');
    const changed = world.sign({ ...endorsement, issuedOn: '2020-01-01T00:00:00Z' }).split('.')[1];
    expect((await check(world, `${header}.${changed}.${signature}`)).outcome).to.equal('altered');
    expect((await check(world, world.sign(endorsement, 'another'))).outcome).to.equal('altered');
  });

  it('when somebody else signs it with a key of their own in the issuer’s name, then it is invalid', async () => {
    const world = anOpenBadge2Issuer();
    const creator = 'https://evil.example/key';
    world.web.stands.set(creator, { json: { ...world.documents.key, id: creator } });
    const forged = aSignedEndorsement(world, { verification: { type: 'SignedBadge', creator } });
    const report = await check(world, world.sign(forged));
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'invalid',
      'failed: key-of-another',
    ]);
  });

  it('when it names no issuer, or comes without its signature, then it is invalid', async () => {
    const world = anOpenBadge2Issuer();
    const endorsement = aSignedEndorsement(world);
    expect((await check(world, world.sign(without(endorsement, 'issuer')))).outcome).to.equal('invalid');
    expect((await check(world, endorsement)).outcome).to.equal('invalid');
  });
});
