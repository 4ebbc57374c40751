import { request } from 'node:http';
import { expect } from 'chai';
import type { VerificationReport } from '../../../src/domain/verification/report.js';
import { aClaimedAward } from '../../domain/verification/claimed-award.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('handing something in', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  let web: WebHarness;

  before(async () => {
    world = await aClaimedAward();
  });
  beforeEach(async () => {
    web = await startWeb(world.deps);
  });
  afterEach(() => web.close());

  const post = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
    fetch(`${web.url}/verify`, { method: 'POST', body, headers: { Accept: 'application/json', ...headers } });
  const form = (fields: Record<string, string | Blob>): FormData => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return body;
  };

  for (const [what, fields, words] of [
    ['nothing', { address: ' ', text: '\n', email: 'ada@example.org' }, 'Give an address, a file or a text'],
    ['two at once', { address: 'https://a.example/', text: '{}' }, 'not several at once'],
    ['no address', { address: 'my badge' }, 'This is not a web address'],
    ['no e-mail address', { text: '{}', email: 'not-an-email' }, 'This is not an e-mail address'],
    ['another scheme', { address: 'javascript:alert(1)' }, 'This is not a web address'],
  ] as [string, Record<string, string>, string][]) {
    it(`when ${what} is given, then the form says so and keeps what was typed`, async () => {
      const page = await web.browser().send('/verify', fields);
      expect(page.status).to.equal(400);
      expect(page.text).to.contain(words);
      expect(page.text).to.contain('There is a problem');
      for (const [name, value] of Object.entries(fields)) {
        if (name === 'email' || value.trim()) expect(page.text).to.contain(value.trim());
      }
    });
  }

  it('when an empty file is chosen and nothing else is given, then the form says that the file is empty', async () => {
    const accept = { Accept: 'text/html' };
    const chosen = await (await post(form({ file: new File([], 'badge.json'), text: '' }), accept)).text();
    expect(chosen).to.contain('href="#file"').and.to.contain('The file is empty');
    expect(chosen).to.not.contain('Give an address, a file or a text');
    const notChosen = await (await post(form({ file: new File([], ''), text: '' }), accept)).text();
    expect(notChosen).to.contain('Give an address, a file or a text').and.not.contain('The file is empty');
  });

  it('when an address comes without https://, then it is understood', async () => {
    const address = world.address.replace('https://', '');
    const answer = await post(form({ address }));
    expect(((await answer.json()) as VerificationReport).outcome).to.equal('valid');
  });

  it('when an empty file field comes with a text, as browsers send it, then the text counts', async () => {
    const answer = await post(form({ file: new Blob([]), text: world.documents.openBadge3Jwt, address: '' }));
    expect(((await answer.json()) as VerificationReport).kind).to.equal('open-badge-3-jwt');
  });

  it('when JSON is asked for, then the report comes as JSON with every check', async () => {
    const answer = await fetch(`${web.url}/verify?address=${encodeURIComponent(world.address)}`, {
      headers: { Accept: 'application/json' },
    });
    const report = (await answer.json()) as VerificationReport;
    expect(report).to.include({ outcome: 'valid', kind: 'open-badge-3' });
    expect(report.checks).to.have.length(10);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
  });

  it('when JSON is asked for without anything to verify, then it is refused as JSON', async () => {
    for (const answer of [
      await fetch(`${web.url}/verify`, { headers: { Accept: 'application/json' } }),
      await post(form({ text: '' })),
    ]) {
      expect(answer.status).to.equal(400);
      expect(await answer.json()).to.have.nested.property('error.code', 'request-invalid');
    }
  });

  it('when a file or a text is larger than 2 MB, then it is refused with the limit in words', async () => {
    const large = 'x'.repeat(2 * 1024 * 1024 + 1);
    for (const body of [form({ file: new Blob([large]) }), new URLSearchParams({ text: large })]) {
      const answer = await post(body, { Accept: 'text/html', 'Accept-Language': 'en' });
      expect(answer.status).to.equal(413);
      const told = await answer.text();
      expect(told).to.contain('2 MB');
      const isFile = !(body instanceof URLSearchParams);
      expect(told.includes('choose the file that was downloaded with the badge')).to.equal(isFile);
      expect(told.includes('shorten the text')).to.equal(!isFile);
    }
  });

  it('when a file has just under 2 MB, then it is read', async () => {
    const text = world.documents.openBadge3 + ' '.repeat(2 * 1024 * 1024 - 20_000);
    const answer = await post(form({ file: new Blob([text]) }));
    expect(((await answer.json()) as VerificationReport).outcome).to.equal('valid');
  });

  it('when the body is of another kind, broken, or has too many parts, then it is refused', async () => {
    const many = new FormData();
    for (let index = 0; index < 20; index += 1) many.set(`field-${index}`, 'x');
    for (const answer of [
      await post('{}', { 'Content-Type': 'application/json' }),
      await post('x', { 'Content-Type': 'multipart/form-data' }),
      await post('no parts', { 'Content-Type': 'multipart/form-data; boundary=b' }),
      await post('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\ncut off', {
        'Content-Type': 'multipart/form-data; boundary=b',
      }),
      await post(many),
      await post('state=a b', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    ]) {
      expect(answer.status).to.equal(400);
    }
  });

  for (const part of ['name="text"', 'name="file"; filename="badge.json"']) {
    it(`when the sender hangs up in the middle of ${part}, then the next one is still served`, async () => {
      const half = request(`${web.url}/verify`, {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '1000' },
      });
      half.on('error', () => undefined);
      half.write(`--b\r\nContent-Disposition: form-data; ${part}\r\n\r\nhalf`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      half.destroy();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await web.browser().get('/verify')).status).to.equal(200);
    });
  }

  it('when a credential was verified, then neither it nor the e-mail address stands in the log', async () => {
    const { openBadge3 } = world.documents;
    await post(form({ text: openBadge3, email: 'ada@example.org' }));
    const log = JSON.stringify(web.log);
    expect(log).to.contain('"outcome":"valid"');
    for (const secret of ['ada@example.org', 'Data literacy', 'Aw4rdAw4rd']) {
      expect(log).to.not.contain(secret);
    }
  });

  it('when one address verifies more than sixty times in five minutes, then it is asked to wait; the form stays', async () => {
    for (let index = 0; index < 60; index += 1) await post(form({ text: 'x' }));
    const answer = await post(form({ text: 'x' }), { Accept: 'text/html', 'Accept-Language': 'en' });
    expect(answer.status).to.equal(429);
    expect(Number(answer.headers.get('retry-after'))).to.be.within(1, 300);
    expect(await answer.text()).to.contain('Wait five minutes');
    expect((await web.browser().get('/verify')).status).to.equal(200);
    const asJson = await fetch(`${web.url}/verify?address=x`, { headers: { Accept: 'application/json' } });
    expect(await asJson.json()).to.have.nested.property('error.code', 'often');
  });
});
