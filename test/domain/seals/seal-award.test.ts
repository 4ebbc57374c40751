import { expect } from 'chai';
import type { SealedFile } from '../../../src/domain/seals/sealed-files.js';
import type { SealRelation } from '../../../src/domain/seals/seal-link.js';
import { mayBeSealed } from '../../../src/domain/seals/seal-award.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aCertificate } from '../../documents/certificates/certificate.builder.js';
import { aSealedFile, university } from '../../documents/seals/sealed.builder.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { allTold } from '../verification/told.js';
import { awardId, institutionId } from '../verification/claimed-award.js';
import { aSealingWorld, type SealingWorld } from './sealing-world.js';

describe('the award of a learner under the seal of the institution', () => {
  let world: SealingWorld;
  beforeEach(async () => (world = await aSealingWorld()));
  afterEach(() => world.close());

  const linked = async (relation: SealRelation = 'own') => {
    const { linkedAt } = await world.link();
    await world.deps.sealLinks.decide(institutionId, linkedAt, relation);
  };
  const sealings = () => world.trust.calls.filter((call) => call === 'signatures/signHash').length - 1;
  const contentOf = (file: SealedFile | undefined) =>
    JSON.parse((JSON.parse(file?.json ?? '') as { payload: string }).payload) as Record<string, object>;
  const troubled = async () => (await thrownProblem(() => world.seal())).code;
  const verified = (text: string) => verifyCredential(world.deps, { text });

  it('when it is asked for first, then it is sealed and kept; when again, then the same file is given', async () => {
    await linked();
    const first = await world.seal();
    expect(await world.seal()).to.deep.equal(first);
    expect(sealings()).to.equal(1);
    expect(first?.json).to.contain('Ada L');
  });

  it('when many ask at once, then it is sealed once', async () => {
    await linked();
    const files = await Promise.all(Array.from({ length: 10 }, () => world.seal()));
    expect(new Set(files.map((file) => file?.json)).size).to.equal(1);
    expect(sealings()).to.equal(1);
  });

  it('when many learners ask at once, and the PIN is another by now, then it is sent once', async () => {
    await linked();
    world.trust.behaviour.answers = {
      'credentials/authorize': { status: 400, body: { error: 'invalid_pin' } },
    };
    world.trust.calls.length = 0;
    const ids = Array.from({ length: 5 }, (_, place) => `${awardId.slice(0, -1)}${place}`);
    await Promise.allSettled(ids.map((id) => world.seal(id)));
    expect(world.trust.calls.filter((call) => call === 'credentials/authorize')).to.have.length(1);
  });

  it('when the award is revoked while it waits for others, then it is not sealed; while it is sealed, then nobody gets it', async () => {
    await linked();
    const waiting = Promise.all([world.seal(`${awardId.slice(0, -1)}0`), world.seal()]);
    world.trust.behaviour.credential = (told) => {
      void world.revoke();
      return told;
    };
    expect(await waiting).to.deep.equal([undefined, undefined]);
    expect(sealings()).to.equal(1);
  });

  it('when the seal is the institution’s own, then its owner is the issuer, and the institution’s did is told', async () => {
    await linked();
    const content = contentOf(await world.seal());
    expect(content['issuer']).to.have.deep.property('legalName', { en: [university.O] });
    expect(content['issuer']).to.have.nested.property('eIDASIdentifier.notation', 'VATBE-0409737007');
    expect(JSON.stringify(content['issuer'])).to.contain(
      `did:web:acquis.example.org:institutions:${institutionId}`,
    );
    expect(JSON.stringify(content['credentialSubject'])).to.contain('Université de Test');
    expect(content).not.to.have.property('evidence');
  });

  it('when another organisation seals by mandate, then the credential says for whom, and who answers for it', async () => {
    await linked('mandate');
    const content = contentOf(await world.seal());
    expect(JSON.stringify(content['evidence'])).to.contain(
      `${university.O} seals this credential on behalf of Université de Test`,
    );
    expect(JSON.stringify(content['issuer'])).not.to.contain('did:web');
  });

  it('when no seal is linked, or nobody has said whose it is, then there is none', async () => {
    const award = { id: awardId, institutionId };
    expect([await world.seal(), await mayBeSealed(world.deps, award)]).to.deep.equal([undefined, false]);
    await world.link();
    expect([await world.seal(), await mayBeSealed(world.deps, award)]).to.deep.equal([undefined, false]);
    await linked();
    expect(await mayBeSealed(world.deps, award)).to.equal(true);
  });

  it('when the seal is removed later, then what was sealed stays; when the award is revoked, then it is given to nobody', async () => {
    await linked();
    const file = await world.seal();
    await world.deps.sealLinks.forget(institutionId);
    expect(await world.seal()).to.deep.equal(file);
    await world.revoke();
    expect(await world.seal()).to.equal(undefined);
  });

  it('when the service is away or answers wrongly, then nothing is kept, and it is asked again after a minute; where it may have signed, after a quarter of an hour', async () => {
    await linked();
    const [away, unreadable] = ['seal-unreachable', 'seal-answer-unreadable'];
    for (const [method, answer, code, minutes] of [
      ['credentials/authorize', { status: 503 }, away, 1],
      ['credentials/info', { status: 200 }, unreadable, 1],
      ['signatures/signHash', { status: 503 }, away, 15],
      ['signatures/signHash', { status: 200, body: { signatures: ['c2lnbmVkIQ=='] } }, unreadable, 15],
      ['signatures/timestamp', { status: 503 }, away, 15],
    ] as const) {
      world.trust.behaviour.answers = { [method]: answer };
      expect(await troubled(), method).to.equal(code);
      world.trust.behaviour.answers = {};
      world.trust.calls.length = 0;
      world.time.now = new Date(world.time.now.getTime() + minutes * 60_000 - 1000);
      expect(await troubled(), method).to.equal(away);
      expect(world.trust.calls).to.deep.equal([]);
      world.time.now = new Date(world.time.now.getTime() + 1000);
    }
    expect(await world.seal()).not.to.equal(undefined);
  });

  it('when the service refuses, then it is not asked again until an administrator has tried the seal', async () => {
    await linked();
    world.trust.behaviour.answers = {
      'credentials/authorize': { status: 400, body: { error: 'invalid_pin' } },
    };
    expect(await troubled()).to.equal('seal-refused');
    expect((await world.kept())?.stopped?.reason).to.equal('refused');
    world.trust.calls.length = 0;
    expect(await world.seal()).to.equal(undefined);
    expect(world.trust.calls).to.deep.equal([]);
    world.trust.behaviour.answers = {};
    await world.link();
    expect(await world.seal()).not.to.equal(undefined);
  });

  it('when the seal needs a person by now, then it is stopped', async () => {
    await linked();
    world.trust.behaviour.credential = (told) => ({ ...told, auth: { mode: 'oauth2code' } });
    expect(await troubled()).to.equal('seal-unusable');
    expect((await world.kept())?.stopped?.reason).to.equal('unusable');
  });

  it('when the certificate names another owner than when it was linked, then nothing is sealed', async () => {
    await linked();
    const [key] = world.trust.chain;
    const keys = key && { publicKey: key.publicKey, privateKey: key.privateKey };
    const other = aCertificate({ subject: { ...university, O: 'Somebody else' }, keys });
    world.trust.behaviour.credential = (told) => ({
      ...told,
      cert: { status: 'valid', certificates: [other.der.toString('base64')] },
    });
    expect(await troubled()).to.equal('seal-unusable');
    expect((await world.kept())?.stopped?.reason).to.equal('other-owner');
    expect(sealings()).to.equal(0);
  });

  it('when it is handed in at the verification, then the seal is right, and what became of the award is known', async () => {
    await linked();
    const json = (await world.seal())?.json ?? '';
    const told = async () => {
      const report = await verified(json);
      return [report.outcome, allTold(report)['signature'], allTold(report)['status']];
    };
    expect(await told()).to.deep.equal([
      'unconfirmed',
      'passed: signature-right',
      'passed: award-not-revoked',
    ]);
    await world.revoke();
    expect(await told()).to.deep.equal(['revoked', 'passed: signature-right', 'failed: revoked']);
    const changed = json.replace('Université de Test', 'Université du Test');
    expect((await verified(changed)).outcome).to.equal('altered');
  });

  it('when somebody else’s seal stands under data that name our award, then nothing of ours is told', async () => {
    await linked();
    const file = JSON.parse((await world.seal())?.json ?? '') as { payload: string };
    await world.revoke();
    const payload = file.payload.replace('Université de Test', 'Université du Test');
    const report = await verified(aSealedFile({ chain: [aCertificate({ subject: university })], payload }));
    expect(allTold(report)['status']).to.equal('not-checked: status-none');
  });
});
