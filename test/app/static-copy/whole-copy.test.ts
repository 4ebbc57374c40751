/** What an export waits for, and what it tells at its end: awards that are signed again while it runs, and what cannot be copied. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { copyInstitution } from '../../../src/app/static-copy/copy-institution.js';
import { filesOfCopy } from '../../../src/app/static-copy/files-of-copy.js';
import {
  faultsOfCopy,
  isSignedAgainSince,
  untilSignedAgain,
} from '../../../src/app/static-copy/whole-copy.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { anAwardOfOldKeys, declaredAt } from '../../domain/verification/award-of-old-keys.js';
import { institutionId } from '../../domain/verification/claimed-award.js';

const before = new Date(declaredAt.getTime() - 60_000);
const after = new Date(declaredAt.getTime() + 60_000);

/** So many awards whose keys were declared compromised; `broken`: what is kept of the first cannot be read. */
async function world(count: number, broken = false) {
  const { deps: claimed, award, declare, time } = await anAwardOfOldKeys();
  const one = await award();
  const all = Array.from({ length: count }, (_, at) => ({ ...one, id: `award-${at}`, subject: `${at}` }));
  const documents = { ...one.documents, openBadge3: '{' };
  const awards = memoryAwards(...all.map((each, at) => (broken && at === 0 ? { ...each, documents } : each)));
  const said: string[] = [];
  const deps = { ...claimed, awards, say: (sentence: string) => void said.push(sentence) };
  const signSome = (most: number): Promise<number> =>
    signNextAgain({ ...deps, chance: () => 0, onTrouble: () => undefined }, most);
  return { deps, declare, said, signSome, time };
}

describe('an export while awards are signed again', () => {
  it('when no key is compromised, then it waits for nothing and tells nothing', async () => {
    const { deps, said } = await world(3);
    await untilSignedAgain(deps, institutionId);
    expect(said).to.deep.equal([]);
    expect(await faultsOfCopy(deps, institutionId, { awards: 3, begunAt: before, failed: [] })).to.deep.equal(
      [],
    );
  });

  it('when some are left, then it says how many and waits until all are signed', async () => {
    const { deps, declare, said, signSome } = await world(3);
    await declare();
    await untilSignedAgain({ ...deps, wait: () => signSome(1) }, institutionId);
    // one of each key at a time
    expect(said.map((one) => one.split(' ')[0])).to.deep.equal(['3', '1']);
    const copied = { awards: 3, begunAt: after, failed: [] };
    expect(await faultsOfCopy(deps, institutionId, copied)).to.deep.equal([]);
  });

  it('when it does not come on, then it waits two minutes, copies what there is, and tells that signatures are old', async () => {
    const { deps, declare } = await world(3);
    await declare();
    let waited = 0;
    await untilSignedAgain({ ...deps, wait: async (time) => void (waited += time) }, institutionId);
    expect(waited).to.equal(120_000);
    const [fault] = await faultsOfCopy(deps, institutionId, { awards: 3, begunAt: after, failed: [] });
    expect(fault).to.contain('some of the copies have signatures that do not verify. Export again.');
  });

  it('when a key is declared compromised while it runs, then that is told, though all are signed again by its end', async () => {
    const { deps, declare, signSome } = await world(3);
    await declare();
    while ((await signSome(25)) > 0);
    const copied = { awards: 3, begunAt: before, failed: [] };
    expect((await faultsOfCopy(deps, institutionId, copied))[0]).to.contain('Export again.');
    expect(await isSignedAgainSince(deps, institutionId, before)).to.equal(true);
    expect(await isSignedAgainSince(deps, institutionId, after)).to.equal(false);
  });

  it('when keys are renewed while it runs, then that is told: what they sign from then on names keys that were not copied', async () => {
    const { deps } = await world(1);
    const keys = memoryKeys(undefined, () => after);
    await keys.ensure(institutionId);
    const copied = { awards: 1, begunAt: before, failed: [] };
    const faults = await faultsOfCopy({ ...deps, keys }, institutionId, copied);
    expect(faults).to.have.length(1);
    expect(faults[0]).to.match(/^New signing keys were made meanwhile.+ Export again\.$/);
    const later = { ...copied, begunAt: new Date(after.getTime() + 1) };
    expect(await faultsOfCopy({ ...deps, keys }, institutionId, later)).to.deep.equal([]);
  });

  it('when one of one key is in trouble, and one of another key waits, then it waits for that one', async () => {
    const { deps, declare, signSome, said } = await world(2, true);
    const [broken, waiting] = [await deps.awards.byId('award-0'), await deps.awards.byId('award-1')];
    const { integrity = '', rsa = '' } = broken?.signedWith ?? {};
    const awards = memoryAwards(
      { ...broken, signedWith: { integrity, rsa: 'another' } } as Award,
      { ...waiting, signedWith: { integrity: 'another', rsa } } as Award,
    );
    await awards.noteNotSigned('award-0', { code: 'document-invalid', at: before });
    await declare();
    await untilSignedAgain({ ...deps, awards, wait: () => signSome(25) }, institutionId);
    expect(said[0]).to.contain('still to be signed again: waiting');
  });

  it('when what is kept of one cannot be read, then it does not wait for that one, and tells its id', async () => {
    const { deps, declare, signSome } = await world(3, true);
    await declare();
    await untilSignedAgain({ ...deps, wait: () => signSome(25) }, institutionId);
    const faults = await faultsOfCopy(deps, institutionId, { awards: 3, begunAt: after, failed: [] });
    expect(faults).to.have.length(1);
    expect(faults[0])
      .to.contain('could not be signed again')
      .and.to.match(/\n {2}award-0$/);
  });
});

describe('an export that gets no answer', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whole-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const copy = (status: (path: string) => number) =>
    copyInstitution(
      {
        ...filesOfCopy(folder, 'https://acquis.example.org/institutions/i'),
        base: 'https://acquis.example.org',
        clock: () => before,
        ask: async (path) => ({ status: status(path), body: Buffer.from(path), contentType: 'image/png' }),
        awardIds: async (_id, last) => (last === undefined ? ['one', 'two'] : []),
        onProgress: () => undefined,
      },
      'i',
    );

  it('when one award is in trouble, then the others are copied, what was there of it stays, and it is told', async () => {
    expect((await copy(() => 200)).failed).to.deep.equal([]);
    const { failed, awards, begunAt } = await copy((path) =>
      path === '/awards/one/certificate.en.pdf' ? 500 : 200,
    );
    expect([failed, awards, begunAt]).to.deep.equal([['/awards/one/certificate.en.pdf'], 2, before]);
    for (const id of ['one', 'two'])
      expect(await readFile(join(folder, 'awards', id, 'certificate.en.pdf'), 'utf8')).to.contain(id);
  });

  it('when the database is away, then it ends at once, and the next run goes on', async () => {
    const problem: unknown = await copy((path) => (path.startsWith('/awards/two') ? 503 : 200)).catch(
      (error: unknown) => error,
    );
    expect(problem).to.have.property('detail', '/awards/two was answered with 503: export again');
    expect((await copy(() => 200)).awards).to.equal(2);
  });

  it('when it was killed after an award in trouble, then the next run tells it still', async () => {
    const asked = copy((path) => {
      if (path === '/awards/one') return 500;
      return path === '/verify' ? 503 : 200;
    });
    await asked.catch(() => undefined);
    expect((await copy(() => 200)).failed).to.deep.equal(['/awards/one']);
  });
});
