/** An installation that moved to another host: credentials of then, asked for and verified under the name of then. */
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import { expect } from 'chai';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { elmDocument } from '../../../src/domain/awards/elm-document.js';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import { sdJwtDocument } from '../../../src/domain/awards/sd-jwt-document.js';
import { publishedAward } from '../../../src/domain/awards/published-award.js';
import { formerStatusLists } from '../../../src/domain/awards/former-status-lists.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { Problem } from '../../../src/shared/problem.js';
import { randomId } from '../../../src/shared/ids.js';
import { createWebApp } from '../../../src/web/web-app.js';
import type { WebServices } from '../../../src/web/web-services.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { anAward } from '../../support/builders/an-award.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { openBadges2Report, openBadgesLibVerify } from '../../support/verifiers.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

const paths = (web: PublicWeb): string[] => [
  ...[
    'open-badge-3.json',
    'open-badge-3.jwt',
    'open-badge-2.json',
    'open-badge-2.jws',
    'badge.png',
    'badge.svg',
  ].map((name) => `${web.path}/${name}`),
  ...['did.json', 'jwks.json', 'issuer-2.json', 'revocation-list.json', 'revocation-list-2.json'].map(
    (name) => `/institutions/${institutionId}/${name}`,
  ),
  `/achievements/${microCredentialId}/1/badge-class.json`,
  `/status/${web.award.statusPlace?.listId}`,
];

