import { expect } from 'chai';
import { askWhenOld } from '../../../src/domain/checks/ask-when-old.js';
import type { CheckStore } from '../../../src/domain/checks/check-store.js';
import type { CourseCheck } from '../../../src/domain/checks/course-check.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const id = 'check-of-micro-credential-1-1';
const input = { visit: aTeacherVisit(), microCredential: aMicroCredential() };

function world(check?: Partial<CourseCheck>) {
  const store = memoryChecks(...(check ? [aCheck({ id, ...check })] : []));
  let writes = 0;
  const checks: CheckStore = {
    ...store,
    ask(...args) {
      writes += 1;
      return store.ask(...args);
    },
  };
  return { checks, clock: () => now, writes: () => writes };
}

describe('opening the list of learners', () => {
  it('a course that was looked at long ago, when the list is opened twice, then is asked for once and due now', async () => {
    const deps = world({ lookedAt: minutes(-11), dueAt: minutes(200) });
    expect(await askWhenOld(deps, input)).to.deep.include({ dueAt: now });
    await askWhenOld(deps, input);
    expect(deps.writes()).to.equal(1);
  });

  const quiet: [string, Partial<CourseCheck> | undefined][] = [
    ['was looked at a moment ago', { lookedAt: minutes(-9), dueAt: minutes(3) }],
    [
      'is looked at just now',
      { lookedAt: minutes(-60), dueAt: minutes(5), lease: { holder: 'x', until: minutes(1) } },
    ],
    ['could not be looked at', { lookedAt: minutes(-60), dueAt: minutes(5), tries: 2 }],
    ['is looked at no more', { lookedAt: minutes(-60), dueAt: minutes(5), state: 'stopped', tries: 10 }],
    ['was never to be looked at', undefined],
  ];
  for (const [what, check] of quiet)
    it(`a course that ${what}, when the list is opened, then is left as it is`, async () => {
      const deps = world(check);
      const before = await deps.checks.of('micro-credential-1', 1);
      expect(await askWhenOld(deps, input)).to.deep.equal(before);
      expect(deps.writes()).to.equal(0);
    });

  it('a learner, when they ask, then is refused', async () => {
    const problem = await thrownProblem(() => askWhenOld(world(), { ...input, visit: aVisit() }));
    expect(problem.code).to.equal('not-permitted');
  });
});
