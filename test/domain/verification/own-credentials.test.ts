import { expect } from 'chai';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aClaimedAward } from './claimed-award.js';
import { allTold, told } from './told.js';

describe('verifying our own Open Badges 3.0 credentials', function () {
  this.timeout(60_000);

  for (const base of ['https://acquis.example.org', 'http://localhost:8080']) {
    it(`when the address on ${base} is given, then every check passes and no server is asked`, async () => {
      const { deps, address, fetched } = await aClaimedAward(base);
      const report = await verifyCredential(deps, { text: address, email: 'ada@example.org' });
      expect(allTold(report)).to.deep.equal({
        readable: 'passed: open-badge-3',
        schema: 'passed: shape-right',
        contexts: 'passed: contexts-known',
        signature: 'passed: signature-right',
        'key-belongs-to-issuer': 'passed: controller-is-issuer',
        'issuer-identified': 'passed: issuer-known-here',
        dates: 'passed: valid-for-ever',
        status: 'passed: not-revoked',
        recipient: 'passed: recipient-matches',
        'european-elements': 'passed: european-elements-complete',
      });
      expect(report.outcome).to.equal('valid');
      expect(report.credential).to.include({ title: 'Data literacy', issuerName: 'Université de Test' });
      expect(fetched).to.deep.equal([]);
    });

    it(`when the JWT on ${base} is pasted, then it is valid as well`, async () => {
      const { deps, documents, fetched } = await aClaimedAward(base);
      const report = await verifyCredential(deps, { text: documents.openBadge3Jwt });
      expect([report.outcome, report.kind]).to.deep.equal(['valid', 'open-badge-3-jwt']);
      expect(told(report, 'key-belongs-to-issuer')).to.equal('passed: key-at-issuer');
      expect(fetched).to.deep.equal([]);
    });
  }

  it('when the award is revoked, then credential, JWT and address say revoked, with the reason code', async () => {
    const { deps, documents, address, revoke } = await aClaimedAward();
    await revoke();
    for (const text of [documents.openBadge3, documents.openBadge3Jwt, address]) {
      const report = await verifyCredential(deps, { text });
      expect(report.outcome).to.equal('revoked');
      expect(told(report, 'status')).to.equal('failed: revoked');
    }
  });

  it('when a word is changed, then it is altered', async () => {
    const { deps, documents } = await aClaimedAward();
    const text = documents.openBadge3.replace('Data literacy', 'Data mastery');
    expect((await verifyCredential(deps, { text })).outcome).to.equal('altered');
  });

  it('when another e-mail address is asked for, then it is another person’s', async () => {
    const { deps, documents } = await aClaimedAward();
    const report = await verifyCredential(deps, { text: documents.openBadge3, email: 'eve@example.org' });
    expect([report.outcome, told(report, 'recipient')]).to.deep.equal([
      'other-person',
      'failed: recipient-differs',
    ]);
  });

  it('when no award stands at the address, then it cannot be read, and why is told', async () => {
    const { deps, address } = await aClaimedAward();
    const report = await verifyCredential(deps, { text: address.replace('Aw4rd', 'Other') });
    expect([report.outcome, told(report, 'readable')]).to.deep.equal([
      'unreadable',
      'failed: address-not-found',
    ]);
  });

  it('when a page for people stands at the address, then that is told, and no page is made up', async () => {
    const { deps } = await aClaimedAward();
    const at = async (path: string) => {
      const report = await verifyCredential(deps, { text: `${deps.base}${path}` });
      return [report.outcome, told(report, 'readable')];
    };
    const achievement = '/achievements/MicroMicroMicroMicroMi';
    for (const path of [
      ...['/', '/formats', '/terms/ECTS', '/institutions/InstInstInstInstInstIn'],
      ...[`${achievement}/1`, `${achievement}/1/fr`],
    ])
      expect(await at(path), path).to.deep.equal(['unreadable', 'failed: address-is-a-page']);
    for (const path of ['/nothing', `${achievement}/2`, '/institutions/OtherOtherOtherOtherOt'])
      expect(await at(path), path).to.deep.equal(['unreadable', 'failed: address-not-found']);
  });
});
