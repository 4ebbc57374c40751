/** A PDF that lost what was attached to it, as programs that merge files leave it: the award that it links to is verified. */
import { expect } from 'chai';
import { stringOf } from '../../../src/documents/json/json-value.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { shareableResult } from '../../../src/domain/verification/shared-results/shareable-result.js';
import { linking, linkTo, pdfWithTable } from '../../documents/pdf/pdf.builder.js';
import { aClaimedAward } from './claimed-award.js';
import { aForeignIssuer } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';
import { told } from './told.js';

describe('verifying a PDF without attachment that links to an award', () => {
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  beforeEach(async () => (world = await aClaimedAward()));

  const check = (...links: string[]) =>
    verifyCredential(world.deps, { bytes: pdfWithTable(linking(links.map(linkTo))) });

  it('when it links to one of ours, then that is verified, and which one is told', async () => {
    const report = await check('https://somebody.example/', world.address, 'mailto:ada@example.org');
    expect(report).to.include({ outcome: 'valid', linkedAddress: world.address });
    expect(report).not.to.have.property('container');
    expect(report.credential).to.include({ id: world.address });
    expect(shareableResult(report)).to.deep.include({ address: world.address });
    expect(shareableResult(report)).not.to.have.property('linkedAddress');
    expect(world.fetched).to.deep.equal([]);
  });

  it('when that award is revoked, then it is revoked', async () => {
    await world.revoke();
    expect((await check(world.address)).outcome).to.equal('revoked');
  });

  it('when it links to several, then none is chosen; the same one twice is one', async () => {
    const other = world.address.replace('Aw4rd', 'Other');
    const report = await check(world.address, other);
    expect([report.outcome, told(report, 'readable')]).to.deep.equal([
      'unreadable',
      'failed: pdf-with-several-links',
    ]);
    expect((await check(world.address, world.address)).outcome).to.equal('valid');
  });

  it('when nothing stands there, then that is told, with the address', async () => {
    const other = world.address.replace('Aw4rd', 'Other');
    const report = await check(other);
    expect(report).to.include({ outcome: 'unreadable', linkedAddress: other });
    expect(told(report, 'readable')).to.equal('failed: address-not-found');
  });

  it('when its links are no pages of awards, then nobody is asked', async () => {
    const id = 'Aw4rdAw4rdAw4rdAw4rdAw';
    const report = await check(
      'https://somebody.example/cv',
      `https://somebody.example/awards/${id}?next=1`,
      `https://somebody.example/awards/${id}/certificate.en.pdf`,
      `https://somebody.example/x/awards/${id}`,
      `https://user@somebody.example/awards/${id}`,
      'https://somebody.example/awards/short',
      `file:///awards/${id}`,
    );
    expect(told(report, 'readable')).to.equal('failed: pdf-without-badge');
    expect(world.fetched).to.deep.equal([]);
  });

  it('when it links to an award of another installation, then that is asked like any address', async () => {
    const { web, sign, credential } = await aForeignIssuer();
    const unsigned = credential({ awardId: 'Fore1gnFore1gnFore1gnF' });
    const id = stringOf(unsigned['id']) ?? '';
    web.stands.set(id, { json: await sign(unsigned) });
    const bytes = pdfWithTable(linking([linkTo(id)]));
    const report = await verifyCredential(depsOn(web), { bytes });
    expect(report).to.include({ outcome: 'valid', linkedAddress: id });
    expect(web.fetched[0]).to.equal(id);
  });
});
