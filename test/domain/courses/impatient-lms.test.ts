import { expect } from 'chai';
import { impatientLms } from '../../../src/domain/courses/impatient-lms.js';
import { aCourse } from '../../support/builders/a-course.js';
import { heldTime } from '../../support/held-time.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const course = aCourse();
const never = (): Promise<never> => new Promise(() => undefined);

describe('an LMS that is asked for a page', () => {
  it('when it answers in time, then the answer is the same, and no timer is left', async () => {
    const time = heldTime();
    const lms = scriptedLms({ roster: [aRosterMember('learner-1')] });
    const asked = impatientLms({ lms, records: scriptedRecords({}) }, time.timers);
    expect(await asked.lms.roster(course)).to.deep.equal([aRosterMember('learner-1')]);
    await time.pass(0);
    expect([asked.gaveUp(), time.pending()]).to.deep.equal([false, 0]);
  });

  it('when it does not answer, then it is given up after the time, and asked for nothing more', async () => {
    const time = heldTime();
    const lms = { ...scriptedLms({}), roster: never };
    const asked = impatientLms({ lms, records: scriptedRecords({}) }, time.timers);
    const first = thrownProblem(() => asked.lms.roster(course));
    await time.pass(4_999);
    expect(asked.gaveUp()).to.equal(false);
    await time.pass(1);
    expect((await first).code).to.equal('lms-unreachable');
    expect(asked.gaveUp()).to.equal(true);
    for (const question of [
      () => asked.lms.results(course, 'https://moodle.example.org/lineitems/1'),
      () => asked.records.completion(course, 'learner-1'),
      () => asked.records.columnsFor(course, 'teacher-1'),
      () => asked.records.activities(course),
    ])
      expect((await thrownProblem(question)).code).to.equal('lms-unreachable');
    expect(lms.asked).to.deep.equal([]);
  });

  it('when it answers too late, then nothing comes of it', async () => {
    const time = heldTime();
    let answer: () => void = () => undefined;
    const late = {
      ...scriptedLms({}),
      roster: () => new Promise<[]>((resolve) => (answer = () => resolve([]))),
    };
    const asked = impatientLms({ lms: late, records: scriptedRecords({}) }, time.timers);
    const first = thrownProblem(() => asked.lms.roster(course));
    await time.pass(5_000);
    answer();
    expect((await first).code).to.equal('lms-unreachable');
  });
});
