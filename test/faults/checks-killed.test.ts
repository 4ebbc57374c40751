import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { compose } from '../../src/app/compose.js';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { CourseCheck } from '../../src/domain/checks/course-check.js';
import type { MicroCredential } from '../../src/domain/micro-credentials/micro-credential.js';
import type { WebServices } from '../../src/web/web-services.js';
import { acquisEnvironment } from '../support/acquis-environment.js';
import { linkedLms, publishedIn } from '../support/linked-world.js';
import { runProgram, type Program } from '../support/program.js';
import { noChecks } from '../support/quick-checks.js';
import type { TestDatabase } from '../support/test-database.js';

/** As many as wanted: ACQUIS_TEST_KILLS=50 ACQUIS_TEST_CLASS=500 npm test -- test/faults/checks-killed.test.ts */
const wanted = process.env['ACQUIS_TEST_KILLS'];
const kills = Number(wanted ?? 10);
const classSize = Number(process.env['ACQUIS_TEST_CLASS'] ?? 100);

/** Column of the open activity in the demonstration LMS, and its link. */
const column = { courseId: '2', lineItemId: '6' };
const rule = { kind: 'own-line-item', linkId: '1', thresholdPercent: 50 } as const;

/** Four of five pass. */
const passes = (nth: number): boolean => nth % 5 !== 0;

describe('Acquis killed while it checks a class', function () {
  this.timeout(60_000 + kills * 20_000);
  let database: TestDatabase;
  let environment: Record<string, string>;
  let program: Program;
  let lms: DemoLms;
  let stopWatcher: () => Promise<void>;
  let services: WebServices;
  let microCredential: MicroCredential;

  const start = async (): Promise<void> => {
    program = runProgram('test/support/quick-acquis.ts', environment);
    await program.says('Acquis answers at');
  };

  before(async () => {
    const settings = await acquisEnvironment();
    const { base } = settings;
    ({ database } = settings);
    environment = { ...settings.environment, ACQUIS_LOG_LEVEL: 'warn' };
    await start();
    const watcher = await compose(readSettings({ ...environment, ACQUIS_PORT: '0' }), {
      log: pino({ level: 'silent' }),
      checkTimes: noChecks,
    });
    services = watcher.services;
    stopWatcher = () => watcher.stop();
    lms = await linkedLms(services, base);
    microCredential = await publishedIn(services, lms, { rule });
  });
  after(async () => {
    await lms?.close();
    await program?.end('SIGKILL');
    await stopWatcher?.();
    await database?.drop();
  });

  const enrol = (nth: number): string => {
    const id = String(1000 + nth);
    const name = { username: `class${nth}`, givenName: `Class${nth}`, familyName: 'Learner' };
    lms.controls.addPerson({
      id,
      ...name,
      email: `${id}@example.invalid`,
      sourcedId: '',
      isSuspended: false,
    });
    lms.controls.enrol(column.courseId, id, 'learner');
    return id;
  };
  const check = (): Promise<CourseCheck | undefined> => services.checks.of(microCredential.id, 1);
  const isWorkedOn = (one: CourseCheck | undefined): boolean =>
    one?.lease !== undefined && one.lease.until > new Date();
  const until = async (what: string, isSo: () => Promise<boolean>, seconds: number): Promise<void> => {
    const end = Date.now() + seconds * 1_000;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`${seconds} s passed before ${what}:\n${program.printed()}`);
      await sleep(5);
    }
  };
  const ask = async (): Promise<void> => {
    const platformId = (await services.courses.byId(microCredential.courseId))?.platformId ?? '';
    const subject = { microCredentialId: microCredential.id, version: 1 };
    await services.checks.ask(
      { ...subject, courseId: microCredential.courseId, platformId },
      services.clock(),
    );
  };

  const isSettled = async (): Promise<boolean> => {
    const now = await check();
    return now !== undefined && now.lease === undefined && now.dueAt > new Date();
  };
  const countOffers = async (): Promise<number> =>
    (await services.awards.ofMicroCredential(microCredential.id)).length;
  /** Milliseconds, in a process that has just started. */
  const lengthOfACheck = async (): Promise<number> => {
    await until('the check was taken', async () => isWorkedOn(await check()), 20);
    const begun = Date.now();
    await until('the check was settled', isSettled, 20);
    return Date.now() - begun;
  };

  it(`at ${kills} moments, while results of ${classSize} come in, then nothing is lost and nothing is doubled`, async () => {
    const learners = Array.from({ length: classSize }, (_, nth) => ({ id: enrol(nth), nth }));
    await ask();
    const length = await lengthOfACheck();
    const share = Math.ceil(classSize / kills);
    let amidstChecks = 0;
    let amidstOffers = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const graded = learners.slice(0, (kill + 1) * share);
      for (const { id, nth } of graded.slice(kill * share))
        lms.controls.setGrade({ ...column, userId: id, score: passes(nth) ? 60 + (nth % 40) : 30 });
      const before = await countOffers();
      await ask();
      await until('the check was taken', async () => isWorkedOn(await check()), 20);
      // any moment of a check; each second time one when offers are being written
      if (kill % 2 === 0) await sleep(Math.random() * length * 1.2);
      else await until('offers were made', async () => (await countOffers()) > before, 20);
      await program.end('SIGKILL');
      if (isWorkedOn(await check())) amidstChecks += 1;
      const after = await countOffers();
      if (after > before && after < graded.filter(({ nth }) => passes(nth)).length) amidstOffers += 1;
      await start();
    }
    await until('the check was settled', isSettled, 30);

    const awards = await services.awards.ofMicroCredential(microCredential.id);
    const expected = learners.filter(({ nth }) => passes(nth)).map(({ id }) => id);
    expect(awards.map(({ subject }) => subject).sort()).to.deep.equal([...expected].sort());
    for (const award of awards)
      expect(award, award.subject).to.deep.include({
        state: 'offered',
        history: [{ what: 'offered', at: award.offeredAt, by: '' }],
      });
    expect((await check())?.tries).to.equal(0);
    if (wanted)
      console.log(
        `      a check takes ${length} ms; killed ${kills} times: ${amidstChecks} amidst a check, ` +
          `${amidstOffers} of them amidst the offers; offered ${awards.length}`,
      );
    expect(amidstChecks, 'kills amidst a check').to.be.greaterThan(0);
  });
});
