import { expect } from 'chai';
import type { CourseCheck } from '../../src/domain/checks/course-check.js';
import type { LmsCourse } from '../../src/domain/courses/lms-course.js';
import { startCheckWorker, usualTimes, type CheckWorker } from '../../src/jobs/check-worker.js';
import { createSeenLaunches } from '../../src/jobs/seen-launches.js';
import { Problem } from '../../src/shared/problem.js';
import { aCheck } from '../support/builders/a-check.js';
import { aCourse } from '../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../support/builders/a-definition.js';
import { aPlatform } from '../support/builders/a-platform.js';
import { countedIds } from '../support/counted-ids.js';
import { heldTime } from '../support/held-time.js';
import { memoryAwards } from '../support/memory/memory-awards.js';
import { memoryChecks } from '../support/memory/memory-checks.js';
import { memoryConfirmations } from '../support/memory/memory-confirmations.js';
import { memoryCourses } from '../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../support/memory/memory-jury-decisions.js';
import { memoryMicroCredentials } from '../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../support/memory/memory-platforms.js';
import { aRosterMember, scriptedLms } from '../support/memory/scripted-lms.js';
import { scriptedRecords } from '../support/memory/scripted-records.js';

const second = 1_000;
const minute = 60 * second;
const rule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;

/** A check that a test has given an id stands for the micro-credential, course and platform of these numbers. */
const checkOf = (course: number, platform = 1, overrides: Partial<CourseCheck> = {}): CourseCheck =>
  aCheck({
    id: `check-of-mc-${course}-1`,
    microCredentialId: `mc-${course}`,
    courseId: `course-${course}`,
    platformId: `platform-${platform}`,
    ...overrides,
  });

/** An LMS of whose every course one learner has passed. */
const passedOnce = (): LmsCourse & { asked: string[] } =>
  scriptedLms({
    roster: [aRosterMember('learner-1'), aRosterMember('learner-2')],
    lineItem: { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' },
    results: [{ subject: 'learner-1', score: 15, maximum: 20 }],
  });

/** An LMS that answers when it is told to. */
function slowLms() {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const lms = passedOnce();
  let most = 0;
  let now = 0;
  const slow: LmsCourse = {
    ...lms,
    roster: async (course) => {
      now += 1;
      most = Math.max(most, now);
      await answered;
      now -= 1;
      return lms.roster(course);
    },
  };
  return { lms: slow, answer: () => answer(), most: () => most, now: () => now };
}

function world(checks: CourseCheck[], lms: LmsCourse = passedOnce()) {
  const time = heldTime();
  const courses = checks.map(({ courseId: id, platformId }) => aCourse({ id, platformId }));
  const store = memoryChecks(...checks);
  const counted = { due: 0 };
  const deps = {
    lms,
    records: scriptedRecords({}),
    courses: memoryCourses(...courses),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform(), aPlatform({ id: 'platform-2', clientId: 'client-2' })),
    microCredentials: memoryMicroCredentials(
      ...checks.map(({ microCredentialId: id, courseId }) =>
        aMicroCredential({ id, courseId, versions: [aVersion({ rule })] }),
      ),
    ),
    awards: memoryAwards(),
    checks: {
      ...store,
      due: (...args: Parameters<typeof store.due>) => {
        counted.due += 1;
        return store.due(...args);
      },
    },
    newId: countedIds(),
    base: 'https://badges.example.org',
    clock: time.clock,
    timers: time.timers,
    chance: () => 0.5,
    troubles: [] as string[],
    onTrouble: (sentence: string) => void deps.troubles.push(sentence),
  };
  const start = (): CheckWorker =>
    startCheckWorker({ ...deps, launches: createSeenLaunches(deps, minute) }, usualTimes);
  const offered = async (): Promise<number> => {
    const all = checks.map(({ microCredentialId: id }) => deps.awards.ofMicroCredential(id));
    return (await Promise.all(all)).flat().length;
  };
  return { ...deps, time, start, offered, counted };
}

