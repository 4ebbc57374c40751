import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { filesOfCopy } from '../../../src/app/static-copy/files-of-copy.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('the folder of a static copy', () => {
  let place: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'folder-'));
  });
  afterEach(() => rm(place, { recursive: true }));

  it('a folder that is a file, when it is read or written, then that is told in a sentence with the path', async () => {
    const folder = join(place, 'taken');
    await writeFile(folder, 'a file');
    const files = filesOfCopy(folder, 'https://acquis.example.org/institutions/i');
    for (const deed of [files.progress, () => files.write('robots.txt', Buffer.from('x'))]) {
      const { code, detail } = await thrownProblem(deed);
      expect(code).to.equal('unexpected');
      expect(detail)
        .to.contain(folder)
        .and.to.contain('a part of that path is a file. What was copied before stays');
    }
  });

  it('a place where a folder stands, when a file is to be written there, then what the system says is told, and nothing else is lost', async () => {
    const files = filesOfCopy(place, 'https://acquis.example.org/institutions/i');
    await files.write('awards/one/index.html', Buffer.from('kept'));
    const { detail } = await thrownProblem(() => files.write('awards', Buffer.from('x')));
    expect(detail)
      .to.contain(`${join(place, 'awards')}: `)
      .and.to.contain('export again to go on');
    expect(await readdir(join(place, 'awards', 'one'))).to.deep.equal(['index.html']);
  });
});
