import { expect } from 'chai';
import { claimAward } from '../../../../src/domain/awards/claim-award.js';
import { correctAward } from '../../../../src/domain/awards/correct-award.js';
import { publishedAward } from '../../../../src/domain/awards/published-award.js';
import { sdJwtDocument } from '../../../../src/domain/awards/sd-jwt-document.js';
import { suspendAward } from '../../../../src/domain/awards/suspend-award.js';
import { verifyCredential } from '../../../../src/domain/verification/verify-credential.js';
import { randomId } from '../../../../src/shared/ids.js';
import { aTeacherVisit, aVisit } from '../../../support/builders/a-visit.js';
import { memoryKeys } from '../../../support/memory/memory-keys.js';
import { anAwardOfOldKeys } from '../award-of-old-keys.js';
import { aClaimedAward, awardId, institutionId } from '../claimed-award.js';
import { allTold, told } from '../told.js';
import { aPair, encoded, jwsBy, payloadOf } from './wallet-issuer.js';

type World = Pick<Awaited<ReturnType<typeof aClaimedAward>>, 'deps'>;

async function walletFile({ deps }: World): Promise<string> {
  const award = await publishedAward(deps, awardId);
  return (award && (await sdJwtDocument({ ...deps, newId: randomId }, award))) ?? '';
}

/** Without its disclosures but those whose names are given. */
const showing = (sdJwt: string, ...names: string[]): string => {
  const [jws = '', ...texts] = sdJwt.split('~');
  const nameOf = (text: string) => (JSON.parse(Buffer.from(text, 'base64url').toString()) as string[])[1];
  return [jws, ...texts.filter((text) => text !== '' && names.includes(nameOf(text) ?? '')), ''].join('~');
};

async function correct({ deps }: Awaited<ReturnType<typeof aClaimedAward>>): Promise<void> {
  const newId = 'NewNewNewNewNewNewNewN';
  const reason = 'The name was misspelt.';
  await correctAward(
    { ...deps, newId: () => newId },
    { awardId, visit: aTeacherVisit(), version: 1, reason },
  );
  await claimAward(deps, { awardId: newId, visit: aVisit(), carryGrade: false, consent: true });
}

