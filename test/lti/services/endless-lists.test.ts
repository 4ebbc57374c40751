/** Lists that would fill the memory, without a network. */
import { expect } from 'chai';
import { aCourse } from '../../support/builders/a-course.js';
import { computedSince } from '../../support/computed-since.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { scripted, type Answer } from '../support/scripted-services.js';

const lmsOrigin = 'https://moodle.example.org';
const course = aCourse();

const page = (members: unknown[], next?: string): Answer => ({
  json: { id: 'x', members },
  ...(next === undefined ? {} : { headers: { link: `<${next}>; rel="next"` } }),
});

describe('endless lists of an LMS', function () {
  this.timeout(60_000);

  it('a roster of more people than any course has, told on one page or on many, is unreadable, soon', async () => {
    const many = (count: number): unknown[] =>
      Array.from({ length: count }, (_none, at) => ({ user_id: at }));
    const counted = (count: number, pages: number): Answer[] =>
      Array.from({ length: pages }, (_none, at) => page(many(count), `${lmsOrigin}/members?page=${at}`));
    const onOne = scripted([page(many(150_000))]);
    const onMany = scripted(counted(30_000, 10));
    const began = process.cpuUsage();
    for (const lms of [onOne, onMany])
      expect((await thrownProblem(() => lms.roster(course))).code).to.equal('lms-answer-unreadable');
    expect(computedSince(began)).to.be.lessThan(10_000);
    expect(onMany.asked).to.have.lengthOf(4);
    const whole = scripted([...counted(30_000, 3), page([{ user_id: 'last' }])]);
    expect(await whole.roster(course)).to.have.lengthOf(30_001);
  });

  it('people with ids or names longer than any launch may tell, listed, are left out, or without the name', async () => {
    // in the time that it takes to put a million marks in order
    const marks = '\u0301\u0316'.repeat(500_000);
    const members = [
      { user_id: `a${marks}`, roles: ['Learner'] },
      { user_id: 'x'.repeat(256), roles: ['Learner'] },
      { user_id: 'x'.repeat(255), roles: ['Learner'], name: `Ada${marks}` },
    ];
    const roster = await scripted([page(members)]).roster(course);
    expect(roster.map(({ subject, name }) => [subject.length, name])).to.deep.equal([[255, undefined]]);
    const results = [
      { userId: `a${marks}`, resultScore: 1 },
      { userId: 'b', resultScore: 1 },
    ];
    const scopes = ['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'];
    const graded = scripted([{ json: results }]);
    const read = await graded.results({ ...course, gradeScopes: scopes }, `${lmsOrigin}/lineitems/1`);
    expect(read.map(({ subject }) => subject)).to.deep.equal(['b']);
  });

  it('a roster of endless names, told on many pages, is unreadable before it fills the memory', async () => {
    const wordy = page([{ user_id: 'a', name: 'x'.repeat(7_900_000) }]);
    let asked = 0;
    const endless = (): Answer => ({
      ...wordy,
      headers: { link: `<${lmsOrigin}/p${(asked += 1)}>; rel="next"` },
    });
    const lms = scripted(Array.from({ length: 20 }, endless));
    expect((await thrownProblem(() => lms.roster(course))).code).to.equal('lms-answer-unreadable');
    expect(lms.asked).to.have.lengthOf(9);
  });
});
