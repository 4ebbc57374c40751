/**
 * `npm run bench -- class`: one look at a class of 5,000 with six pieces of evidence each, asked of the demonstration LMS over HTTP,
 * evaluated, and offered to whoever passed; then what the schedule of 1,000 courses costs while nothing is due.
 * The reference is the aim: 60 seconds for the class.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { readSettings } from '../config/settings.js';
import { compose } from '../src/app/compose.js';
import { linkDemo } from '../src/app/link-demo.js';
import { checkCourse } from '../src/domain/checks/check-course.js';
import type { AwardRule } from '../src/domain/micro-credentials/award-rule.js';
import { startEngine } from '../src/edges/storage/engine/start-engine.js';
import { usualTimes } from '../src/jobs/check-worker.js';
import type { WebServices } from '../src/web/web-services.js';
import { aCheck } from '../test/support/builders/a-check.js';
import { aMicroCredential, aVersion } from '../test/support/builders/a-definition.js';
import { gradeClass } from './support/graded-class.js';
import { freePort } from './support/free-port.js';
import { startLauncher } from './support/launcher.js';
import { median } from './support/median.js';

const aim = 60;
const learners = 5_000;
const columns = 5;

const silent = (): void => undefined;
const engine = await startEngine({
  dataFolder: ':memory:',
  log: { debug: silent, info: silent },
  onProgress: (sentence) => console.log(sentence),
});
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const launcher = await startLauncher(
  { origin, loginUrl: `${origin}/lti/login`, launchUrl: `${origin}/lti/launch` },
  { bigLearners: learners },
);
const settings = readSettings({
  ACQUIS_BASE_ADDRESS: origin,
  ACQUIS_PORT: String(port),
  ACQUIS_MASTER_KEY: randomBytes(32).toString('base64'),
  ACQUIS_SESSION_KEY: randomBytes(32).toString('base64'),
  ACQUIS_ALLOW_PRIVATE_ADDRESSES: 'true',
  MONGODB_URI: engine.uri,
});
const acquis = await compose(settings, {
  log: pino({ level: 'silent' }),
  onProgress: (sentence) => console.log(sentence),
  // the worker of the program must not look at the class as well
  checkTimes: { ...usualTimes, tickMs: 3_600_000 },
});
try {
  const { services } = acquis;
  await linkDemo(services, [launcher.lms], randomBytes(12).toString('base64url'));
  await launcher.launch();
  const seconds = await lookAtClass(services);
  await idle(services);
  console.log(`class ratio ${(aim / seconds).toFixed(2)}`);
} finally {
  await acquis.stop();
  await launcher.close();
  await engine.stop();
}

/** @returns seconds */
async function lookAtClass(services: WebServices): Promise<number> {
  const [platform] = await services.platforms.all();
  const course = platform && (await services.courses.openedLast(platform.id));
  const link = course?.links[0];
  if (!link) throw new Error('the launch has made the course known');
  const items = gradeClass(launcher.lms, columns);
  const rule: AwardRule = {
    kind: 'all',
    of: [
      ...items.map((item) => ({ kind: 'activity-grade' as const, item, thresholdPercent: 50 })),
      { kind: 'own-line-item', linkId: link.id, thresholdPercent: 50 },
    ],
  };
  const { id: courseId, platformId, institutionId } = course;
  const microCredential = aMicroCredential({
    courseId,
    institutionId,
    linkId: link.id,
    versions: [aVersion({ rule })],
  });
  await services.microCredentials.add(microCredential);
  const check = aCheck({ microCredentialId: microCredential.id, courseId, platformId });

  const calls = new Map<string, number>();
  const count = (message: unknown): void => {
    const { path } = (message as { request: { path: string } }).request;
    const [address = ''] = path.split('?');
    calls.set(address, (calls.get(address) ?? 0) + 1);
  };
  subscribe('undici:request:create', count);
  const began = performance.now();
  const outcome = await checkCourse(services, check);
  const seconds = (performance.now() - began) / 1000;
  unsubscribe('undici:request:create', count);
  if (outcome.kind !== 'looked') throw new Error(`the look ended with ${JSON.stringify(outcome)}`);

  const all = [...calls.values()].reduce((sum, one) => sum + one, 0);
  console.log(`calls to the LMS: ${all} (${[...calls].map(([path, n]) => `${n} ${path}`).join(', ')})`);
  console.log(`${learners} learners, ${rule.of.length} pieces of evidence each: ${seconds.toFixed(2)} s`);
  console.log(`offered: ${outcome.offered}`);
  console.log(`evaluations a second, everything together: ${Math.round(learners / seconds)}`);
  return seconds;
}

/** CPU milliseconds of the question that each process asks all the time, with few checks waiting and with many. */
async function idle(services: WebServices): Promise<void> {
  const soon = new Date(Date.now() + 3_600_000);
  let waiting = 0;
  for (const many of [10, 1_000]) {
    for (; waiting < many; waiting++)
      await services.checks.ask(
        { microCredentialId: `idle-${waiting}`, version: 1, courseId: 'idle', platformId: 'idle' },
        soon,
      );
    const costs: number[] = [];
    for (let turn = 0; turn < 20; turn++) {
      const before = process.cpuUsage();
      for (let n = 0; n < 10; n++) await services.checks.due(new Date(), 20, []);
      const { user, system } = process.cpuUsage(before);
      costs.push((user + system) / 1000 / 10);
    }
    console.log(`a tick with ${many} courses waiting: ${median(costs).toFixed(2)} ms`);
  }
}
