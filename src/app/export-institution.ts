/**
 * `npm run export -- institution-id folder [former-base]`: everything that is published of an institution as files that any web server can
 * serve; with a former base (docs/decisions/0029-moving-to-another-host.md) as it is published under that.
 */
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { addresses } from '../documents/addresses.js';
import { Problem } from '../shared/problem.js';
import { createPublicApp } from '../web/web-app.js';
import type { WebServices } from '../web/web-services.js';
import { compose } from './compose.js';
import { askApp } from './static-copy/ask-app.js';
import { copyInstitution, type Copied } from './static-copy/copy-institution.js';
import { filesOfCopy } from './static-copy/files-of-copy.js';
import { serverFiles } from './static-copy/server-files.js';
import { faultsOfCopy, isSignedAgainSince, untilSignedAgain } from './static-copy/whole-copy.js';

/** Awards between two notes of how far it is. */
const page = 50;

async function exportInstitution(institutionId: string, folder: string, base?: string): Promise<void> {
  // new keys while it runs would sign what the keys copied before do not fit
  const own = { ACQUIS_PORT: '0', ACQUIS_HOST: '127.0.0.1', ACQUIS_KEY_RENEWAL: 'asked' };
  const settings = readSettings({ ...process.env, ...own });
  const acquis = await compose(settings, { log: pino({ level: 'silent' }) });
  try {
    const services = under(acquis.services, base);
    const institution = await services.institutions.byId(institutionId);
    if (!institution) {
      const all = await services.institutions.all();
      const known = all.map(({ id, legalName }) => `  ${id}  ${legalName}`).join('\n');
      throw new Problem('not-found', {
        detail: `There is no institution ${institutionId}. There is:\n${known}`,
      });
    }
    await untilSignedAgain({ ...services, say: (sentence) => console.log(sentence) }, institutionId);
    const copied = await copyInto(folder, services, institutionId);
    console.log(`${institution.legalName}: ${copied.awards} awards and what they name are in ${folder}.`);
    const faults = await faultsOfCopy(services, institutionId, copied);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await acquis.stop();
  }
}

async function copyInto(folder: string, services: WebServices, institutionId: string): Promise<Copied> {
  const { base, awards, clock } = services;
  const files = filesOfCopy(folder, addresses(base).institution(institutionId));
  const app = await askApp(createPublicApp(services, clock()));
  try {
    const copied = await copyInstitution(
      {
        ...files,
        async progress() {
          const kept = await files.progress();
          const begunAt = new Date(kept?.begunAt ?? 0);
          // what was copied before that would be left as it is
          return (await isSignedAgainSince(services, institutionId, begunAt)) ? undefined : kept;
        },
        base,
        clock,
        ask: app.ask,
        awardIds: (id, after) => awards.publishedIds(id, after, page),
        onProgress: (done) => console.log(`${done} awards ...`),
      },
      institutionId,
    );
    for (const [name, text] of Object.entries(serverFiles)) await files.write(name, Buffer.from(text));
    return copied;
  } finally {
    // otherwise the program would not end where a disk is full
    await app.close();
  }
}

/** @throws Problem settings-invalid for a base that it never had */
function under(services: WebServices, base: string | undefined): WebServices {
  if (base === undefined || base === services.base) return services;
  const former = services.formerBases?.find((one) => one.base === base);
  if (!former)
    throw new Problem('settings-invalid', { detail: `ACQUIS_FORMER_BASES does not name ${base}.` });
  return { ...services, ...former };
}

const [institutionId, folder, formerBase] = process.argv.slice(2);
if (institutionId === undefined || folder === undefined) {
  console.error('npm run export -- institution-id folder [former-base]');
  process.exitCode = 1;
} else {
  try {
    await exportInstitution(institutionId, folder, formerBase);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.detail || error.code);
    process.exitCode = 1;
  }
}
