/**
 * The rule of domain/courses/roles.ts over real traffic: a non-editing teacher of Moodle launches as Instructor and stands in the
 * roster as Learner. The launch decides what he may do here, and he is nobody's evidence of a learner.
 */
import { expect } from 'chai';
import { gatherFacts } from '../../src/domain/evidence/gather-facts.js';
import { learnersOf } from '../../src/domain/evidence/facts-of-learner.js';
import { aMicroCredential, aVersion } from '../support/builders/a-definition.js';
import { launchFrom } from './support/launching.js';
import { startDemoPair, type DemoPair } from './support/demo-pair.js';

describe('the tutor rule', () => {
  let pair: DemoPair;
  beforeEach(async () => {
    pair = await startDemoPair('moodle', { bigLearners: 0 });
  });
  afterEach(() => pair.close());

  it('a tutor, launching, may teach here, although the roster lists a learner', async () => {
    const course = await pair.courseOf('4', '4');
    expect(pair.acquis.launches.at(-1)?.roles).to.deep.equal({
      teaches: true,
      learns: false,
      administers: false,
    });
    const tutor = (await pair.services.roster(course)).find(({ subject }) => subject === '4');
    expect(tutor?.roles).to.deep.equal({ teaches: false, learns: true, administers: false });
  });

  it('a tutor who launched once, in a roster read later, is no learner; one who never launched looks like one', async () => {
    const course = await pair.courseOf('6', '4');
    const roster = await pair.services.roster(course);
    const learners = async (): Promise<string[]> => {
      const members = await pair.acquis.services.courses.members(course.id);
      return learnersOf(roster, members).map(({ subject }) => subject);
    };
    expect(await learners()).to.include('4');
    await pair.courseOf('4', '4');
    expect(await learners())
      .to.include('6')
      .and.not.include('4')
      .and.not.include('3');
  });

  it('a tutor who later launches as a learner, is still no learner here, and nothing counts for him', async () => {
    const course = await pair.courseOf('4', '4');
    pair.lms.controls.enrol('2', '4', 'learner');
    await launchFrom(pair.lms, pair.acquis.browser(), '4', '4');
    const { services } = pair.acquis;
    expect((await services.courses.member(course.id, '4'))?.everTaught).to.equal(true);
    const rule = { kind: 'examiner-confirmation' as const };
    const asked = { course, microCredential: aMicroCredential(), version: aVersion({ rule }) };
    expect(await gatherFacts(services, { ...asked, subject: '4' })).to.deep.equal([]);
    expect(await gatherFacts(services, { ...asked, subject: '6' })).to.have.length(1);
  });

  it('people of the site without a role in the course, launching, are what the launch says: manager and administrator teach', async () => {
    for (const [userId, administers] of [
      ['5', false],
      ['2', true],
    ] as const) {
      await pair.courseOf(userId, '4');
      expect(pair.acquis.launches.at(-1)?.roles).to.deep.equal({ teaches: true, learns: false, administers });
    }
  });
});
