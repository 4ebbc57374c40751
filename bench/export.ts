/**
 * `npm run bench -- export [awards]`: the static copy of an institution, with the embedded database. What an award costs at the end,
 * against what it costs at the beginning: the reference is that nothing grows. 10,000 awards take an hour.
 */
import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exportMeasured, type Moment } from './support/export-measured.js';
import { institutionId, storeInstitution } from './support/stored-institution.js';

const awards = Number(process.argv[2] ?? 400);
if (!Number.isInteger(awards) || awards < 200) throw new Error('at least 200 awards');
const home = join('var', 'bench', 'export');
const folder = join(home, 'copy');
const environment = {
  ACQUIS_BASE_ADDRESS: 'https://acquis.example.org',
  ACQUIS_PORT: '0',
  ACQUIS_LOG_LEVEL: 'silent',
  ACQUIS_MASTER_KEY: randomBytes(32).toString('base64'),
  ACQUIS_SESSION_KEY: randomBytes(32).toString('base64'),
  ACQUIS_DATA_FOLDER: home,
  ACQUIS_ENGINE_FOLDER: join('var', 'engine'),
};

await rm(home, { recursive: true, force: true });
try {
  await storeInstitution(environment, awards);
  const began = performance.now();
  const moments = await exportMeasured(environment, institutionId, folder);
  const minutes = (performance.now() - began) / 60_000;
  // the first of all that was told has the start of the program behind it
  const half = moments[Math.floor(moments.length / 2)];
  const [early, late] = [costBetween(moments[0], half), costBetween(half, moments.at(-1))];
  const residents = moments.map(({ resident }) => resident);
  const files = await sizesIn(folder);
  console.log(`${awards} awards in ${minutes.toFixed(1)} minutes`);
  console.log(`CPU an award: ${early.toFixed(0)} ms in the first half, ${late.toFixed(0)} ms in the second`);
  console.log(
    `resident: ${megabytes(half?.resident)} MB half-way, ${megabytes(Math.max(...residents))} MB at most`,
  );
  console.log(`${files.length} files, ${megabytes(files.reduce((sum, size) => sum + size, 0))} MB`);
  console.log(`export ratio ${(early / late).toFixed(2)}`);
} finally {
  await rm(home, { recursive: true, force: true });
}

/** CPU milliseconds an award. */
function costBetween(from: Moment | undefined, to: Moment | undefined): number {
  if (!from || !to) throw new Error('the export did not tell how far it was');
  return (to.cpu - from.cpu) / (to.awards - from.awards);
}

async function sizesIn(copied: string): Promise<number[]> {
  const all = await readdir(copied, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(files.map(async (file) => (await stat(file)).size));
}

function megabytes(bytes = 0): string {
  return (bytes / 1e6).toFixed(0);
}
