/** A program that starts the engine, writes its address and stays: for tests that kill it. Argument: the data folder. */
import { startEngine } from '../../src/edges/storage/engine/start-engine.js';

const silent = (): void => undefined;
const engine = await startEngine({
  dataFolder: process.argv[2] ?? ':memory:',
  mongodPath: process.argv[3],
  log: { debug: silent, info: silent },
  onProgress: silent,
});
console.log(engine.uri);
setInterval(silent, 60_000);
