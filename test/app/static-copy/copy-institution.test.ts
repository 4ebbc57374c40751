/** An institution copied into files, the app ended, and the files served at the same address by a server that knows nothing else. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { askApp } from '../../../src/app/static-copy/ask-app.js';
import { copyInstitution } from '../../../src/app/static-copy/copy-institution.js';
import { filesOfCopy } from '../../../src/app/static-copy/files-of-copy.js';
import { serverFiles } from '../../../src/app/static-copy/server-files.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { createPublicApp } from '../../../src/web/web-app.js';
import { tickingClock } from '../../support/builders/ticking-clock.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { openBadges2Report, openBadgesLibVerify } from '../../support/verifiers.js';
import { startEndorsedWeb } from '../../web/public/endorsed-web.js';
import { claimAnother } from '../../web/public/claim-another.js';
import {
  institutionId,
  microCredentialId,
  startPublicWeb,
  type PublicWeb,
} from '../../web/public/public-web.js';
import { webServices } from '../../web/support/web-harness.js';
import { serveFolder } from './static-server.js';

/** RSA keys take a moment to make: who renews them brings his own. */
const keys = memoryKeys();
const keptAt = new Date('2026-11-25T00:00:00Z');
const recipient = 'ada@example.org';

/** @param isStopped asked after each page of awards: as a kill there */
async function copy(web: PublicWeb, folder: string, isStopped = () => false): Promise<number> {
  const app = await askApp(createPublicApp(web.services, keptAt));
  const files = filesOfCopy(folder, `${web.base}/institutions/${institutionId}`);
  try {
    const { awards } = await copyInstitution(
      {
        ...files,
        base: web.base,
        clock: () => keptAt,
        ask: app.ask,
        awardIds: (id, after) => web.services.awards.publishedIds(id, after, 2),
        onProgress: () => {
          if (isStopped()) throw new Error('killed');
        },
      },
      institutionId,
    );
    return awards;
  } finally {
    for (const [name, text] of Object.entries(serverFiles)) await files.write(name, Buffer.from(text));
    await app.close();
  }
}

const portOf = ({ base }: PublicWeb): number => Number(new URL(base).port);

