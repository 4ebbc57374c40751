import { expect } from 'chai';
import { shareableResult } from '../../../../src/domain/verification/shared-results/shareable-result.js';
import { verifyCredential } from '../../../../src/domain/verification/verify-credential.js';
import { aClaimedAward } from '../claimed-award.js';
import { depsOn } from '../foreign-web.js';
import { anOpenBadge2Issuer } from '../open-badge-2-issuer.js';
import { told } from '../told.js';

describe('what of a result can be shared', function () {
  this.timeout(30_000);
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  before(async () => {
    world = await aClaimedAward();
  });

  for (const email of ['ada@example.org', 'eve@example.org', undefined]) {
    it(`when the question was whether it belongs to ${email ?? 'nobody'}, then the answer is about the credential alone`, async () => {
      const report = await verifyCredential(world.deps, { text: world.documents.openBadge3, email });
      const result = shareableResult(report);
      if (!result) throw new Error('a valid credential can be shared');
      expect(result.outcome).to.equal('valid');
      expect(told(result, 'recipient')).to.equal('not-checked: recipient-not-asked');
      expect(JSON.stringify(result)).not.to.contain('example.org"');
    });
  }

  it('when it was read, then verdict, checks, title, issuer and time are there, the credential and names are not', async () => {
    const report = await verifyCredential(world.deps, { text: world.address });
    const result = shareableResult(report, world.address);
    expect(result).to.deep.include({
      outcome: 'valid',
      kind: 'open-badge-3',
      address: world.address,
      checkedAt: report.checkedAt,
    });
    expect(result?.credential).to.include({ title: 'Data literacy', issuerName: 'Université de Test' });
    expect(result?.checks.map(({ name }) => name)).to.deep.equal(report.checks.map(({ name }) => name));
    const text = JSON.stringify(result);
    for (const secret of ['Ada', 'proof', 'credentialSubject', 'sha256$'])
      expect(text).not.to.contain(secret);
  });

  it('when it was revoked with a reason, then that reason stays out', async () => {
    const own = await aClaimedAward();
    await own.revoke();
    const report = await verifyCredential(own.deps, { text: own.documents.openBadge2 });
    expect(JSON.stringify(report)).to.contain('Plagiarism');
    const result = shareableResult(report);
    expect(result?.outcome).to.equal('revoked');
    expect(JSON.stringify(result)).not.to.contain('Plagiarism');
  });

  it('when a copy was altered, then the place is told and neither text', async () => {
    const issuer = anOpenBadge2Issuer();
    const text = JSON.stringify({ ...issuer.documents.assertion, narrative: 'Best of all' });
    const result = shareableResult(await verifyCredential(depsOn(issuer.web), { text }));
    expect(result?.outcome).to.equal('altered');
    expect(JSON.stringify(result)).to.contain('"member":"narrative"').and.not.to.contain('Best of all');
  });

  it('when nothing could be read, then there is nothing to share', async () => {
    expect(shareableResult(await verifyCredential(world.deps, { text: 'no badge' }))).to.equal(undefined);
  });

  it('when the address is longer than a page shows, then it is left out', async () => {
    const report = await verifyCredential(world.deps, { text: world.address });
    expect(shareableResult(report, `https://a.example/${'x'.repeat(2_000)}`)).not.to.have.property('address');
  });
});
