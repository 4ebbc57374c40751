/** Acquis as `npm start` runs it, with a demonstration LMS linked and ready to launch it. */
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { compose } from '../../src/app/compose.js';
import { linkDemo } from '../../src/app/link-demo.js';
import { freePort } from './free-port.js';
import { startLauncher, type Launcher } from './launcher.js';
import { startProgram, type MeasuredProgram } from './measured-program.js';

export interface LinkedAcquis {
  launcher: Launcher;
  /** Starts the program; one at a time. */
  start: () => Promise<MeasuredProgram>;
}

/** @param database settings of the database: MONGODB_URI, or the folders of the embedded one */
export async function linkAcquis(database: Record<string, string>): Promise<LinkedAcquis> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = {
    ...database,
    ACQUIS_BASE_ADDRESS: origin,
    ACQUIS_PORT: String(port),
    ACQUIS_MASTER_KEY: randomBytes(32).toString('base64'),
    ACQUIS_SESSION_KEY: randomBytes(32).toString('base64'),
    ACQUIS_ALLOW_PRIVATE_ADDRESSES: 'true',
  };
  const launcher = await startLauncher({
    origin,
    loginUrl: `${origin}/lti/login`,
    launchUrl: `${origin}/lti/launch`,
  });
  const settings = readSettings(environment);
  const acquis = await compose(settings, {
    log: pino({ level: 'silent' }),
    onProgress: (sentence) => console.log(sentence),
  });
  await linkDemo(acquis.services, [launcher.lms], randomBytes(12).toString('base64url'));
  await acquis.stop();
  return {
    launcher,
    start: () => startProgram({ module: 'src/app/main', environment, readySign: 'Acquis answers at' }),
  };
}
