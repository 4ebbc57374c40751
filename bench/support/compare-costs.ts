/**
 * Measures two ways of doing the same by turns and prints both figures and their ratio. Each way has a process of its own, as
 * in life: in one process the caches of a library that both use would serve one and disturb the other.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { median } from './median.js';

export interface Way {
  label: string;
  run(): unknown;
}

export interface Comparison {
  /** The benchmark's name, for the last line. */
  name: string;
  /** What is done once, in words. */
  what: string;
  ours: Way;
  reference: Way;
}

interface Turn {
  /** CPU milliseconds of the whole process, all threads together. Time on the clock would count what else the machine does. */
  cpu: number;
  runs: number;
}

type Side = 'ours' | 'reference';
const sideVariable = 'ACQUIS_BENCH_SIDE';
/** CPU milliseconds of a turn. */
const turnLength = 300;
const turns = 20;
/** Until then the engine still compiles: what is measured is a server that has run for a while. */
const warmUps = 12;

/** To be called by a benchmark's module, which the two processes load, too. */
export async function compareCosts(comparison: Comparison): Promise<void> {
  const side = process.env[sideVariable] as Side | undefined;
  if (side) return serveTurns(comparison[side]);
  const { name, what, ours, reference } = comparison;
  const children = { ours: startSide('ours'), reference: startSide('reference') };
  const taken: Record<Side, Turn[]> = { ours: [], reference: [] };
  for (let turn = 0; turn < warmUps + turns; turn++) {
    const order = turn % 2 === 0 ? (['ours', 'reference'] as const) : (['reference', 'ours'] as const);
    for (const one of order) {
      const result = await takeTurn(children[one]);
      if (turn >= warmUps) taken[one].push(result);
    }
  }
  for (const child of Object.values(children)) child.disconnect();
  console.log(`${what}: CPU ms each, median of ${turns} turns by turns`);
  const [our, their] = [report(ours, taken.ours), report(reference, taken.reference)];
  // turns side by side had the same machine: what else it did in the meantime is in both
  const ratios = our.map((cost, turn) => (their[turn] ?? 0) / cost);
  console.log(`${name} ratio ${median(ratios).toFixed(2)}`);
}

/** What each turn's runs cost. */
function report({ label }: Way, taken: Turn[]): number[] {
  const costs = taken.map(({ cpu, runs }) => cpu / runs);
  const runs = taken.reduce((sum, turn) => sum + turn.runs, 0);
  console.log(`${label}: ${median(costs).toFixed(3)} ms (n ${runs})`);
  return costs;
}

function startSide(side: Side): ChildProcess {
  return fork(process.argv[1] ?? '', process.argv.slice(2), {
    env: { ...process.env, [sideVariable]: side },
  });
}

async function takeTurn(child: ChildProcess): Promise<Turn> {
  const ended = new AbortController();
  const exit = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('the process of one side ended early');
  });
  child.send('turn');
  const [turn] = (await Promise.race([once(child, 'message'), exit])) as [Turn];
  exit.catch(() => undefined);
  ended.abort();
  return turn;
}

function serveTurns(way: Way): void {
  const turn = async (): Promise<Turn> => {
    const before = process.cpuUsage();
    let [cpu, runs] = [0, 0];
    while (cpu < turnLength) {
      await way.run();
      runs++;
      const { user, system } = process.cpuUsage(before);
      cpu = (user + system) / 1000;
    }
    return { cpu, runs };
  };
  process.on('message', () => void turn().then((result) => process.send?.(result)));
}
