/** Bringing SecantusDB: once, whole, by one of several processes; with a stand-in for Python that only makes files. */
import { access, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { installSecantus } from '../../../src/edges/storage/engine/install-secantus.js';
import { Problem } from '../../../src/shared/problem.js';

/** Answers as CPython of that version would, makes environments that hold a copy of itself, and notes each pip call. */
function python(version: string, calls: string, pip = 'exit 0'): string {
  return `#!/bin/sh
case "$1 $2" in
  "-I -c") echo "${version}" ;;
  "-m venv") /bin/mkdir -p "$3/bin" && /bin/cp "$0" "$3/bin/python" ;;
  "-m pip") echo called >> "${calls}"; ${pip} ;;
esac
`;
}

describe('installSecantus', () => {
  let folder: string;
  let calls: string;
  let path: string | undefined;
  const told: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acquis-installation-'));
    calls = join(folder, 'calls');
    await writeFile(calls, '');
    await mkdir(join(folder, 'path'));
    path = process.env['PATH'];
    process.env['PATH'] = join(folder, 'path');
    told.length = 0;
  });

  afterEach(async () => {
    process.env['PATH'] = path;
    await rm(folder, { recursive: true, force: true });
  });

  const provide = (program: string): Promise<void> =>
    writeFile(join(folder, 'path', 'python3'), program, { mode: 0o755 });
  const bring = (): ReturnType<typeof installSecantus> =>
    installSecantus(join(folder, 'engine'), (sentence) => told.push(sentence));
  const pipCalls = async (): Promise<number> => (await readFile(calls, 'utf8')).split('\n').length - 1;

  it('asked the first time, installs and says so; asked again, does nothing', async () => {
    await provide(python('CPython 3 11', calls));
    const { python: interpreter } = await bring();
    await access(interpreter);
    expect(told.join(' ')).to.contain('once');
    told.length = 0;
    await bring();
    expect(told).to.deep.equal([]);
    expect(await pipCalls()).to.equal(1);
  });

  it('asked by two at once, installs once and both have it', async () => {
    await provide(python('CPython 3 12', calls, '/bin/sleep 0.5'));
    const [one, two] = await Promise.all([bring(), bring()]);
    expect(one).to.deep.equal(two);
    expect(await pipCalls()).to.equal(1);
    expect(told.join(' ')).to.contain('waiting');
  });

  it('met by a half-finished installation, makes it anew', async () => {
    await provide(python('CPython 3 13', calls));
    const { python: interpreter } = await bring();
    await rm(interpreter);
    await bring();
    await access(interpreter);
    expect(await pipCalls()).to.equal(2);
  });

  it('met by the lock of a process that is gone, takes it over', async () => {
    await provide(python('CPython 3 10', calls));
    await mkdir(join(folder, 'engine'));
    const lock = join(folder, 'engine', 'secantusdb-0.7.0b3.lock');
    await writeFile(lock, '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    await bring();
    expect(await readdir(join(folder, 'engine'))).to.deep.equal(['secantusdb-0.7.0b3']);
  });

  it('whose pip fails, leaves nothing that could be taken for complete and tells the last words', async () => {
    await provide(python('CPython 3 11', calls, 'echo no network >&2; exit 1'));
    expect((await refusal(bring())).detail).to.contain('no network');
    expect(await readdir(join(folder, 'engine'))).to.deep.equal([]);
  });

  it('without any Python, names the three ways out', async () => {
    const { detail } = await refusal(bring());
    expect(detail).to.contain('install Python').and.to.contain('ACQUIS_MONGOD').and.to.contain('MONGODB_URI');
  });

  it('with a Python that is too old or not CPython, says what was found', async () => {
    await provide(python('CPython 3 8', calls));
    expect((await refusal(bring())).detail).to.contain('python3 is CPython 3.8');
    await provide(python('PyPy 3 11', calls));
    expect((await refusal(bring())).detail).to.contain('python3 is PyPy 3.11');
  });
});

async function refusal(deed: Promise<unknown>): Promise<Problem> {
  const outcome = await deed.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem && outcome.code === 'storage-unavailable') return outcome;
  throw new Error(`storage-unavailable was expected, not ${String(outcome)}`);
}
