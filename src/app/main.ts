/** `npm start`: runs Acquis with the settings of the environment until it is told to stop. */
import { pathToFileURL } from 'node:url';
import { readSettings, type Settings } from '../../config/settings.js';
import { makeSetUpLink } from '../domain/institutions/make-set-up-link.js';
import { Problem } from '../shared/problem.js';
import { compose } from './compose.js';
import { programLog } from './program-log.js';
import { stopOnSignals } from './stop-on-signals.js';

async function main(): Promise<void> {
  const settings = settingsOrExit();
  const log = programLog(settings.ACQUIS_LOG_LEVEL);
  // A fault that nobody caught is told and ends nothing: one bad request must not put everybody out.
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
  try {
    const acquis = await compose(settings, { log, onProgress: (sentence) => console.log(sentence) });
    stopOnSignals(() => acquis.stop(), log);
    console.log(`Acquis answers at ${settings.ACQUIS_BASE_ADDRESS} (port ${acquis.port}).`);
    const first = (await acquis.services.administrators.passwordHash()) === undefined;
    if (first || settings.ACQUIS_NEW_SET_UP_LINK) {
      console.log('Open this one-time link to set it up (valid 24 hours):');
      console.log(`  ${await makeSetUpLink(acquis.services)}`);
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`Acquis cannot start. ${error.detail || error.code}`);
    process.exitCode = 1;
  }
}

/** Every fault of the settings on a line of its own. */
function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'settings-invalid') throw error;
    console.error('Acquis cannot start: these settings are not right (config/example.env explains each).');
    for (const fault of error.facts['faults'] as string[]) console.error(`  ${fault}`);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
