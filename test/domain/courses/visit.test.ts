import { expect } from 'chai';
import { findVisit } from '../../../src/domain/courses/find-visit.js';
import { openVisit } from '../../../src/domain/courses/open-visit.js';
import { requireTeacher } from '../../../src/domain/courses/require-teacher.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { aLaunch, asLearner, asTeacher, aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryCourses, memoryVisits } from '../../support/memory/memory-courses.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { thrownProblem } from '../../support/thrown-problem.js';

function world() {
  const time = { now: new Date('2026-11-20T08:00:00Z') };
  const [platforms, courses, visits] = [memoryPlatforms(aPlatform()), memoryCourses(), memoryVisits()];
  return {
    courses,
    visits,
    platforms,
    known: { platforms, courses, visits },
    newId: countedIds(),
    time,
    clock: () => time.now,
    visitHours: 8,
  };
}

describe('open a visit', () => {
  it('when a launch comes in, then course, member and visit are remembered and the secret is not', async () => {
    const deps = world();
    const visit = await openVisit(deps, { launch: aLaunch(), browserSecret: 'browser-secret' });
    expect(visit.expiresAt).to.deep.equal(new Date('2026-11-20T16:00:00Z'));
    expect(JSON.stringify(visit)).not.to.include('browser-secret');
    expect(await deps.courses.byId(visit.courseId)).to.include({ contextId: '2', title: 'Data Literacy' });
    const member = await deps.courses.member(visit.courseId, 'learner-1');
    expect(member?.launches).to.deep.equal([{ linkId: 'link-1', at: deps.time.now }]);
    expect(await findVisit(deps, { id: visit.id, browserSecret: 'browser-secret' })).to.deep.equal(visit);
  });

  it('when a second launch comes from the same course, then it is the same course', async () => {
    const deps = world();
    const first = await openVisit(deps, { launch: aLaunch(), browserSecret: 'a' });
    const second = await openVisit(deps, {
      launch: aLaunch({ link: { id: 'link-2', title: '' } }),
      browserSecret: 'b',
    });
    expect(second.courseId).to.equal(first.courseId);
    expect(second.id).not.to.equal(first.id);
  });

  it('when a teacher comes back as a learner, then having taught is not forgotten', async () => {
    const deps = world();
    const { courseId } = await openVisit(deps, { launch: aLaunch({ roles: asTeacher }), browserSecret: 'a' });
    await openVisit(deps, { launch: aLaunch({ roles: asLearner }), browserSecret: 'a' });
    expect((await deps.courses.member(courseId, 'learner-1'))?.everTaught).to.equal(true);
  });
});

describe('find a visit', () => {
  const right = { id: '', browserSecret: 'browser-secret' };
  const opened = async () => {
    const deps = world();
    const { id } = await openVisit(deps, { launch: aLaunch(), browserSecret: right.browserSecret });
    return { deps, input: { ...right, id } };
  };
  const codeOf = async (...of: Parameters<typeof findVisit>) =>
    (await thrownProblem(() => findVisit(...of))).code;

  it('when the id is unknown or no id, then the visit has ended', async () => {
    const { deps } = await opened();
    for (const id of ['A'.repeat(22), '', '../etc', '$ne']) {
      expect(await codeOf(deps, { ...right, id })).to.equal('visit-ended');
    }
  });

  it('when another browser asks, then the visit has ended', async () => {
    const { deps, input } = await opened();
    expect(await codeOf(deps, { ...input, browserSecret: 'other' })).to.equal('visit-ended');
    expect(await codeOf(deps, { ...input, browserSecret: '' })).to.equal('visit-ended');
  });

  it('when its hours are over, then the visit has ended', async () => {
    const { deps, input } = await opened();
    deps.time.now = new Date('2026-11-20T16:00:00Z');
    expect(await codeOf(deps, input)).to.equal('visit-ended');
  });

  it('when the platform is suspended or the deployment removed, then the visit has ended', async () => {
    const { deps, input } = await opened();
    await deps.platforms.change('platform-1', { state: 'suspended' });
    expect(await codeOf(deps, input)).to.equal('visit-ended');
    await deps.platforms.change('platform-1', { state: 'active', deployments: [] });
    expect(await codeOf(deps, input)).to.equal('visit-ended');
  });
});

describe('the right of a teacher', () => {
  it('when the launch was a teacher of this course, then it is there; for others it is not', async () => {
    requireTeacher(aTeacherVisit(), 'course-1');
    const administrator = aVisit({ roles: { teaches: false, learns: false, administers: true } });
    for (const visit of [aVisit(), aTeacherVisit({ courseId: 'course-2' }), administrator]) {
      expect((await thrownProblem(() => requireTeacher(visit, 'course-1'))).code).to.equal('not-permitted');
    }
  });
});
