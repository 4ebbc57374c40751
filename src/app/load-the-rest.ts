/**
 * Libraries that no start needs. The deeds that use them load them when they are done for the first time; they are loaded here
 * when Acquis answers already, one after the other, so that nobody's deed is the first. docs/decisions/0008-what-a-start-loads.md
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Logger } from 'pino';

/** In the order in which somebody may need them. */
const libraries: (() => Promise<unknown>)[] = [
  () => import('undici'),
  () => import('jsonld'),
  () => import('@node-rs/argon2'),
  () => import('qrcode'),
  () => import('busboy'),
  () => import('pdfkit'),
];

/** Returns at once. What cannot be loaded is told to the log: whoever needs it meets the same error. */
export function loadTheRest(more: readonly (() => Promise<unknown>)[], log: Logger): void {
  void loadAll([...libraries, ...more], log);
}

async function loadAll(loads: readonly (() => Promise<unknown>)[], log: Logger): Promise<void> {
  for (const load of loads) {
    // requests that wait come first
    await turn();
    await load().catch((error: unknown) => log.error({ err: error }, 'a library cannot be loaded'));
  }
}
