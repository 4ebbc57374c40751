/** Acquis and the reference tool, each in a process of its own, on databases of one engine, launched by the same kind of LMS. */
import { startEngine } from '../../src/edges/storage/engine/start-engine.js';
import type { Launcher } from './launcher.js';
import { linkAcquis } from './linked-acquis.js';
import type { MeasuredProgram } from './measured-program.js';
import { startStockLtijs } from './stock-ltijs.js';

export interface RunningTool {
  launcher: Launcher;
  program: MeasuredProgram;
}

export interface BothTools {
  acquis: RunningTool;
  stock: RunningTool & { origin: string };
  stop: () => Promise<void>;
}

export async function startBothTools(): Promise<BothTools> {
  const silent = (): void => undefined;
  const engine = await startEngine({
    dataFolder: ':memory:',
    log: { debug: silent, info: silent },
    onProgress: (sentence) => console.log(sentence),
  });
  const database = (name: string): string => {
    const uri = new URL(engine.uri);
    uri.pathname = `/${name}`;
    return uri.href;
  };
  const linked = await linkAcquis({ MONGODB_URI: database('acquis') });
  const acquis = { launcher: linked.launcher, program: await linked.start() };
  const stock = await startStockLtijs(database('stock'));
  return {
    acquis,
    stock,
    stop: async () => {
      for (const { launcher, program } of [acquis, stock]) {
        await launcher.close();
        await program.stop();
      }
      await engine.stop();
    },
  };
}
