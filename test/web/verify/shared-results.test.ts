import { expect } from 'chai';
import { sealResult } from '../../../src/web/pages/verify/results/sealed-result.js';
import { aClaimedAward } from '../../domain/verification/claimed-award.js';
import { aSharedResult } from '../../support/builders/a-shared-result.js';
import { memorySharedResults } from '../../support/memory/memory-shared-results.js';
import { randomId } from '../../../src/shared/ids.js';
import type { Page } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

const dayMs = 86_400_000;

describe('sharing the result of a verification', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  let sharedResults: ReturnType<typeof memorySharedResults>;
  let web: WebHarness;
  let now: Date;

  before(async () => {
    world = await aClaimedAward();
  });
  beforeEach(async () => {
    now = world.time.now;
    sharedResults = memorySharedResults();
    web = await startWeb({ ...world.deps, clock: () => now, sharedResults });
  });
  afterEach(() => web.close());

  const sealedIn = ({ text }: Page): string => /name="result" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const verified = (fields: Record<string, string>): Promise<Page> => web.browser().send('/verify', fields);
  const share = (result: string, days = '7'): Promise<Page> =>
    web.browser().send('/verify/results', { result, days });
  const sharedAt = async (fields: Record<string, string>, days = '7') => {
    const { status, headers } = await share(sealedIn(await verified(fields)), days);
    expect(status).to.equal(303);
    const own = headers.get('location') ?? '';
    expect(own).to.match(/^\/verify\/results\/[\w-]{22}\/own\/[\w-]{22}$/);
    return { own, path: own.split('/own/')[0] ?? '' };
  };

  it('when an address was verified, then the shared page shows the result, as of when, and leads to checking again', async () => {
    const { path } = await sharedAt({ address: world.address });
    now = new Date(now.getTime() + dayMs);
    const { status, text, headers } = await web.browser().get(path);
    expect(status).to.equal(200);
    expect(text).to.contain('This credential is valid').and.to.contain('Data literacy');
    expect(text).to.contain('as checked on <time datetime="2026-11-20T09:00:00.000Z">20 November 2026');
    expect(text).to.contain('it may have been revoked');
    const again = `/verify?address=${encodeURIComponent(world.address)}`;
    expect(text.replaceAll('&#x3D;', '=')).to.contain(`href="${again}"`);
    expect(text).not.to.contain('name="result"');
    expect([headers.get('x-robots-tag'), headers.get('cache-control')]).to.deep.equal([
      'noindex',
      'no-store',
    ]);
    expect((await web.browser().get(again)).text).to.contain('This credential is valid');
  });

  it('when a text was verified, then there is no address to check again, and the page says so', async () => {
    const { path } = await sharedAt({ text: world.documents.openBadge3 });
    const { text } = await web.browser().get(path);
    expect(text).to.contain('The credential itself is not kept here').and.not.to.contain('Check again now');
    const french = await web.browser().get(path, { 'Accept-Language': 'fr' });
    expect(french.text).to.contain('tel que constaté le').and.to.contain('Cette attestation est valide');
  });

  it('when it is shared, then neither credential nor person is kept, and the log has neither link', async () => {
    const { path, own } = await sharedAt({ text: world.documents.openBadge3, email: 'eve@example.org' });
    await web.browser().get(own);
    const kept = JSON.stringify([...sharedResults.all.values()]);
    for (const secret of ['example.org"', 'proofValue', 'credentialSubject', 'recipient-differs', 'Ada']) {
      expect(kept, secret).not.to.contain(secret);
    }
    const { text } = await web.browser().get(path);
    expect(text).to.contain('This credential is valid').and.not.to.contain('e-mail');
    const log = JSON.stringify(web.log);
    expect(log).to.contain('result shared').and.to.contain('/verify/results/…');
    for (const part of own.split('/').filter((one) => one.length === 22)) expect(log).not.to.contain(part);
  });

  it('when what is sent was not made here, was changed, or is older than an hour, then nothing is shared', async () => {
    const genuine = sealedIn(
      await verified({ text: world.documents.openBadge3.replace('literacy', 'mastery') }),
    );
    const [text = '', mac = ''] = genuine.split('.');
    const report = JSON.parse(Buffer.from(text, 'base64url').toString()) as { outcome: string };
    expect(report.outcome).to.equal('altered');
    const forged = Buffer.from(JSON.stringify({ ...report, outcome: 'valid' })).toString('base64url');
    for (const sealed of [
      '',
      'x',
      text,
      `${text}.`,
      `${forged}.${mac}`,
      `${forged}.`,
      sealResult(new Uint8Array(32).fill(8), aSharedResult({ checkedAt: now })),
    ]) {
      const answer = await share(sealed);
      expect(answer.status, sealed.slice(0, 20)).to.equal(403);
      expect(answer.text).to.contain('cannot be shared any more');
    }
    expect(sharedResults.all.size).to.equal(0);
  });

  it('when an hour has passed since the verification, then it cannot be shared any more', async () => {
    const sealed = sealedIn(await verified({ text: world.documents.openBadge3 }));
    now = new Date(now.getTime() + 3_600_000);
    expect((await share(sealed)).status).to.equal(303);
    now = new Date(now.getTime() + 1);
    expect((await share(sealed)).status).to.equal(403);
  });

  for (const [days, count] of [
    ['1', 1],
    ['7', 7],
    ['30', 30],
  ] as const) {
    it(`when it is shared for ${days} days, then it is there until then, and gone after, said in words`, async () => {
      const { path, own } = await sharedAt({ text: world.documents.openBadge3 }, days);
      const until = new Date(now.getTime() + count * dayMs);
      expect((await web.browser().get(own)).text).to.contain(until.toISOString());
      now = new Date(until.getTime() - 1);
      expect((await web.browser().get(path)).status).to.equal(200);
      now = until;
      for (const address of [path, own]) {
        const gone = await web.browser().get(address);
        expect(gone.status).to.equal(410);
        expect(gone.text).to.contain('This result is no longer here').and.not.to.contain('Data literacy');
      }
      const french = await web.browser().get(path, { 'Accept-Language': 'fr' });
      expect(french.text).to.contain('Ce résultat n’est plus ici');
    });
  }

  it('when another time is asked for, then it is refused', async () => {
    const sealed = sealedIn(await verified({ text: world.documents.openBadge3 }));
    for (const days of ['', '0', '2', '365', '-1', '7 ']) {
      expect((await share(sealed, days)).status, days).to.equal(400);
    }
    expect(sharedResults.all.size).to.equal(0);
  });

  it('when its maker deletes it, then it is gone at once for everybody; nobody else can', async () => {
    const { path, own } = await sharedAt({ text: world.documents.openBadge3 });
    const page = await web.browser().get(own);
    expect(page.text).to.contain(`value="${world.deps.base}${path}"`);
    for (const wrong of [
      `${path}/own/${randomId()}`,
      `${path}/own/x`,
      `/verify/results/${randomId()}/own/${own.slice(-22)}`,
    ]) {
      expect((await web.browser().get(wrong)).status).to.equal(410);
      expect((await web.browser().send(wrong, {})).status).to.equal(410);
    }
    expect((await web.browser().get(path)).status).to.equal(200);
    const deleted = await web.browser().send(own, {});
    expect([deleted.status, deleted.text.includes('The result was deleted')]).to.deep.equal([200, true]);
    expect((await web.browser().get(path)).status).to.equal(410);
    expect((await web.browser().send(own, {})).status).to.equal(410);
  });

  it('when nothing could be read, then there is nothing to share', async () => {
    expect((await verified({ text: 'no badge' })).text).not.to.contain('Share this result');
  });

  it('when one source shares more than ten results in an hour, then it is asked to wait', async () => {
    const sealed = sealedIn(await verified({ text: world.documents.openBadge3 }));
    for (let index = 0; index < 10; index += 1) expect((await share(sealed)).status).to.equal(303);
    const answer = await share(sealed);
    expect(answer.status).to.equal(429);
    expect(answer.text).to.contain('Wait an hour');
    expect(Number(answer.headers.get('retry-after'))).to.be.within(1, 3_600);
    expect(sharedResults.all.size).to.equal(10);
  });

  it('when there is room for no more, then sharing is refused in words', async () => {
    sharedResults.count = async (limit) => limit;
    const answer = await share(sealedIn(await verified({ text: world.documents.openBadge3 })));
    expect([answer.status, answer.text.includes('Try again tomorrow')]).to.deep.equal([503, true]);
  });

  it('when an address has not the form of one that is given out, then there is no such page', async () => {
    expect((await web.browser().get('/verify/results/x')).status).to.equal(404);
    expect((await web.browser().get(`/verify/results/${randomId()}`)).status).to.equal(410);
  });
});