describe('an installation that moved', function () {
  this.timeout(120_000);
  let web: PublicWeb;
  /** As it is after the move; the server of then is gone, and its port leads to the new one. */
  let services: WebServices;
  let before: Map<string, string>;
  let servers: Server[];

  const listen = async (server: Server, port = 0): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };

  beforeEach(async () => {
    web = await startPublicWeb({ services: { keys: memoryKeys() } });
    before = new Map();
    for (const path of paths(web)) before.set(path, await (await web.get(path)).text());
    await web.close();
    servers = [createServer(), createServer()];
    const [first, second] = servers;
    if (!first || !second) throw new Error('two servers');
    const base = `http://127.0.0.1:${await listen(first)}`;
    services = {
      ...web.services,
      base,
      formerBases: [{ base: web.base, statusLists: formerStatusLists(web.services.statusLists) }],
      fetchDocument: () => Promise.reject(new Problem('fetch-failed', { facts: { reason: 'connection' } })),
    };
    const app = createWebApp(services, { lti: Router() });
    await listen(second, Number(new URL(web.base).port));
    for (const server of servers) server.on('request', app);
    // the connection to the server of then is found closed by the first who tries it
    await fetch(web.base).catch(() => undefined);
  });
  afterEach(() => {
    for (const server of servers) server.close();
  });

  const text = async (path: string): Promise<string> => (await web.get(path)).text();
  const outcome = async (given: string): Promise<string> =>
    (await verifyCredential(services, { text: given })).outcome;

  it('when the name of then leads here, then everything that credentials name is answered there as it was', async () => {
    for (const [path, was] of before) expect(await text(path), path).to.equal(was);
    const page = await web.page(web.path);
    expect(page).to.contain(`${web.base}${web.path}`);
  });

  it('when other verifiers check what was issued then, then it is valid, until it is revoked', async () => {
    const origins = { [web.base.replace('http:', 'https:')]: web.base };
    const question = { credential: await text(`${web.path}/open-badge-3.json`), origins, checkStatus: true };
    const answer = await openBadgesLibVerify(question);
    expect(answer, answer.reason ?? '').to.include({ valid: true, trusted: true });
    for (const input of [
      `${web.base}${web.path}/open-badge-2.json`,
      await text(`${web.path}/open-badge-2.jws`),
    ])
      expect(await openBadges2Report({ input })).to.include({ valid: true, errorCount: 0 });
    await web.revoke();
    expect((await openBadgesLibVerify(question)).valid).to.equal(false);
    const revoked = JSON.parse(await text(`${web.path}/open-badge-2.json`)) as object;
    expect(revoked).to.include({ revoked: true, id: `${web.base}${web.path}/open-badge-2.json` });
  });

  it('when it is verified here, then both names are known as own, nothing is fetched, and a revocation is told with its reason', async () => {
    const given = [
      ...['open-badge-3.json', 'open-badge-3.jwt', 'open-badge-2.json', 'open-badge-2.jws'].map(
        (name) => before.get(`${web.path}/${name}`) ?? '',
      ),
      `${web.base}${web.path}`,
      `${services.base}${web.path}`,
    ];
    for (const one of given) {
      const report = await verifyCredential(services, { text: one });
      expect(report.outcome, one.slice(0, 80)).to.equal('valid');
      const issuer = report.checks.find(({ name }) => name === 'issuer-identified');
      expect(issuer?.reason).to.equal('issuer-known-here');
    }
    await services.awards.suspend(web.award.id, services.clock(), 'Looked into.', {
      what: 'suspended',
      at: services.clock(),
      by: 'teacher-1',
    });
    expect(await outcome(given[0] ?? '')).to.equal('suspended');
  });

  it('when an award is claimed after the move, then it names the address of today, in the same status list, and verifies', async () => {
    const offer = anAward({ id: randomId(), institutionId, microCredentialId, subject: 'learner-2' });
    await services.awards.offer(offer);
    const { subject } = offer;
    await services.confirmations.decide(aConfirmation({ microCredentialId, subject, at: services.clock() }));
    const person = { subject: 'learner-2', name: 'Bo Learner', email: 'bo@example.org' };
    const visit = aVisit({ person });
    const award = await claimAward(services, { awardId: offer.id, visit, carryGrade: false, consent: true });
    const { openBadge3 = '' } = award.documents ?? {};
    expect(openBadge3).to.contain(`"id":"${services.base}/awards/${award.id}"`).and.not.to.contain(web.base);
    expect(award.statusPlace?.listId).to.equal(web.award.statusPlace?.listId);
    expect(await outcome(openBadge3)).to.equal('valid');
    // each list under the name that asks for it, and the one of today is not taken for the other
    expect(await text(`/status/${award.statusPlace?.listId}`)).to.contain(`"id":"${web.base}/status/`);
    expect(await outcome(before.get(`${web.path}/open-badge-3.json`) ?? '')).to.equal('valid');
  });

  it('when a key is declared compromised after the move, then what was issued then is signed again under its address of then', async () => {
    const ids = (await services.keys.published(institutionId)).map(({ id }) => id);
    await services.keys.declareCompromised(institutionId, ids, new Date('2026-08-01T00:00:00Z'));
    expect(await outcome(before.get(`${web.path}/open-badge-3.json`) ?? '')).to.equal('outdated');
    while ((await signNextAgain({ ...services, chance: () => 0, onTrouble: () => undefined }, 25)) > 0);
    const origins = { [web.base.replace('http:', 'https:')]: web.base };
    const credential = await text(`${web.path}/open-badge-3.json`);
    const answer = await openBadgesLibVerify({ credential, origins, checkStatus: true });
    expect(answer, answer.reason ?? '').to.include({ valid: true, trusted: true });
    const signed2 = await text(`${web.path}/open-badge-2.jws`);
    expect((await openBadges2Report({ input: signed2 })).messages).to.deep.equal([]);
    for (const given of [credential, signed2]) expect(await outcome(given)).to.equal('valid');
  });

  it('when something is made anew for a learner of then, then it has the addresses of then', async () => {
    const award = await publishedAward(services, web.award.id);
    if (!award) throw new Error('it was claimed');
    const elm = await elmDocument(services, award);
    expect(elm).to.contain(`${web.base}${web.path}`).and.not.to.contain(services.base);
    const [jwt = ''] = ((await sdJwtDocument(services, award)) ?? '').split('~');
    const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString();
    expect(payload).to.contain(web.base).and.not.to.contain(services.base);
  });

  it('when the name is written in capitals or with the usual port, or is none, then that makes no difference, or does no harm', async () => {
    const app = createWebApp(
      { ...services, formerBases: [{ base: 'https://old.example.org', statusLists: services.statusLists }] },
      { lti: Router() },
    );
    const server = createServer(app);
    const port = await listen(server);
    servers.push(server);
    const ask = (Host: string): Promise<IncomingMessage> =>
      new Promise((resolve, reject) => {
        const path = `/institutions/${institutionId}/did.json`;
        request({ host: '127.0.0.1', port, path, headers: { Host } }, resolve).once('error', reject).end();
      });
    const bodyOf = async (Host: string): Promise<string> => {
      const parts: Buffer[] = [];
      for await (const part of await ask(Host)) parts.push(part as Buffer);
      return Buffer.concat(parts).toString();
    };
    for (const name of ['old.example.org', 'OLD.example.org', 'old.example.org:443'])
      expect(await bodyOf(name), name).to.contain('did:web:old.example.org:institutions:');
    for (const name of [
      'other.example.org',
      'old.example.org:8443',
      'old.example.org.evil.example',
      '%%',
      '',
    ])
      expect(await bodyOf(name), name).to.contain(
        `did:web:${new URL(services.base).host.replace(':', '%3A')}:`,
      );
  });

  it('when anything else is asked for under the name of then, then it is led to the address of today, method and all', async () => {
    for (const [path, method] of [
      ['/verify?address=x', 'GET'],
      ['/admin', 'GET'],
      ['/lti/launch', 'POST'],
      ['/', 'GET'],
    ] as const) {
      const { status, headers } = await web.get(path, {}, method);
      expect([status, headers.get('location')], path).to.deep.equal([308, services.base + path]);
      expect(headers.get('cache-control'), 'kept after moving back, it would lead in a circle').to.equal(
        'no-store',
      );
    }
    const health = await web.get('/health');
    expect(health.status).to.equal(200);
  });

  it('when a whole address is asked for under the name of then, then nobody is led to a host that it makes up', async () => {
    const { port, host } = new URL(web.base);
    for (const path of ['evil://x/y', 'http://evil.example/y']) {
      const asked = request({ host: '127.0.0.1', port, path, headers: { Host: host } }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      answer.resume();
      expect([answer.statusCode, answer.headers.location], path).to.deep.equal([308, `${services.base}/`]);
    }
  });
});
