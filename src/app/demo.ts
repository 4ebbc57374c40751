/**
 * `npm run demo`: Acquis and two demonstration LMSs on this machine. Acquis is on localhost, the LMSs are on 127.0.0.1:
 * different sites for a browser, as in life. Data is kept under var/demo until `-- --fresh`; `-- --bare` links nothing.
 * Settings of an installation in the environment are not for it: it must never write into one.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { startDemoLms, type DemoLms } from '../demo-lms/demo-lms.js';
import { demonstrationSeal } from '../demo-seals/demonstration-seal.js';
import { startTrustService, type TrustService } from '../demo-seals/trust-service.js';
import { startMailbox, type Mailbox } from '../demo-lms/mailbox/start-mailbox.js';
import { makeSetUpLink } from '../domain/institutions/make-set-up-link.js';
import { Problem } from '../shared/problem.js';
import { compose, type RunningAcquis } from './compose.js';
import { demoLife } from './demo-life.js';
import { linkDemo } from './link-demo.js';
import { linkDemoSeal } from './link-demo-seal.js';
import { stopOnSignals } from './stop-on-signals.js';

const home = process.env['ACQUIS_DEMO_FOLDER'] ?? join('var', 'demo');

const portOf = (name: string, usual: number): number => Number(process.env[name] ?? usual);

async function demo(): Promise<void> {
  const values = wantedOf(process.argv.slice(2));
  if (!values) {
    console.error('The demonstration takes two options: npm run demo -- --fresh --bare');
    process.exitCode = 1;
    return;
  }
  const port = portOf('ACQUIS_PORT', 8080);
  const base = `http://localhost:${port}`;
  const log = pino({ level: process.env['ACQUIS_LOG_LEVEL'] ?? 'warn' });
  const running: { stop: () => Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const { stop: end } of running.splice(0).reverse()) await end();
  };
  stopOnSignals(stop, log);
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
  try {
    const life = await demoLife(home, values.fresh === true);
    const mailbox = await startMailbox();
    running.push({ stop: () => mailbox.close() });
    const acquis = await compose(
      readSettings({
        ACQUIS_BASE_ADDRESS: base,
        ACQUIS_HOST: 'localhost',
        ACQUIS_PORT: String(port),
        ACQUIS_MASTER_KEY: life.masterKey,
        ACQUIS_SESSION_KEY: life.sessionKey,
        ACQUIS_DATA_FOLDER: life.folder,
        ACQUIS_ENGINE_FOLDER: join('var', 'engine'),
        ACQUIS_ALLOW_PRIVATE_ADDRESSES: 'true',
        ACQUIS_SMTP_URL: mailbox.url,
        ACQUIS_MAIL_FROM: 'Acquis <no-reply@example.invalid>',
      }),
      { log, onProgress: (sentence) => console.log(sentence) },
    );
    running.push(acquis);
    const beside = { base, folder: life.folder, mailbox, running };
    const moodle = await startLms('moodle', portOf('ACQUIS_DEMO_MOODLE_PORT', 8081), beside);
    const canvas = await startLms('canvas', portOf('ACQUIS_DEMO_CANVAS_PORT', 8082), beside);
    const trust = await startSeals(portOf('ACQUIS_DEMO_SEALS_PORT', 8083), running);
    if (!values.bare) {
      await linkDemo(acquis.services, [moodle, canvas], life.password);
      await linkDemoSeal(acquis.services, trust);
    }
    await life.keep();
    if (values.bare && life.continues)
      console.log(
        'It goes on as it was left. To set it up and link the LMSs yourself: npm run demo -- --fresh --bare',
      );
    await tell(acquis, { moodle, canvas, trust }, base, life.password);
  } catch (error) {
    await stop();
    if (!(error instanceof Problem)) throw error;
    console.error(`The demonstration cannot start. ${error.detail || error.code}`);
    process.exitCode = 1;
  }
}

/** Undefined for anything but the two options. */
function wantedOf(args: string[]): { fresh?: boolean; bare?: boolean } | undefined {
  const options = { fresh: { type: 'boolean' }, bare: { type: 'boolean' } } as const;
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const isKnown = tokens.every((token) => token.kind === 'option' && token.name in options);
  return isKnown ? { fresh: values.fresh === true, bare: values.bare === true } : undefined;
}

/** What an LMS is started beside of. */
interface Beside {
  base: string;
  folder: string;
  mailbox: Mailbox;
  running: { stop: () => Promise<void> }[];
}

async function startLms(
  kind: 'moodle' | 'canvas',
  port: number,
  { base, folder, mailbox, running }: Beside,
): Promise<DemoLms> {
  try {
    const lms = await startDemoLms({
      kind,
      host: '127.0.0.1',
      port,
      tool: { loginUrl: `${base}/lti/login`, launchUrl: `${base}/lti/launch`, keySetUrl: `${base}/lti/keys` },
      stateFile: join(folder, `${kind}.json`),
      mailbox,
    });
    running.push({ stop: () => lms.close() });
    return lms;
  } catch (error) {
    const name = kind === 'moodle' ? 'ACQUIS_DEMO_MOODLE_PORT' : 'ACQUIS_DEMO_CANVAS_PORT';
    throw inWordsOfPort(error, port, name);
  }
}

async function startSeals(port: number, running: Beside['running']): Promise<TrustService> {
  try {
    const trust = await startTrustService({ port, chain: await demonstrationSeal(new Date()) });
    running.push({ stop: () => trust.close() });
    return trust;
  } catch (error) {
    throw inWordsOfPort(error, port, 'ACQUIS_DEMO_SEALS_PORT');
  }
}

function inWordsOfPort(error: unknown, port: number, name: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new Problem('settings-invalid', {
    detail: `Port ${port} is taken by another program; choose another one with ${name}.`,
    cause: error,
  });
}

async function tell(
  acquis: RunningAcquis,
  { moodle, canvas, trust }: { moodle: DemoLms; canvas: DemoLms; trust: TrustService },
  base: string,
  password: string,
): Promise<void> {
  const isSetUp = (await acquis.services.administrators.passwordHash()) !== undefined;
  console.log(
    [
      '',
      'The demonstration runs. Ctrl-C ends it.',
      '',
      ...(isSetUp
        ? [
            `1. Teacher:  open ${moodle.url} and log in as "Teresa Teacher". Open the first course and in it`,
            '             "Claim your badge (only after passing)". Describe a micro-credential, choose access to',
            '             this activity as what counts as passing, and publish it.',
            '2. Learner:  log in there as "Stu1 Learner1", who passed, and open the same activity.',
            `3. Anyone:   open the link of the award, or ${base}/verify`,
            '',
            `Administrator of Acquis: ${base}/admin   password: ${password}`,
          ]
        : [
            `1. Set Acquis up (one-time link): ${await makeSetUpLink(acquis.services)}`,
            `2. Link the two LMSs: each shows its addresses and ids at ${moodle.url}/tool and ${canvas.url}/tool`,
            `3. Link an electronic seal, if you like: ${trust.address}`,
            `   client ${trust.access.clientId}, secret ${trust.access.clientSecret}, credential ${trust.access.credentialId}, PIN ${trust.access.pin}`,
          ]),
      `Moodle-like LMS: ${moodle.url}`,
      `Canvas-like LMS: ${canvas.url}`,
      `Messages to learners: ${moodle.url}/mail`,
      '',
    ].join('\n'),
  );
}

await demo();