describe('verifying our own credentials for wallets', () => {
  for (const base of ['https://acquis.example.org', 'http://localhost:8080']) {
    it(`when the file of an installation on ${base} is handed in, then every check passes and no server is asked`, async () => {
      const world = await aClaimedAward(base);
      const text = await walletFile(world);
      const report = await verifyCredential(world.deps, {
        bytes: Buffer.from(text),
        email: 'ada@example.org',
      });
      expect(allTold(report)).to.deep.equal({
        readable: 'passed: sd-jwt-vc',
        schema: 'passed: shape-right',
        contexts: 'passed: type-named',
        signature: 'passed: signature-right',
        'key-belongs-to-issuer': 'passed: controller-is-issuer',
        'issuer-identified': 'passed: issuer-known-here',
        dates: 'passed: valid-for-ever',
        status: 'passed: not-revoked',
        recipient: 'passed: recipient-matches',
        'european-elements': 'passed: european-elements-complete',
      });
      expect([report.outcome, report.kind]).to.deep.equal(['valid', 'sd-jwt-vc']);
      expect(report.credential).to.include({
        id: world.address,
        title: 'Data literacy',
        issuerName: 'Université de Test',
        validFrom: '2026-11-20T09:00:00Z',
      });
      expect(JSON.stringify(report)).not.to.contain('Ada Learner').and.not.contain('ada@example.org');
      expect(world.fetched).to.deep.equal([]);
    });
  }

  it('when its holder shows nothing, then it is valid, and whose it is stays open', async () => {
    const world = await aClaimedAward();
    const text = showing(await walletFile(world));
    const report = await verifyCredential(world.deps, { text, email: 'ada@example.org' });
    expect(report.outcome).to.equal('valid');
    expect(told(report, 'recipient')).to.equal('not-checked: recipient-not-shown');
    expect(told(report, 'european-elements')).to.equal('not-checked: european-elements-kept-back');
    expect(report.credential).to.deep.include({ id: undefined, title: 'Data literacy' });
  });

  it('when another e-mail address is asked for than is shown, then it is another person’s', async () => {
    const world = await aClaimedAward();
    const text = showing(await walletFile(world), 'email');
    const report = await verifyCredential(world.deps, { text, email: 'eve@example.org' });
    expect([report.outcome, told(report, 'recipient')]).to.deep.equal([
      'other-person',
      'failed: recipient-differs',
    ]);
  });

  it('when the award is revoked, then it says so; with the award shown also why', async () => {
    const world = await aClaimedAward();
    const text = await walletFile(world);
    await world.revoke();
    const report = await verifyCredential(world.deps, { text });
    expect([report.outcome, told(report, 'status')]).to.deep.equal(['revoked', 'failed: revoked']);
    expect(report.checks.find(({ name }) => name === 'status')?.details).to.deep.equal({
      revocationReason: 'Plagiarism',
    });
    expect((await verifyCredential(world.deps, { text: showing(text) })).outcome).to.equal('revoked');
  });

  it('when the award is suspended, then the file that shows its page says suspended', async () => {
    const world = await aClaimedAward();
    const text = await walletFile(world);
    await suspendAward(world.deps, { awardId, visit: aTeacherVisit(), reason: 'Under review' });
    expect((await verifyCredential(world.deps, { text })).outcome).to.equal('suspended');
  });

  it('when it is suspended or was corrected and its holder shows nothing, then that is told, and nothing that leads to them', async () => {
    const suspended = await aClaimedAward();
    const text = showing(await walletFile(suspended));
    await suspendAward(suspended.deps, { awardId, visit: aTeacherVisit(), reason: 'Ada is looked into' });
    const world = await aClaimedAward();
    const old = showing(await walletFile(world));
    await correct(world);
    for (const [report, outcome, answer] of [
      [await verifyCredential(suspended.deps, { text }), 'suspended', 'failed: suspended'],
      [await verifyCredential(world.deps, { text: old }), 'revoked', 'failed: superseded'],
    ] as const) {
      expect([report.outcome, told(report, 'status')]).to.deep.equal([outcome, answer]);
      expect(JSON.stringify(report)).not.to.contain('/awards/').and.not.to.contain('Ada');
    }
  });

  it('when somebody else’s names the place of ours, then nothing of ours is told of it', async () => {
    const world = await aClaimedAward();
    const text = showing(await walletFile(world));
    await suspendAward(world.deps, { awardId, visit: aTeacherVisit(), reason: 'Under review' });
    const thief = await aPair('EdDSA');
    for (const iss of [payloadOf(text)['iss'], 'https://evil.example']) {
      const forged = `${jwsBy(thief, { ...payloadOf(text), iss }, { kid: '#k', typ: 'dc+sd-jwt' })}~`;
      const report = await verifyCredential(world.deps, { text: forged });
      expect(told(report, 'status')).not.to.contain('suspended');
    }
    const [header = '', payload = '', signature = ''] = text.slice(0, -1).split('.');
    const changed = encoded({ ...payloadOf(text), title: 'Data mastery' });
    expect(changed).not.to.equal(payload);
    const report = await verifyCredential(world.deps, { text: `${header}.${changed}.${signature}~` });
    expect([report.outcome, told(report, 'status')]).to.deep.equal(['altered', 'failed: revoked']);
  });

  it('when the keys were renewed, then it verifies all the same', async () => {
    const world = await aClaimedAward('https://acquis.example.org', memoryKeys());
    const text = await walletFile(world);
    const old = await world.deps.keys.published(institutionId);
    await world.deps.keys.renew(
      institutionId,
      old.map(({ id }) => id),
    );
    expect((await verifyCredential(world.deps, { text })).outcome).to.equal('valid');
  });

  it('when somebody else’s refers to this installation, then it is invalid, and nobody is asked', async () => {
    const { deps, fetched } = await aClaimedAward();
    const thief = await aPair('EdDSA');
    const did = `did:web:acquis.example.org:institutions:${institutionId}`;
    for (const [iss, kid] of [
      [did, `${did}#z6MkUnknown`],
      [did, '#z6MkUnknown'],
      [did, undefined],
      ['did:web:acquis.example.org:institutions:nobody', 'did:web:acquis.example.org:institutions:nobody#k'],
      ['https://ACQUIS.example.org./', 'k1'],
      ['https://badges.example.net', `${did}#k`],
    ]) {
      const text = `${jwsBy(thief, { iss, vct: 'urn:example:1' }, { kid, typ: 'dc+sd-jwt' })}~`;
      const report = await verifyCredential(deps, { text });
      expect([report.outcome, told(report, 'key-belongs-to-issuer')], iss).to.deep.equal([
        'invalid',
        'failed: unknown-here',
      ]);
    }
    expect(fetched).to.deep.equal([]);
  });

  it('when its key was declared compromised, then it is not believed, and why is told', async () => {
    const world = await anAwardOfOldKeys();
    const text = await walletFile(world);
    await world.declare();
    const report = await verifyCredential(world.deps, { text });
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'invalid',
      'failed: wallet-key-compromised',
    ]);
    expect(report.checks.find(({ name }) => name === 'key-belongs-to-issuer')?.details).to.have.keys(
      'declared',
      'compromisedSince',
    );
  });
});
