/** `npm run set-up-link`: prints a new one-time set-up link, for the first set-up or a forgotten password. */
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { makeSetUpLink } from '../domain/institutions/make-set-up-link.js';
import { openStorage } from '../edges/storage/connection.js';
import { systemClock } from '../shared/clock.js';
import { randomId } from '../shared/ids.js';
import { Problem } from '../shared/problem.js';

try {
  const settings = readSettings(process.env);
  if (settings.MONGODB_URI === '') {
    throw new Problem('settings-invalid', {
      detail:
        'MONGODB_URI is not set: with the embedded engine the link is printed when Acquis starts; start it again with ACQUIS_NEW_SET_UP_LINK=true.',
    });
  }
  const storage = await openStorage({ uri: settings.MONGODB_URI, log: pino({ level: 'silent' }) });
  try {
    const link = await makeSetUpLink({
      administrators: storage.administrators,
      newId: randomId,
      clock: systemClock,
      base: settings.ACQUIS_BASE_ADDRESS,
    });
    console.log(`Open this one-time link (valid 24 hours):\n  ${link}`);
  } finally {
    await storage.close();
  }
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.detail || error.code);
  process.exitCode = 1;
}
