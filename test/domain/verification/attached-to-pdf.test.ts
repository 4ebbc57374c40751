/** Our certificate handed in: what is attached to it is checked, whatever its pages say. */
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { makeCertificate } from '../../../src/documents/certificate/make-certificate.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { attaching, pdfWithTable } from '../../documents/pdf/pdf.builder.js';
import { aCertificate } from '../../support/builders/a-certificate.js';
import { aClaimedAward } from './claimed-award.js';
import { told } from './told.js';

describe('verifying a certificate (PDF)', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  beforeEach(async () => (world = await aClaimedAward()));

  const certificate = (json = world.documents.openBadge3): Promise<Uint8Array> =>
    makeCertificate(aCertificate({ credential: { ...aCertificate().credential, json } }));
  const check = (bytes: Uint8Array, email?: string) => verifyCredential(world.deps, { bytes, email });

  it('when it is as we made it, then the attached credential is valid, and that it was in a PDF is told', async () => {
    const report = await check(await certificate(), 'ada@example.org');
    expect(report).to.include({ outcome: 'valid', kind: 'open-badge-3', container: 'pdf' });
    expect(told(report, 'recipient')).to.equal('passed: recipient-matches');
    expect(world.fetched).to.deep.equal([]);
  });

  it('when its address is given, then the credential of the award is checked', async () => {
    for (const language of ['en', 'fr']) {
      const report = await verifyCredential(world.deps, {
        text: `${world.address}/certificate.${language}.pdf`,
      });
      expect(report.outcome).to.equal('valid');
    }
  });

  it('when the award is revoked, then the certificate of before says so', async () => {
    const bytes = await certificate();
    await world.revoke();
    expect((await check(bytes)).outcome).to.equal('revoked');
  });

  it('when a word of the attached credential is changed, then it is altered', async () => {
    const changed = world.documents.openBadge3.replace('Data literacy', 'Data mastery');
    expect((await check(await certificate(changed))).outcome).to.equal('altered');
  });

  it('when the attachment is replaced in a later part of the file, then the later one counts', async () => {
    const changed = deflateSync(world.documents.openBadge3.replace('Data literacy', 'Data mastery'));
    const before = pdfWithTable(attaching(world.documents.openBadge3));
    const replaced = { number: 20, body: '<< /Filter /FlateDecode >>', stream: changed };
    expect((await check(before)).outcome).to.equal('valid');
    expect((await check(pdfWithTable([replaced], before))).outcome).to.equal('altered');
  });

  it('when bytes of the file are changed, then it is never more than the credential that was signed', async () => {
    const whole = Buffer.from(await certificate());
    const signed = JSON.parse(world.documents.openBadge3) as { id: string };
    for (let place = 7; place < whole.length; place += Math.ceil(whole.length / 150)) {
      const copy = Buffer.from(whole);
      copy[place] = (copy[place] ?? 0) ^ 0x15;
      const report = await check(copy);
      if (report.outcome !== 'valid') expect(report.outcome).to.equal('unreadable');
      else expect(report.credential?.id).to.equal(signed.id);
    }
  });

  it('when nothing is attached, then it cannot be read, and why is told', async () => {
    const report = await check(pdfWithTable(attaching()));
    expect([report.outcome, told(report, 'readable')]).to.deep.equal([
      'unreadable',
      'failed: pdf-without-badge',
    ]);
  });
});
