/** A program: Acquis with the settings of the environment and quick checks, for tests that kill it. */
import { readSettings } from '../../config/settings.js';
import { compose } from '../../src/app/compose.js';
import { stopOnSignals } from '../../src/app/stop-on-signals.js';
import { quickChecks } from './quick-checks.js';

const acquis = await compose(readSettings(process.env), { checkTimes: quickChecks });
stopOnSignals(() => acquis.stop());
console.log(`Acquis answers at port ${acquis.port}.`);
