/**
 * The only place that builds things: settings in, a running Acquis out. Here the embedded database and the end of everything;
 * what stands on a database is assemble.ts's, which is loaded while the embedded one comes up in its process.
 */
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import { startEngine } from '../edges/storage/engine/start-engine.js';
import type { CheckTimes } from '../jobs/check-worker.js';
import { systemClock, type Clock } from '../shared/clock.js';
import type { WebServices } from '../web/web-services.js';
import { stopper } from './stopper.js';

export interface RunningAcquis {
  services: WebServices;
  /** Where it listens: the port that was asked for, or the free one that was found. */
  port: number;
  /**
   * Lets running requests (10 s at most) and checks (5 s at most) finish, then closes the database and stops the engine. Safe to
   * call twice.
   */
  stop(): Promise<void>;
}

export interface ComposeOptions {
  log?: Logger;
  clock?: Clock;
  /** Told in one sentence what takes time. */
  onProgress?: (sentence: string) => void;
  /** Others than the usual ones: tests that kill processes do not wait a minute for a lease to end. */
  checkTimes?: CheckTimes;
}

/** @throws Problem settings-invalid (a taken port among them), storage-unavailable, key-unreadable */
export async function compose(settings: Settings, options: ComposeOptions = {}): Promise<RunningAcquis> {
  const log = options.log ?? pino({ level: settings.ACQUIS_LOG_LEVEL });
  const clock = options.clock ?? systemClock;
  const closing: (() => Promise<void>)[] = [];
  const stop = stopper(closing);
  try {
    const database = settings.MONGODB_URI || embedded(settings, log, options, closing);
    const [uri, { assemble }] = await Promise.all([database, import('./assemble.js')]);
    return {
      ...(await assemble({ settings, uri, log, clock, closing, checkTimes: options.checkTimes })),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Address of the embedded database, once it accepts connections. */
async function embedded(
  settings: Settings,
  log: Logger,
  options: ComposeOptions,
  closing: (() => Promise<void>)[],
): Promise<string> {
  const starting = startEngine({
    dataFolder: join(settings.ACQUIS_DATA_FOLDER, 'data'),
    engineFolder: settings.ACQUIS_ENGINE_FOLDER || join(settings.ACQUIS_DATA_FOLDER, 'engine'),
    mongodPath: settings.ACQUIS_MONGOD,
    log,
    onProgress: options.onProgress ?? ((sentence) => log.info(sentence)),
    onDied: (how) => log.fatal({ how }, 'the embedded database ended by itself: restart Acquis'),
  });
  // Something else may fail before it is up; one that does not come up has ended by itself.
  closing.push(async () => (await starting.catch(() => undefined))?.stop());
  return (await starting).uri;
}