describe('the worker of the checks', () => {
  it('a check that is due, when the worker has started, then is done within seconds, and again in a minute', async () => {
    const { time, start, offered, checks, lms } = world([checkOf(1)]);
    start();
    await time.pass(5 * second);
    expect(await offered()).to.equal(1);
    const check = await checks.of('mc-1', 1);
    expect(check).to.deep.include({ interval: minute, tries: 0, state: 'waiting' });
    expect(check?.lease).to.equal(undefined);
    await time.pass(70 * second);
    expect((lms as unknown as { asked: string[] }).asked).to.have.length(6);
  });

  it('nothing due, when time passes, then costs one question a tick, however many checks wait', async () => {
    const idle = async (count: number): Promise<number> => {
      const dueAt = new Date('2026-12-24T08:00:00Z');
      const { time, start, counted } = world(
        Array.from({ length: count }, (_, at) => checkOf(at, 1, { dueAt })),
      );
      start();
      await time.pass(10 * minute);
      return counted.due;
    };
    expect(await idle(1)).to.equal(120);
    expect(await idle(1000)).to.equal(120);
  });

  it('many due of two LMSs, when they are slow, then four are worked on at once, two of each', async () => {
    const slow = slowLms();
    const due = Array.from({ length: 12 }, (_, at) => checkOf(at, at < 8 ? 1 : 2));
    const { time, start, offered } = world(due, slow.lms);
    start();
    await time.pass(minute);
    expect(slow.now()).to.equal(4);
    slow.answer();
    await time.pass(second);
    expect(await offered()).to.equal(12);
    expect(slow.most()).to.equal(4);
  });

  it('many due, when one is done, then the next begins at once', async () => {
    const { time, start, offered } = world(Array.from({ length: 60 }, (_, at) => checkOf(at)));
    start();
    await time.pass(3 * second);
    expect(await offered()).to.equal(60);
  });

  it('two replicas, when fifty are due, then each is done once', async () => {
    const { time, start, offered, lms } = world(Array.from({ length: 50 }, (_, at) => checkOf(at)));
    start();
    start();
    await time.pass(20 * second);
    expect(await offered()).to.equal(50);
    expect((lms as unknown as { asked: string[] }).asked).to.have.length(150);
  });

  it('a check that takes long, when its lease would be over, then is still its worker’s', async () => {
    const slow = slowLms();
    const { time, start, checks } = world([checkOf(1)], slow.lms);
    start();
    await time.pass(5 * minute);
    expect(await checks.due(time.clock(), 10, [])).to.deep.equal([]);
    const answeredAt = time.clock();
    slow.answer();
    await time.pass(second);
    expect(await checks.of('mc-1', 1)).to.deep.include({ tries: 0, lookedAt: answeredAt });
  });

  it('a worker that was killed, when its lease is over, then another does what it had begun', async () => {
    const { time, start, checks, offered } = world([checkOf(1)]);
    const until = new Date(time.clock().getTime() + minute);
    await checks.take('check-of-mc-1-1', time.clock(), { holder: 'killed', until });
    start();
    await time.pass(50 * second);
    expect(await offered()).to.equal(0);
    await time.pass(20 * second);
    expect(await offered()).to.equal(1);
  });

  it('an LMS that is away, when it stays so, then is asked ten times, and the check stops', async () => {
    const away = scriptedLms({ roster: new Problem('lms-unreachable') });
    const { time, start, checks, troubles } = world([checkOf(1)], away);
    start();
    await time.pass(12 * 60 * minute);
    expect(away.asked.filter((question) => question === 'roster')).to.have.length(10);
    expect(await checks.stopped(10)).to.have.length(1);
    expect((await checks.stopped(10))[0]).to.include({ trouble: 'lms-unreachable', tries: 10 });
    expect(troubles).to.deep.equal([]);
  });

  it('an error of our own, when a look meets it, then is told to the log and tried again later', async () => {
    const broken = { ...passedOnce(), roster: () => Promise.reject(new TypeError('ada@example.org')) };
    const { time, start, checks, troubles } = world([checkOf(1)], broken);
    start();
    await time.pass(5 * second);
    expect(await checks.of('mc-1', 1)).to.include({ tries: 1, trouble: 'unexpected', state: 'waiting' });
    expect(troubles).to.deep.equal(['a check met an error']);
  });

  it('a check with nothing to check any more, when it is due, then is gone', async () => {
    const { time, start, checks } = world([checkOf(1, 1, { version: 7, id: 'check-of-mc-1-7' })]);
    start();
    await time.pass(5 * second);
    expect(await checks.of('mc-1', 7)).to.equal(undefined);
  });

  it('the database, when it is away for a minute, then is told of once, and the work goes on afterwards', async () => {
    const away = new Problem('storage-unavailable');
    const { time, start, checks, offered, troubles } = world([checkOf(1)]);
    const { due } = checks;
    checks.due = () => Promise.reject(away);
    start();
    await time.pass(minute);
    expect(troubles).to.deep.equal(['checks cannot be looked for']);
    checks.due = due;
    await time.pass(10 * second);
    expect(await offered()).to.equal(1);
  });

  it('the database, when it goes away during a check, then the check is not blamed and is done after its lease', async () => {
    const { time, start, checks, offered, troubles } = world([checkOf(1)]);
    const working = { ...checks };
    checks.settle = () => Promise.reject(new Problem('storage-unavailable'));
    start();
    await time.pass(5 * second);
    expect(troubles).to.deep.equal(['a check was left']);
    Object.assign(checks, working);
    await time.pass(70 * second);
    expect(await checks.of('mc-1', 1)).to.deep.include({ tries: 0 });
    expect(await offered()).to.equal(1);
  });

  describe('when Acquis stops', () => {
    it('a check that is nearly done, then is settled', async () => {
      const slow = slowLms();
      const { time, start, checks } = world([checkOf(1)], slow.lms);
      const worker = start();
      await time.pass(5 * second);
      const stopped = worker.stop();
      slow.answer();
      await stopped;
      expect((await checks.of('mc-1', 1))?.lookedAt).to.deep.equal(time.clock());
    });

    it('a check that hangs, then is given back after five seconds, and nothing is taken any more', async () => {
      const slow = slowLms();
      const { time, start, checks } = world([checkOf(1)], slow.lms);
      const worker = start();
      await time.pass(5 * second);
      expect(await checks.due(time.clock(), 10, [])).to.have.length(0);
      const stopped = worker.stop();
      await time.pass(6 * second);
      await stopped;
      expect(await checks.due(time.clock(), 10, [])).to.have.length(1);
      slow.answer();
      await time.pass(minute);
      expect(await checks.due(time.clock(), 10, [])).to.have.length(1);
    });

    it('a worker that is idle, then leaves no timer behind', async () => {
      const { time, start } = world([]);
      const worker = start();
      await time.pass(7 * second);
      await worker.stop();
      expect(time.pending()).to.equal(0);
    });
  });
});
