import { expect } from 'chai';
import type { MailMessage, MailOutcome } from '../../src/domain/notices/mail.js';
import { noteOffer } from '../../src/domain/notices/note-offer.js';
import { startNoticeWorker } from '../../src/jobs/notice-worker.js';
import { Problem } from '../../src/shared/problem.js';
import { aCourse } from '../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../support/builders/a-definition.js';
import { anInstitution } from '../support/builders/an-institution.js';
import { aPlatform } from '../support/builders/a-platform.js';
import { anAward } from '../support/builders/an-award.js';
import { countedIds } from '../support/counted-ids.js';
import { heldTime } from '../support/held-time.js';
import { memoryAwards } from '../support/memory/memory-awards.js';
import { memoryCourses } from '../support/memory/memory-courses.js';
import { memoryInstitutions } from '../support/memory/memory-institutions.js';
import { memoryMicroCredentials } from '../support/memory/memory-micro-credentials.js';
import { memoryNotices, memoryNoticeStops } from '../support/memory/memory-notices.js';
import { memoryPlatforms } from '../support/memory/memory-platforms.js';

const times = { tickMs: 1_000, leaseMs: 60_000 };

async function world(learners: number, send: (message: MailMessage) => Promise<MailOutcome>) {
  const time = heldTime();
  const subjects = Array.from({ length: learners }, (_, at) => `learner-${at + 1}`);
  const awards = subjects.map((subject) =>
    anAward({ id: `award-of-${subject}`, subject, history: [{ what: 'offered', at: time.clock(), by: '' }] }),
  );
  const troubles: string[] = [];
  const deps = {
    notices: memoryNotices(),
    noticeStops: memoryNoticeStops(),
    mail: { send },
    awards: memoryAwards(...awards),
    microCredentials: memoryMicroCredentials(aMicroCredential({ versions: [aVersion()] })),
    institutions: memoryInstitutions(anInstitution()),
    courses: memoryCourses(aCourse()),
    platforms: memoryPlatforms(aPlatform()),
    clock: time.clock,
    timers: time.timers,
    newId: countedIds(),
    emailPepper: new Uint8Array(32),
    base: 'https://badges.example.org',
    chance: () => 0.5,
    onTrouble: (sentence: string) => void troubles.push(sentence),
  };
  for (const award of awards) await noteOffer(deps, award, { email: `${award.subject}@example.org` });
  return { ...deps, time, troubles };
}

describe('the worker that sends notices', () => {
  it('a class of 120 that was offered at once, when two processes work, then each learner gets one message, a few at a time', async () => {
    const got: string[] = [];
    let now = 0;
    let most = 0;
    const deps = await world(120, async ({ to }) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now -= 1;
      got.push(to.address);
      return 'sent';
    });
    const workers = [startNoticeWorker(deps, times), startNoticeWorker(deps, times)];
    await deps.time.pass(10_000);
    for (const worker of workers) await worker.stop();
    expect(got).to.have.length(120);
    expect(new Set(got)).to.have.property('size', 120);
    expect(most).to.be.at.most(4);
    expect(deps.troubles).to.deep.equal([]);
  });

  it('a worker that is stopped while messages are on their way, when it ends, then those are settled and no others begun', async () => {
    const releases: (() => void)[] = [];
    const deps = await world(5, () => new Promise((resolve) => releases.push(() => resolve('sent'))));
    const worker = startNoticeWorker(deps, times);
    await deps.time.pass(2_000);
    expect(releases).to.have.length(2);
    const stopped = worker.stop();
    for (const release of releases) release();
    await stopped;
    expect(deps.notices.all().map(({ state }) => state)).to.deep.equal(['sent', 'sent', 'due', 'due', 'due']);
  });

  it('a process that was killed while the server had its message, when another one looks, then it is told and not sent again', async () => {
    const deps = await world(1, async () => 'sent');
    const [due] = await deps.notices.due(deps.clock(), 1);
    const until = new Date(deps.clock().getTime() + 1_000);
    const taken = await deps.notices.take(due?.id ?? '', deps.clock(), { holder: 'killed', until });
    if (!taken) throw new Error('it is free');
    await deps.notices.begin(taken, until);
    const worker = startNoticeWorker(deps, times);
    await deps.time.pass(5_000);
    await worker.stop();
    expect(deps.notices.all()[0]?.state).to.equal('unclear');
    expect(deps.troubles).to.deep.equal(['it is unclear whether messages were sent']);
  });

  it('a database that is away, when the worker asks it again and again, then that is told once, and it goes on afterwards', async () => {
    const deps = await world(1, async () => 'sent');
    let isAway = true;
    const { notices } = deps;
    deps.notices = {
      ...notices,
      due: async (at, limit) =>
        isAway ? Promise.reject(new Problem('storage-unavailable')) : notices.due(at, limit),
    };
    const worker = startNoticeWorker(deps, times);
    await deps.time.pass(10_000);
    expect(deps.troubles).to.deep.equal(['notices cannot be sent']);
    isAway = false;
    await deps.time.pass(5_000);
    await worker.stop();
    expect(deps.notices.all()[0]?.state).to.equal('sent');
  });
});
