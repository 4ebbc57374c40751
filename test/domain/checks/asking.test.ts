import { expect } from 'chai';
import { askAfterLaunch } from '../../../src/domain/checks/ask-after-launch.js';
import { askCheckNow } from '../../../src/domain/checks/ask-check-now.js';
import type { CheckStore } from '../../../src/domain/checks/check-store.js';
import type { CourseCheck } from '../../../src/domain/checks/course-check.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const later = new Date('2026-11-20T12:00:00Z');
const course = { id: 'course-1', platformId: 'platform-1' };
const id = 'check-of-micro-credential-1-1';

function world(check?: Partial<CourseCheck>, microCredential = aMicroCredential()) {
  const store = memoryChecks(...(check ? [aCheck({ id, ...check })] : []));
  const writes: string[] = [];
  const noted =
    (name: 'ask' | 'askAnew') =>
    (...args: Parameters<CheckStore['ask']>) => {
      writes.push(name);
      return store[name](...args);
    };
  return {
    checks: { ...store, ask: noted('ask'), askAnew: noted('askAnew') },
    microCredentials: memoryMicroCredentials(microCredential),
    clock: () => now,
    writes,
    kept: () => store.of('micro-credential-1', 1),
  };
}

describe('asking for a check', () => {
  describe('after a launch', () => {
    it('a course that was never checked, when somebody launches, then its check is made and due', async () => {
      const deps = world();
      await askAfterLaunch(deps, course);
      expect(await deps.kept()).to.deep.include({
        microCredentialId: 'micro-credential-1',
        version: 1,
        courseId: 'course-1',
        platformId: 'platform-1',
        state: 'waiting',
        dueAt: now,
      });
    });

    it('a check that would wait for hours, when somebody launches, then is due at once', async () => {
      const deps = world({ dueAt: later });
      await askAfterLaunch(deps, course);
      expect(await deps.kept()).to.deep.include({ dueAt: now });
    });

    it('a check that somebody works on, when somebody launches, then is asked for again', async () => {
      const deps = world({ dueAt: now, lease: { holder: 'other', until: later } });
      await askAfterLaunch(deps, course);
      expect(await deps.kept()).to.include({ asked: 1 });
    });

    for (const trouble of ['lms-unreachable', 'lms-error', 'lms-busy'] as const)
      it(`a check that had stopped because of ${trouble}, when somebody launches, then runs again: the LMS is back`, async () => {
        const deps = world({ state: 'stopped', tries: 10, trouble, dueAt: later });
        await askAfterLaunch(deps, course);
        expect(await deps.kept()).to.deep.include({ state: 'waiting', tries: 0, dueAt: now });
      });

    const quiet: [string, Partial<CourseCheck>][] = [
      ['is due already', { dueAt: now }],
      ['failed and waits for its next try', { dueAt: later, tries: 3, trouble: 'lms-unreachable' }],
      [
        'stopped because the LMS refuses',
        { state: 'stopped', tries: 10, trouble: 'lms-refused', dueAt: later },
      ],
    ];
    for (const [when, check] of quiet) {
      it(`a check that ${when}, when somebody launches, then nothing is written`, async () => {
        const deps = world(check);
        const before = await deps.kept();
        await askAfterLaunch(deps, course);
        expect(deps.writes).to.deep.equal([]);
        expect(await deps.kept()).to.deep.equal(before);
      });
    }

    it('a course with nothing published, when somebody launches, then nothing is written', async () => {
      for (const nothing of [
        aMicroCredential({ versions: [] }),
        aMicroCredential({ courseId: 'course-2' }),
      ]) {
        const deps = world(undefined, nothing);
        await askAfterLaunch(deps, course);
        expect(deps.writes).to.deep.equal([]);
      }
    });

    it('one that is retired, when somebody launches, then is looked at as before: its awards stand or fall', async () => {
      const deps = world(undefined, aMicroCredential({ retiredAt: now }));
      await askAfterLaunch(deps, course);
      expect(deps.writes).to.deep.equal(['ask']);
    });

    it('a second version, when it is the current one, then its check is the one that is made', async () => {
      const deps = world({ dueAt: now }, aMicroCredential({ versions: [aVersion(), aVersion({}, 2)] }));
      await askAfterLaunch(deps, course);
      expect(await deps.checks.of('micro-credential-1', 2)).to.deep.include({ dueAt: now });
    });
  });

  describe('by a teacher', () => {
    const ask = (
      deps: ReturnType<typeof world>,
      visit = aTeacherVisit(),
      microCredential = aMicroCredential(),
    ) => askCheckNow(deps, { visit, microCredential });

    it('a check that had stopped, when a teacher asks, then runs again', async () => {
      const deps = world({ state: 'stopped', tries: 10, trouble: 'lms-refused', dueAt: later });
      await ask(deps);
      expect(await deps.kept()).to.deep.include({
        state: 'waiting',
        tries: 0,
        dueAt: now,
        trouble: undefined,
      });
    });

    it('a check whose last look is just over, when teachers ask again and again, then is due a moment after it', async () => {
      const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
      for (const [lookedAt, dueAt] of [
        [before(1_000), new Date(now.getTime() + 4_000)],
        [before(5_000), now],
        [new Date(now.getTime() + 60_000), new Date(now.getTime() + 5_000)],
      ] as const) {
        const deps = world({ lookedAt, dueAt: later });
        await ask(deps);
        await ask(deps);
        expect(await deps.kept()).to.deep.include({ dueAt, asked: 2 });
      }
    });

    it('a learner, a teacher of another course, and one who has published nothing, when they ask, then are refused', async () => {
      for (const [code, visit, microCredential] of [
        ['not-permitted', aVisit(), aMicroCredential()],
        ['not-permitted', aTeacherVisit({ courseId: 'course-2' }), aMicroCredential()],
        ['micro-credential-not-published', aTeacherVisit(), aMicroCredential({ versions: [] })],
      ] as const) {
        const deps = world();
        expect((await thrownProblem(() => ask(deps, visit, microCredential))).code).to.equal(code);
        expect(deps.writes).to.deep.equal([]);
      }
    });
  });
});
