/**
 * `npm run bench -- issue`: a class of 5,000 claims, each claim from the offer to the signed award in the database, among few awards that
 * are there already and among many, each size in a database of its own. Asked is that the cost does not grow: within 1.2. The ratio is
 * the cost among the fewest divided by that among the most. `-- issue 1000 100000 1000000` goes up to a million; filling them in takes
 * the embedded database half an hour, so that ACQUIS_BENCH_FOLDER can name a folder in which the databases are kept for the next time (each with the claims that were
 * made in it, besides).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimAll } from './support/class-that-claims.js';

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 1 ? given : [1_000, 20_000];
const claims = 5_000;

const kept = process.env['ACQUIS_BENCH_FOLDER'];
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'acquis-bench-')));
const costs: number[] = [];
try {
  for (const size of sizes) {
    const { seconds, perClaim } = await claimAll({ folder: join(folder, String(size)), size, claims });
    costs.push(perClaim);
    console.log(
      `a class of ${claims} claims among ${size} awards: ${seconds.toFixed(0)} s, ${perClaim.toFixed(2)} ms each (median)`,
    );
  }
  console.log(`issue ratio ${((costs[0] ?? NaN) / (costs.at(-1) ?? NaN)).toFixed(2)}`);
} finally {
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}
