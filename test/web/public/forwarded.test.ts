/** Headers by which a client, or a proxy that hands on whatever it gets, names another host: nothing that is answered may follow them. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { expect } from 'chai';
import type { MailMessage } from '../../../src/domain/notices/mail.js';
import { formerStatusLists } from '../../../src/domain/awards/former-status-lists.js';
import { memoryStatusLists } from '../../support/memory/memory-awards.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { startCourse } from '../course/course-web.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

const former = 'https://former.example.org';
const keys = memoryKeys();

/** What somebody may send along. */
const forged: Record<string, string>[] = [
  { 'X-Forwarded-Host': 'evil.example' },
  { 'X-Forwarded-Host': 'former.example.org', 'X-Forwarded-Proto': 'https' },
  { 'X-Forwarded-Host': 'evil.example, former.example.org' },
  { 'X-Forwarded-Proto': 'http', 'X-Forwarded-Port': '81', 'X-Forwarded-Prefix': '/evil.example' },
  { Forwarded: 'for=192.0.2.1;host=evil.example;proto=http' },
  { 'X-Original-Host': 'evil.example', 'X-Host': 'evil.example', 'X-Original-URL': '/evil.example' },
  { Host: 'evil.example' },
];

/** Differs each time. */
const ownOfAnswer = /^(date|x-request-id|etag|content-length|ratelimit|ratelimit-policy)$/;

interface Told {
  status: number;
  headers: string;
  body: string;
}

async function ask(port: number, path: string, headers: Record<string, string>): Promise<Told> {
  const asked = request({ host: '127.0.0.1', port, path, headers: { Accept: 'text/html', ...headers } });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const plain = (text: string): string =>
    text
      .replace(/nonce[-="]+[\w-]+/g, 'nonce')
      .replace(/(__Host-[\w-]+=)[\w-]+/g, '$1')
      .replace(/name="_form" value="[^"]+"/g, 'form');
  // error pages tell the number of the request
  const reference = String(answer.headers['x-request-id']);
  const told = Object.entries(answer.headers).filter(([name]) => !ownOfAnswer.test(name));
  return {
    status: answer.statusCode ?? 0,
    headers: plain(JSON.stringify(told)),
    body: plain(Buffer.concat(parts).toString('latin1').replaceAll(reference, '')),
  };
}

const paths = (web: PublicWeb): string[] => [
  '/',
  '/verify',
  web.path,
  ...['open-badge-3.json', 'open-badge-2.json', 'open-badge-3.jwt'].map((name) => `${web.path}/${name}`),
  `/institutions/${institutionId}`,
  ...['did.json', 'jwks.json', 'issuer-2.json'].map((name) => `/institutions/${institutionId}/${name}`),
  `/achievements/${microCredentialId}/1`,
  `/achievements/${microCredentialId}/1/badge-class.json`,
  `/status/${web.award.statusPlace?.listId}`,
  '/admin',
  '/admin/sign-in',
  '/lti/nothing',
  '/nothing',
];

describe('headers that name another host', () => {
  for (const trustProxy of [0, 1])
    it(`when they come and ${trustProxy} proxies are believed, then documents, pages, redirects, cookies and policies are the same without`, async () => {
      const formerBases = [{ base: former, statusLists: formerStatusLists(memoryStatusLists()) }];
      const web = await startPublicWeb({ services: { keys, trustProxy, formerBases } });
      try {
        const port = Number(new URL(web.base).port);
        for (const path of paths(web)) {
          const plain = await ask(port, path, {});
          for (const headers of forged) {
            const what = `${path} with ${JSON.stringify(headers)}`;
            const told = await ask(port, path, headers);
            expect(told.status, what).to.equal(plain.status);
            expect(told.headers, what).to.equal(plain.headers);
            expect(told.body === plain.body, what).to.equal(true);
            expect(told.body + told.headers, what).not.to.match(/evil\.example|former\.example/);
          }
        }
      } finally {
        await web.close();
      }
    });

  it('when a teacher invites with them, then the links in the message and on the page name this installation', async () => {
    const messages: MailMessage[] = [];
    const send = async (message: MailMessage) => {
      messages.push(message);
      return 'refused' as const;
    };
    const web = await startCourse({ services: { mail: { send }, trustProxy: 1 } });
    try {
      const teacher = await web.teacher();
      const list = `${teacher.path}/credential/endorsements`;
      const page = await teacher.get('credential/endorsements');
      const _form = /name="_form" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const form = { _form, invited: 'Acme', email: 'jane@acme.example', days: '30' };
      const made = await teacher.browser.send(list, form, {
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'http',
      });
      expect(made.status).to.equal(200);
      expect(made.text + messages[0]?.text).not.to.contain('evil.example');
      expect(messages[0]?.text).to.contain(`${web.services.base}/endorse/`);
    } finally {
      await web.close();
    }
  });
});
