import { expect } from 'chai';
import { publishedAward } from '../../../src/domain/awards/published-award.js';
import { sdJwtDocument } from '../../../src/domain/awards/sd-jwt-document.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import type { FetchDocument } from '../../../src/shared/fetch-document.js';
import { randomId } from '../../../src/shared/ids.js';
import { aClaimedAward, awardId } from '../../domain/verification/claimed-award.js';
import { depsOn } from '../../domain/verification/foreign-web.js';
import { told } from '../../domain/verification/told.js';
import { linking, linkTo, pdfWithTable } from '../../documents/pdf/pdf.builder.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('an award of ours, verified by another installation from what our pages serve', function () {
  this.timeout(60_000);
  const base = 'https://other.example.org';
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  let web: WebHarness;
  let wallet: string;

  before(async () => {
    world = await aClaimedAward(base);
    web = await startWeb(world.deps);
    const award = await publishedAward(world.deps, awardId);
    wallet = (award && (await sdJwtDocument({ ...world.deps, newId: randomId }, award))) ?? '';
  });
  after(() => web.close());

  /** The name of the one leads to the other on loopback. */
  const fetchDocument: FetchDocument = async (url, accept) => {
    const answer = await fetch(url.replace(base, web.url), { headers: { accept } });
    const body = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body, url };
  };
  const check = (text: string) =>
    verifyCredential(depsOn({ fetchDocument }), { text, email: 'ada@example.org' });

  const forms = (): [string, string][] => [
    ['address', world.address],
    ['signed credential', `${world.address}/open-badge-3.json`],
    ['token', `${world.address}/open-badge-3.jwt`],
    ['hosted assertion', `${world.address}/open-badge-2.json`],
    ['signed assertion', `${world.address}/open-badge-2.jws`],
    ['pasted credential', world.documents.openBadge3],
    ['pasted token', world.documents.openBadge3Jwt],
    ['pasted assertion', world.documents.openBadge2],
    ['pasted signed assertion', world.documents.openBadge2Signed ?? ''],
    ['pasted credential for wallets', wallet],
  ];

  it('when it stands, then each of its forms is valid there, by our domain, for its holder', async () => {
    for (const [form, text] of forms()) {
      const report = await check(text);
      expect(report.outcome, form).to.equal('valid');
      expect(told(report, 'issuer-identified'), form).to.equal('passed: issuer-controls-domain');
      expect(told(report, 'recipient'), form).to.equal('passed: recipient-matches');
    }
  });

  it('when a PDF that lost its attachment links to its page, then the award there is verified', async () => {
    const bytes = pdfWithTable(linking([linkTo(world.address)]));
    const report = await verifyCredential(depsOn({ fetchDocument }), { bytes });
    expect(report).to.include({ outcome: 'valid', linkedAddress: world.address });
  });

  it('when it is revoked, then each of its forms is revoked there', async () => {
    await world.revoke();
    for (const [form, text] of forms()) expect((await check(text)).outcome, form).to.equal('revoked');
  });
});
