/**
 * `npm run bench -- start`: Acquis from its start until it answers, with its embedded database (installed before), and its
 * memory after 1,000 launches. The reference is the aim: 2 seconds.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repeat } from './support/compare-programs.js';
import { linkAcquis } from './support/linked-acquis.js';
import { median } from './support/median.js';

const aim = 2;
const starts = 3;
const launches = 1000;
const folder = join('var', 'bench', 'start');

await rm(folder, { recursive: true, force: true });
const acquis = await linkAcquis({
  ACQUIS_DATA_FOLDER: folder,
  ACQUIS_ENGINE_FOLDER: join('var', 'engine'),
});
try {
  const [seconds, cpuSeconds]: [number[], number[]] = [[], []];
  for (let start = 0; start < starts; start++) {
    const program = await acquis.start();
    seconds.push(program.readyAfter / 1000);
    const before = await program.figures();
    cpuSeconds.push(before.cpu / 1000);
    if (start === starts - 1) {
      await repeat(acquis.launcher.launch, launches, 5);
      const after = await program.figures();
      console.log(`resident at start: ${megabytes(before.resident)} MB`);
      console.log(`resident after ${launches} launches: ${megabytes(after.resident)} MB (aim: 200)`);
    }
    await program.stop();
  }
  const [fastest, slowest] = [Math.min(...seconds), Math.max(...seconds)].map((time) => time.toFixed(2));
  console.log(
    `start to ready: median ${median(seconds).toFixed(2)} s (n ${starts}, ${fastest} to ${slowest})`,
  );
  console.log(
    `its own CPU until then: median ${median(cpuSeconds).toFixed(2)} s; aim for the whole: ${aim} s`,
  );
  console.log(`start ratio ${(aim / median(seconds)).toFixed(2)}`);
} finally {
  await acquis.launcher.close();
  await rm(folder, { recursive: true, force: true });
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
