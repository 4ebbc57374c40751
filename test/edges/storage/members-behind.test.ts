import { expect } from 'chai';
import { membersBehind } from '../../../src/edges/storage/members-behind.js';
import { Problem, type ProblemCode } from '../../../src/shared/problem.js';
import { asLearner, asTeacher, aVisit } from '../../support/builders/a-visit.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { silentLog } from './replicas.js';

const ada = { subject: 'ada' };
const at = new Date('2026-11-20T08:00:00Z');
const later = new Date(at.getTime() + 1_000);

describe('membersBehind', () => {
  /** The courses below, which count their writes and can fail, and two replicas above them. */
  function replicas() {
    const below = memoryCourses();
    /** `failing`: the only one who fails; all unless told. */
    const state: { writes: number; failure?: ProblemCode; failing?: string } = { writes: 0 };
    const counted: typeof below = {
      ...below,
      async seeMember(...sighting) {
        state.writes += 1;
        const [, { subject }] = sighting;
        if (state.failure && (state.failing ?? subject) === subject) throw new Problem(state.failure);
        await below.seeMember(...sighting);
      },
    };
    return {
      below,
      state,
      one: membersBehind(counted, silentLog),
      two: membersBehind(counted, silentLog),
    };
  }

  it('a learner’s launch, told, is answered before it is stored, and stored within a second', async () => {
    const { one, below } = replicas();
    await one.courses.seeMember('course-1', ada, asLearner, 'link-1', at);
    expect(await below.member('course-1', 'ada')).to.equal(undefined);
    const deadline = Date.now() + 1_000;
    while (Date.now() < deadline && !(await below.member('course-1', 'ada')))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await below.member('course-1', 'ada'))?.launches).to.deep.equal([{ linkId: 'link-1', at }]);
  });

  it('a member, asked for here, is as the last launch told, alone and among all', async () => {
    const { one } = replicas();
    await one.courses.seeMember('course-1', ada, asLearner, 'link-1', at);
    expect(await one.courses.member('course-1', 'ada')).to.deep.include({ everTaught: false });
    await one.courses.seeMember('course-1', ada, asLearner, 'link-2', later);
    expect((await one.courses.members('course-1'))[0]?.launches).to.have.lengthOf(2);
  });

  it('a teacher’s launch, told, is stored at once, after what waits', async () => {
    const { one, below } = replicas();
    await one.courses.seeMember('course-1', ada, asLearner, 'link-1', at);
    await one.courses.seeMember('course-1', ada, asTeacher, 'link-1', later);
    expect(await below.member('course-1', 'ada')).to.deep.include({
      everTaught: true,
      roles: asTeacher,
      launches: [{ linkId: 'link-1', at: later }],
    });
  });

  it('a visit, read by a replica that did not open it, brings its launch up, once', async () => {
    const { one, two, below, state } = replicas();
    const visit = aVisit();
    const { courseId, person, roles, linkId, startedAt } = visit;
    await one.courses.seeMember(courseId, person, roles, linkId, startedAt);
    await two.visitRead(visit);
    await two.visitRead(visit);
    expect((await below.member(courseId, person.subject))?.launches).to.deep.equal([
      { linkId, at: startedAt },
    ]);
    expect(state.writes).to.equal(1);
    await one.store();
    expect(state.writes).to.equal(2);
  });

  it('a visit, read after a later launch of the same link, changes nothing', async () => {
    const { one, two, below, state } = replicas();
    const visit = aVisit();
    const newer = new Date(visit.startedAt.getTime() + 1_000);
    await one.courses.seeMember(visit.courseId, visit.person, asLearner, visit.linkId, newer);
    await one.store();
    await two.visitRead(visit);
    expect((await below.member(visit.courseId, visit.person.subject))?.launches[0]?.at).to.deep.equal(newer);
    expect(state.writes).to.equal(1);
  });

  it('what the database could not take waits in its order, and whoever asks for that member is told', async () => {
    const { one, below, state } = replicas();
    state.failure = 'storage-unavailable';
    await one.courses.seeMember('course-1', ada, asLearner, 'link-1', at);
    expect((await thrownProblem(() => one.courses.member('course-1', 'ada'))).code).to.equal(
      'storage-unavailable',
    );
    expect(await one.courses.member('course-1', 'somebody else')).to.equal(undefined);
    await one.courses.seeMember('course-1', ada, asLearner, 'link-1', later);
    state.failure = undefined;
    await one.store();
    expect((await below.member('course-1', 'ada'))?.launches).to.deep.equal([
      { linkId: 'link-1', at: later },
    ]);
  });

  it('a member who cannot be stored, while others can, keeps no other course from its members', async () => {
    const { one, state } = replicas();
    state.failure = 'storage-unavailable';
    state.failing = 'ada';
    await one.courses.seeMember('course-1', ada, asLearner, 'link-1', at);
    await one.courses.seeMember('course-2', { subject: 'bob' }, asLearner, 'link-1', at);
    expect(await one.courses.members('course-2')).to.have.lengthOf(1);
    await one.courses.seeMember('course-2', { subject: 'tess' }, asTeacher, 'link-1', at);
    expect(await one.courses.member('course-2', 'tess')).to.deep.include({ everTaught: true });
    expect((await thrownProblem(() => one.courses.members('course-1'))).code).to.equal('storage-unavailable');
  });

  it('launches of one link, waiting while the database is away, are stored in one write, however many they are', async () => {
    const { one, state, below } = replicas();
    for (let launch = 1; launch <= 1_000; launch += 1)
      await one.courses.seeMember('course-1', ada, asLearner, 'link-1', launch === 1_000 ? later : at);
    await one.store();
    expect(state.writes).to.equal(1);
    expect((await below.member('course-1', 'ada'))?.launches[0]?.at).to.deep.equal(later);
  });

  it('what the database will never take, stored, does not keep others from being stored', async () => {
    const { one, below, state } = replicas();
    state.failure = 'unexpected';
    await one.courses.seeMember('course-1', ada, asLearner, 'link-1', at);
    await one.store();
    state.failure = undefined;
    await one.courses.seeMember('course-1', { subject: 'bob' }, asLearner, 'link-1', at);
    expect(await one.courses.members('course-1')).to.have.lengthOf(1);
    expect(await below.member('course-1', 'ada')).to.equal(undefined);
  });
});
