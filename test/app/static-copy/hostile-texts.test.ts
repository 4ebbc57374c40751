/** What teachers write stands in documents that are copied: no text of theirs may reach beyond the folder, or keep a copy from ending. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CopiedFile } from '../../../src/app/static-copy/copied-addresses.js';
import { copyInstitution, type Answer } from '../../../src/app/static-copy/copy-institution.js';
import { filesOfCopy } from '../../../src/app/static-copy/files-of-copy.js';

const institutionId = 'institution00000000001';
const base = 'https://acquis.example.org';

describe('a copy of hostile texts', () => {
  let place: string;
  let folder: string;

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'copy-'));
    folder = join(place, 'copy');
    await mkdir(folder);
  });
  afterEach(() => rm(place, { recursive: true }));

  /** One award whose credential has this description; every other address is answered by `answer`. */
  async function copy(
    description: string,
    answer: (path: string, file: CopiedFile) => number,
  ): Promise<void> {
    const ask = (path: string, file: CopiedFile): Promise<Answer> => {
      const body = path.endsWith('/open-badge-3.json') ? JSON.stringify({ description }) : '{}';
      return Promise.resolve({
        status: answer(path, file),
        body: Buffer.from(body),
        contentType: 'application/json',
      });
    };
    const awardIds = (_id: string, after: string | undefined): Promise<string[]> =>
      Promise.resolve(after === undefined ? ['award00000000000000001'] : []);
    const onProgress = (): void => undefined;
    await copyInstitution(
      {
        ...filesOfCopy(folder, `${base}/institutions/${institutionId}`),
        ...{ base, ask, awardIds, onProgress, clock: () => new Date() },
      },
      institutionId,
    );
  }

  it('when a description names a path that climbs out of the folder, then no file outside is taken away or written', async () => {
    const secret = join(place, 'secret.env');
    for (const status of [200, 404]) {
      await writeFile(secret, 'kept');
      await copy(`See '/institutions/${institutionId}/../../../secret.env'.`, (path) =>
        path.includes('..') ? status : 200,
      );
      expect(await readFile(secret, 'utf8'), String(status)).to.equal('kept');
    }
  });

  for (const path of [
    `/institutions/${institutionId}/`,
    `/institutions/${institutionId}/keys/`,
    `/institutions/${institutionId}/did.json/x`,
    '/achievements/some/1/..',
    `/institutions/${institutionId}/keys-2`,
    '/endorsements/some/.',
    '/assets/..',
    '/assets/.',
  ])
    it(`when a description names ${path}, then the copy is made all the same`, async () => {
      await copy(`See '${path}'.`, () => 200);
      await copy(`See '${path}'.`, (asked) => (asked === path ? 404 : 200));
      expect(await readdir(join(folder, 'institutions', institutionId))).to.include.members([
        'did.json',
        'index.html',
      ]);
    });

  it('when a description names the mark of what was withdrawn, then the mark stays', async () => {
    const endorsement = '/endorsements/some/endorsement.json';
    const answer = (path: string): number =>
      path === endorsement ? 410 : path.endsWith('.gone') ? 404 : 200;
    await copy(`See '${endorsement}' and '${endorsement}.gone'.`, answer);
    expect(await readdir(join(folder, 'endorsements', 'some'))).to.include('endorsement.json.gone');
  });

  it('when the program cannot answer for a moment, then the copy stops and what was copied before stays', async () => {
    await copy('', () => 200);
    const failed = await copy('', (path) => (path.endsWith('/did.json') ? 503 : 200)).catch(
      (error: unknown) => error,
    );
    expect(failed).to.include({ code: 'unexpected' });
    expect(await readdir(join(folder, 'institutions', institutionId))).to.include('did.json');
  });
});
