import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readReasons } from '../../../src/documents/read/reasons.js';
import { verificationReasons } from '../../../src/domain/verification/reasons.js';
import {
  checkNames,
  everyCheckName,
  verificationOutcomes,
  verifiedKinds,
} from '../../../src/domain/verification/report.js';
import { projectPath } from '../../../src/shared/project-path.js';
import { verifyAnswerShape } from '../../../src/web/pages/verify/verify-answer.js';
import { aClaimedAward } from '../../domain/verification/claimed-award.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('the JSON answer of the verification', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  let web: WebHarness;

  before(async () => {
    world = await aClaimedAward();
    web = await startWeb(world.deps);
  });
  after(() => web.close());

  const ask = (fields: Record<string, string | Blob>, headers: Record<string, string> = {}, path = '') => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return fetch(`${web.url}/verify.json${path}`, { method: 'POST', body, headers });
  };
  const read = async (answer: Response) => verifyAnswerShape.parse(await answer.json());

  it('when address, file or text is given, whatever is accepted, then the same credential has the same answer', async () => {
    const { openBadge3 } = world.documents;
    for (const accept of ['*/*', 'text/html,*/*;q=0.8', 'application/json']) {
      const headers = { Accept: accept, 'Accept-Language': 'en' };
      const address = encodeURIComponent(world.address);
      for (const answer of [
        await fetch(`${web.url}/verify.json?address=${address}`, { headers }),
        await ask({ address: world.address }, headers),
        await ask({ file: new Blob([openBadge3]), text: '' }, headers),
        await ask({ text: openBadge3 }, headers),
      ]) {
        expect(answer.status).to.equal(200);
        expect(answer.headers.get('content-type')).to.match(/^application\/json/);
        expect([answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).to.deep.equal([
          'no-store',
          'noindex',
        ]);
        const told = await read(answer);
        expect(told).to.deep.include({
          outcome: 'valid',
          kind: 'open-badge-3',
          language: 'en',
          title: 'This credential is valid',
          believed: true,
          because: [],
          notes: [],
          checkedAt: world.time.now.toISOString(),
        });
        expect(told.credential).to.deep.include({ id: world.address, title: 'Data literacy' });
        expect(told.checks.map(({ name }) => name)).to.deep.equal(checkNames);
        expect(told.checks.find(({ name }) => name === 'issuer-identified')).to.deep.equal({
          name: 'issuer-identified',
          result: 'passed',
          reason: 'issuer-known-here',
          details: { institution: 'Université de Test' },
          title: 'It is known which institution or domain is behind it',
          sentence:
            'The issuer is an institution of this installation of Acquis. Institution: Université de Test.',
        });
      }
    }
  });

  it('when a page is asked for JSON as it accepts nothing else, then the answer is the same', async () => {
    const answer = await fetch(`${web.url}/verify?address=${encodeURIComponent(world.address)}`, {
      headers: { Accept: 'application/json' },
    });
    expect((await read(answer)).outcome).to.equal('valid');
    expect(answer.headers.get('vary')).to.contain('Accept');
  });

  it('when French is asked for, by header or in the address, then the sentences are French and the codes the same', async () => {
    const text = world.documents.openBadge3.replace('Data literacy', 'Data mastery');
    const english = await read(await ask({ text }, { 'Accept-Language': 'en' }));
    for (const answer of [
      await ask({ text }, { 'Accept-Language': 'fr-BE' }),
      await ask({ text }, {}, '?lang=fr'),
    ]) {
      const french = await read(answer);
      expect(french).to.include({ language: 'fr', outcome: 'altered', believed: false });
      expect(french.title).to.equal('Cette attestation a été modifiée');
      expect(french.because).to.have.length(english.because.length).and.not.deep.equal(english.because);
      const codes = ({ checks }: typeof french) => checks.map(({ name, reason }) => [name, reason]);
      expect(codes(french)).to.deep.equal(codes(english));
    }
  });

  it('when an e-mail address is given, then the recipient is told by code, and the address is nowhere in the answer', async () => {
    for (const [email, outcome, reason] of [
      [' Ada@Example.org', 'valid', 'recipient-matches'],
      ['eve@example.org', 'other-person', 'recipient-differs'],
      ['', 'valid', 'recipient-not-asked'],
    ] as const) {
      const answer = await read(await ask({ text: world.documents.openBadge3, email }));
      expect(answer.outcome).to.equal(outcome);
      expect(answer.checks.find(({ name }) => name === 'recipient')?.reason).to.equal(reason);
      expect(JSON.stringify(answer).toLowerCase()).not.to.contain('@example.org');
    }
    expect(JSON.stringify(web.log).toLowerCase()).not.to.contain('@example.org');
  });

  it('when nothing can be read, then the answer says so without a credential', async () => {
    const answer = await read(await ask({ text: 'no badge' }));
    expect(answer).to.include({ outcome: 'unreadable', kind: 'unknown' });
    expect(answer).not.to.have.property('credential');
  });

  it('when it is refused, then the answer names the code, the field and what to do', async () => {
    for (const [fields, faults] of [
      [{ text: ' ' }, { address: 'none' }],
      [{ text: '{}', address: 'https://a.example/' }, { address: 'only-one' }],
      [{ address: 'my badge' }, { address: 'not-an-address' }],
      [{ text: '{}', email: 'not-an-email' }, { email: 'not-an-email' }],
      [{ email: 'not-an-email' }, { address: 'none', email: 'not-an-email' }],
    ] as [Record<string, string>, Record<string, string>][]) {
      const answer = await ask(fields, { 'Accept-Language': 'en' });
      const { error } = (await answer.json()) as { error: Record<string, unknown> };
      expect([answer.status, error['code']]).to.deep.equal([400, 'request-invalid']);
      expect(error['fields']).to.deep.equal(faults);
      expect(error['what']).to.be.a('string').that.is.not.empty;
      expect(error['reference']).to.match(/^[0-9A-F]{4}-/);
    }
    const none = await fetch(`${web.url}/verify.json`);
    expect(none.status).to.equal(400);
    const large = await ask({ text: 'x'.repeat(2 * 1024 * 1024 + 1) });
    expect(large.status).to.equal(413);
    expect(await large.json()).to.have.nested.property('error.code', 'request-too-large');
  });

  it('when a page of another site asks, then it may read the answer and its limits, without cookies', async () => {
    const { headers } = await ask({ text: 'x' }, { Origin: 'https://portfolio.example' });
    expect(headers.get('access-control-allow-origin')).to.equal('*');
    expect(headers.get('access-control-allow-credentials')).to.equal(null);
    expect(headers.get('access-control-expose-headers')).to.contain('Retry-After');
    const before = await fetch(`${web.url}/verify.json`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://portfolio.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(before.status).to.equal(204);
    expect(before.headers.get('access-control-allow-methods')).to.contain('POST');
  });

  it('when the page itself is asked by another site, then it stays closed', async () => {
    const { headers } = await fetch(`${web.url}/verify`, { headers: { Accept: 'application/json' } });
    expect(headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('when private addresses are allowed, then pages of other sites may not look into the network through it', async () => {
    const inside = await startWeb({ ...world.deps, allowHttp: true });
    try {
      const { headers, status } = await fetch(`${inside.url}/verify.json?address=${world.address}`);
      expect([status, headers.get('access-control-allow-origin')]).to.deep.equal([200, null]);
    } finally {
      await inside.close();
    }
  });
});

describe('the description of the JSON answer', () => {
  const text = readFileSync(projectPath('docs/verify-answer.md'), 'utf8');
  const described = new Set([...text.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code));

  it('when a code can occur in an answer, then it stands there', () => {
    const codes = [
      ...readReasons,
      ...verificationReasons,
      ...verificationOutcomes,
      ...everyCheckName,
      ...verifiedKinds,
    ];
    expect(codes.filter((code) => !described.has(code))).to.deep.equal([]);
  });

  it('when a member can occur in an answer, then it stands there', () => {
    const members = Object.keys(verifyAnswerShape.shape);
    expect(members.filter((member) => !text.includes(`\`${member}\``))).to.deep.equal([]);
  });
});