describe('an institution as files', function () {
  this.timeout(180_000);
  let folder: string;
  let web: PublicWeb;
  let server: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copy-'));
    web = await startPublicWeb({ services: { keys } });
  });
  afterEach(async () => {
    server?.close();
    server = undefined;
    await web.close().catch(() => undefined);
    await rm(folder, { recursive: true });
  });

  const get = (path: string): Promise<Response> => fetch(path.startsWith('http') ? path : web.base + path);
  const text = async (path: string): Promise<string> => (await get(path)).text();

  async function serveInstead(): Promise<void> {
    await web.close();
    server = await serveFolder(folder, portOf(web));
    // the connection to the server of before is found closed by the first who tries it
    await fetch(web.base).catch(() => undefined);
  }

  it('when the program has ended, then what it published verifies against the files, by ours and by others', async () => {
    await copy(web, folder);
    await serveInstead();
    const origins = { [web.base.replace('http:', 'https:')]: web.base };
    const credential = await text(`${web.path}/open-badge-3.json`);
    const lib = await openBadgesLibVerify({ credential, origins, checkStatus: true });
    expect(lib, lib.reason ?? '').to.include({ valid: true, trusted: true });
    for (const input of [
      `${web.base}${web.path}/open-badge-2.json`,
      await text(`${web.path}/open-badge-2.jws`),
    ]) {
      const report = await openBadges2Report({ input, recipient: { email: [recipient] } });
      expect(report.messages).to.deep.equal([]);
      expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
    }
    // another Acquis, which knows nothing of this one
    const elsewhere = webServices({
      base: 'https://verifier.example.org',
      clock: () => keptAt,
      fetchDocument: async (url) => {
        const answer = await get(url.replace(/^https:/, 'http:'));
        const body = new Uint8Array(await answer.arrayBuffer());
        return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body, url };
      },
    });
    for (const name of ['open-badge-3.json', 'open-badge-3.jwt', 'open-badge-2.jws']) {
      const report = await verifyCredential(elsewhere, { text: await text(`${web.path}/${name}`) });
      expect(
        report.checks.filter(({ result }) => result === 'failed'),
        name,
      ).to.deep.equal([]);
      const status = report.checks.find((check) => check.name === 'status');
      expect(status, name).to.include({ result: 'passed', reason: 'not-revoked' });
    }
  });

  it('when keys were renewed twice and one was compromised, then every 2.0 form of every award verifies against the files', async () => {
    const own = memoryKeys(undefined, tickingClock(new Date('2026-09-01T08:00:00Z')));
    await web.close();
    web = await startPublicWeb({ services: { keys: own } });
    const paths = [web.path];
    for (const subject of ['learner-2', 'learner-3']) {
      const inUse = (await own.all(institutionId)).filter(({ retiredAt }) => !retiredAt);
      await own.renew(
        institutionId,
        inUse.map(({ id }) => id),
      );
      paths.push(`/awards/${(await claimAnother(web, subject)).id}`);
    }
    const [, second] = (await own.all(institutionId)).filter(({ kind }) => kind === 'RSA');
    await own.declareCompromised(institutionId, [second?.id ?? ''], new Date('2026-08-20T00:00:00Z'));
    while ((await signNextAgain({ ...web.services, chance: () => 0, onTrouble: () => undefined }, 25)) > 0);
    await copy(web, folder);
    await serveInstead();
    for (const path of paths) {
      const image = async (name: string): Promise<{ image: Uint8Array }> => ({
        image: new Uint8Array(await (await get(`${path}/${name}`)).arrayBuffer()),
      });
      for (const question of [
        { input: `${web.base}${path}/open-badge-2.json` },
        { input: await text(`${path}/open-badge-2.jws`) },
        // of one of them: each question takes the validator a second
        ...(path === paths[1] ? [await image('badge-2.png'), await image('badge-2-signed.png')] : []),
      ]) {
        const report = await openBadges2Report(question);
        expect(report.messages, path).to.deep.equal([]);
        expect(report, path).to.include({ valid: true, errorCount: 0, warningCount: 0 });
      }
    }
    const [current] = (await own.all(institutionId)).filter(({ kind }) => kind === 'RSA');
    for (const address of [
      `/institutions/${institutionId}/issuer-2.${current?.id}.json`,
      `/institutions/${institutionId}/revocation-list-2.${current?.id}.json`,
      `/achievements/${microCredentialId}/1/badge-class.${current?.id}.json`,
    ])
      expect((await get(address)).headers.get('content-type'), address).to.equal('application/ld+json');
  });

  it('when it is served, then documents have their types and are open to all, pages are in both languages, and none has a form', async () => {
    await copy(web, folder);
    await serveInstead();
    const home = `/institutions/${institutionId}`;
    for (const [path, type] of [
      [`${web.path}/open-badge-3.json`, 'application/vc+ld+json'],
      [`${home}/did.json`, 'application/json'],
      [`${home}/jwks.json`, 'application/jwk-set+json'],
      [`/status/${web.award.statusPlace?.listId}`, 'application/vc+ld+json'],
      [`/achievements/${microCredentialId}/1/image.png`, 'image/png'],
      [`${web.path}/badge.svg`, 'image/svg+xml'],
      [`${web.path}/certificate.fr.pdf`, 'application/pdf'],
      ['/credential-types/micro-credential-1', 'application/json'],
      // named by credentials for wallets alone, which only their learners have
      [`/status/${web.award.statusPlace?.listId}.jwt`, 'application/statuslist+jwt'],
    ] as const) {
      const { status, headers } = await get(path);
      expect([status, headers.get('content-type')], path).to.deep.equal([200, type]);
      expect(headers.get('access-control-allow-origin')).to.equal('*');
    }
    for (const path of [
      '/',
      '/verify',
      web.path,
      home,
      `${home}/keys`,
      `/achievements/${microCredentialId}/1`,
    ]) {
      const page = await text(path);
      expect(page, path).to.contain('Copy of 25 November 2026').and.not.to.contain('<form');
      const french = `${path === '/' ? '' : path}/index.fr.html`;
      expect(page, path).to.contain(`href="${french}"`);
      expect(await text(french), path).to.contain('Copie du 25 novembre 2026');
    }
    expect(await text('/robots.txt')).to.contain('Disallow: /');
    expect(await text(`${web.path}/index.fr.html`)).to.contain(`href="${web.path}/index.html"`);
    const terms = [...(await text('/terms')).matchAll(/href="[^"]*(\/terms\/\w+)"/g)].map(([, path]) => path);
    for (const path of terms) expect((await get(path ?? '')).status, path).to.equal(200);
    for (const [, path = ''] of (await text(web.path)).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g))
      expect((await get(path)).status, path).to.equal(200);
  });

  it('when the micro-credential is written in two languages, then the copy has its edition in the further one, for people and machines', async () => {
    await web.close();
    web = await startPublicWeb({
      definition: { description: { en: 'Reading data.', fr: 'Lire des données.' } },
      services: { keys },
    });
    await copy(web, folder);
    const edition = `achievements/${microCredentialId}/1/fr`;
    expect(await readdir(join(folder, edition))).to.include.members(['index.html', 'index.fr.html']);
    await serveInstead();
    expect(JSON.parse(await text(`/${edition}/achievement.json`))).to.include({
      id: `${web.base}/${edition}`,
      name: 'Culture des données',
    });
    const { headers } = await get(`/${edition}/badge-class.json`);
    expect(headers.get('content-type')).to.equal('application/ld+json');
  });

  it('when the learner does not show the name, then no file has it; when it was shown and is hidden again, the next copy has none', async () => {
    const all = async (): Promise<string> => {
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const texts = files
        .filter((one) => one.isFile() && !one.name.endsWith('.png'))
        .map((one) => readFile(join(one.parentPath, one.name), 'latin1'));
      return (await Promise.all(texts)).join('\n');
    };
    await copy(web, folder);
    for (const secret of ['Ada Learner', recipient]) expect(await all()).not.to.contain(secret);
    await web.setPublic(true);
    await copy(web, folder);
    expect(await all()).to.contain('Ada Learner');
    await web.setPublic(false);
    await copy(web, folder);
    expect(await all()).not.to.contain('Ada Learner');
  });

  it('when the award is revoked, then the next copy says so in page, hosted 2.0 form and status list, and marks what is gone', async () => {
    const gone = async (): Promise<string[]> => {
      const all = await readdir(folder, { recursive: true });
      return all.filter((name) => name.endsWith('.gone')).map((name) => `/${name}`);
    };
    await copy(web, folder);
    expect(await gone()).to.deep.equal([]);
    await web.revoke('Issued by mistake.');
    await copy(web, folder);
    expect(await gone()).to.have.members(
      ['open-badge-2.json', 'certificate.en.pdf', 'certificate.fr.pdf'].map(
        (name) => `${web.path}/${name}.gone`,
      ),
    );
    await serveInstead();
    expect(JSON.parse(await text(`${web.path}/open-badge-2.json`))).to.include({ revoked: true });
    expect((await get(`${web.path}/certificate.en.pdf`)).status).to.equal(404);
    expect(await text(web.path)).to.contain('Issued by mistake.');
    const origins = { [web.base.replace('http:', 'https:')]: web.base };
    const credential = await text(`${web.path}/open-badge-3.json`);
    expect((await openBadgesLibVerify({ credential, origins, checkStatus: true })).valid).to.equal(false);
  });

  it('when an endorsement is withdrawn, then its page says so still, and its address is marked', async () => {
    await web.close();
    const endorsed = await startEndorsedWeb();
    web = endorsed;
    await copy(web, folder);
    await endorsed.withdraw();
    await copy(web, folder);
    const files = await readdir(join(folder, endorsed.ofVersion));
    expect(files)
      .to.include.members(['index.html', 'endorsement.json.gone'])
      .and.not.include('endorsement.json');
    expect(await readdir(join(folder, 'endorsements'))).to.include(`${basename(endorsed.ofVersion)}.gone`);
    expect(await readFile(join(folder, endorsed.ofVersion, 'index.html'), 'utf8')).to.contain('withdr');
  });

  it('when it is killed in the middle, then the next run goes on, and nothing is missing', async () => {
    const idOf = (n: number): string => `award${String(n).padStart(17, '0')}`;
    const all = Array.from({ length: 5 }, (_, n): Award => ({ ...web.award, id: idOf(n) }));
    Object.assign(web.services, { awards: memoryAwards(...all) });
    let pages = 0;
    const killed = await copy(web, folder, () => (pages += 1) === 2).catch((error: unknown) => error);
    expect(killed).to.be.instanceOf(Error).with.property('message', 'killed');
    expect(await readdir(join(folder, 'awards'))).to.have.length(4);
    expect(await copy(web, folder)).to.equal(1);
    expect(await readdir(join(folder, 'awards'))).to.have.members(all.map(({ id }) => id));
    expect(await readdir(join(folder, 'achievements', microCredentialId, '1'))).to.include(
      'badge-class.json',
    );
    expect(await readdir(folder)).not.to.include('.export-progress.json');
    expect(await copy(web, folder)).to.equal(5);
  });
});
