import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  createSecondOpinion,
  type OpinionLimits,
} from '../../../src/edges/second-opinion/create-second-opinion.js';
import { anOpenBadge2Issuer } from '../../domain/verification/open-badge-2-issuer.js';
import { bringPython } from '../../support/bring-verifiers.js';

describe('the second opinion of the 1EdTech validator', function () {
  this.timeout(600_000);
  let python: string;
  let folder: string;
  let troubles: string[];
  before(async () => {
    python = await bringPython('openbadges', (sentence) => console.error(sentence));
    folder = await mkdtemp(join(tmpdir(), 'acquis-opinion-'));
  });
  beforeEach(() => (troubles = []));
  after(() => rm(folder, { recursive: true, force: true }));

  const opinionOf = (program: string, limits?: OpinionLimits) =>
    createSecondOpinion({ python: program, limits, onTrouble: (sentence) => troubles.push(sentence) });
  const aProgram = async (name: string, lines: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\n${lines}\n`);
    await chmod(path, 0o755);
    return path;
  };
  const documentsOf = (issuer: ReturnType<typeof anOpenBadge2Issuer>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(issuer.at).map(([part, url]) => [
        url,
        JSON.stringify(issuer.documents[part as keyof typeof issuer.at]),
      ]),
    );

  it('when a hosted and a signed badge are right, then it finds no fault', async () => {
    const issuer = anOpenBadge2Issuer();
    for (const badge of [JSON.stringify(issuer.documents.assertion), issuer.sign(issuer.signedAssertion)]) {
      const opinion = await opinionOf(python).ask({ badge, documents: documentsOf(issuer) });
      expect(opinion).to.deep.equal({ faults: [], missing: [] });
    }
    expect(troubles).to.deep.equal([]);
  });

  it('when somebody else signed it, then it says that the signature fails', async () => {
    const issuer = anOpenBadge2Issuer();
    const badge = issuer.sign(issuer.signedAssertion, 'another');
    const opinion = await opinionOf(python).ask({ badge, documents: documentsOf(issuer) });
    expect(opinion?.missing).to.deep.equal([]);
    expect(opinion?.faults.join()).to.contain('Signature verification failed');
  });

  it('when the issuer has no name, then it objects in its own words, without a path of this machine', async () => {
    const issuer = anOpenBadge2Issuer({ issuer: { name: 1 } });
    const badge = JSON.stringify(issuer.documents.assertion);
    const opinion = await opinionOf(python).ask({ badge, documents: documentsOf(issuer) });
    expect(opinion?.faults).to.not.deep.equal([]);
    expect(opinion?.faults.join()).to.contain('name').and.not.to.contain('site-packages');
  });

  it('when a document was not to be had, then its address is told', async () => {
    const issuer = anOpenBadge2Issuer();
    const documents = documentsOf(issuer);
    delete documents[issuer.at.badge];
    const badge = JSON.stringify(issuer.documents.assertion);
    expect((await opinionOf(python).ask({ badge, documents }))?.missing).to.deep.equal([issuer.at.badge]);
  });

  it('when the badge names addresses of this machine, then none is asked', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const issuer = anOpenBadge2Issuer({
        assertion: {
          '@context': ['https://w3id.org/openbadges/v2', `${here}/context`],
          image: `${here}/image`,
        },
        badge: { image: `${here}/badge.png`, issuer: `${here}/issuer` },
      });
      const badge = JSON.stringify(issuer.documents.assertion);
      const opinion = await opinionOf(python).ask({ badge, documents: documentsOf(issuer) });
      expect(opinion?.missing).to.deep.equal([`${here}/context`]);
      const hosted = JSON.stringify({ ...issuer.documents.assertion, id: `${here}/assertion` });
      await opinionOf(python).ask({ badge: hosted, documents: {} });
      expect(asked).to.deep.equal([]);
    } finally {
      server.close();
    }
  });

  it('when what is asked is no badge, then there is an opinion or none, never an exception', async () => {
    for (const badge of ['', '{}', '[]', 'x', '{"@context":1}', 'a.b.c', '\0']) {
      const opinion = await opinionOf(python).ask({ badge, documents: {} });
      expect(opinion?.faults ?? ['none'], badge).to.not.deep.equal([]);
    }
  });

  for (const [what, lines, limits, trouble] of [
    ['takes too long', 'exec sleep 60', { ms: 200, output: 1_000 }, 'it took too long'],
    ['writes without end', 'exec yes', { ms: 20_000, output: 1_000 }, 'its answer is too long'],
    ['breaks down', 'echo x; exit 3', undefined, 'it ended with 3'],
    ['answers something else', 'echo "[1]"', undefined, 'the validator broke down'],
    ['tells of an error', `echo '{"error":"ada@example.org"}'`, undefined, 'the validator broke down'],
  ] as const) {
    it(`when the program ${what}, then there is no opinion within the time, and the log says why`, async () => {
      const began = Date.now();
      const program = await aProgram('program', lines);
      expect(await opinionOf(program, limits).ask({ badge: '{}', documents: {} })).to.equal(undefined);
      expect(Date.now() - began).to.be.lessThan(10_000);
      expect(troubles).to.deep.equal([`the second opinion did not come: ${trouble}`]);
    });
  }

  it('when there is no such program, then there is no opinion, and the log says so', async () => {
    const opinion = opinionOf(join(folder, 'nothing'));
    expect(await opinion.ask({ badge: '{}', documents: {} })).to.equal(undefined);
    expect(troubles).to.deep.equal(['the second opinion did not come: it cannot be started (ENOENT)']);
  });

  it('when the program runs, then it has no variable of ours, and what is asked is no argument', async () => {
    const program = await aProgram(
      'tells',
      `/usr/bin/env > ${join(folder, 'told')}\necho "$@" >> ${join(folder, 'told')}`,
    );
    process.env['ACQUIS_TEST_SECRET'] = 'secret of the environment';
    try {
      await opinionOf(program).ask({ badge: 'the badge; $(touch x)', documents: {} });
    } finally {
      delete process.env['ACQUIS_TEST_SECRET'];
    }
    const told = await readFile(join(folder, 'told'), 'utf8');
    expect(told).to.contain('-I -B ').and.not.to.contain('secret').and.not.to.contain('the badge');
  });

  it('when many ask at once, then two run at a time and all are answered', async () => {
    const log = join(folder, 'running');
    const program = await aProgram(
      'counts',
      `echo + >> ${log}\nsleep 0.2\necho - >> ${log}\necho '{"errors":[],"refused":[]}'`,
    );
    const opinion = opinionOf(program);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => opinion.ask({ badge: '{}', documents: {} })),
    );
    expect(answers.filter((one) => one?.faults.length === 0)).to.have.length(6);
    let [running, most] = [0, 0];
    for (const line of (await readFile(log, 'utf8')).trim().split('\n')) {
      running += line === '+' ? 1 : -1;
      most = Math.max(most, running);
    }
    expect(most).to.equal(2);
  });
});
