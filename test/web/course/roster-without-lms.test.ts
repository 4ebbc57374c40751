import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import {
  now,
  readable,
  rowsOf,
  startCourse,
  type CourseWeb,
  type CourseWorld,
  type Person,
} from './course-web.js';
import { startRoster, withRule } from './roster-world.js';

const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const examiner: AwardRule = { kind: 'examiner-confirmation' };
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };

describe('the list of learners while the LMS tells nothing', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (world: CourseWorld, script: LmsScript = {}): Promise<void> => {
    ({ web, teacher } = await startRoster(world, script));
  };

  it('the LMS, when it is away, then those who were seen are shown with what is known, and the page says so', async () => {
    await enter(withRule(score, examiner), {
      roster: new Problem('lms-unreachable'),
      lineItem: new Problem('lms-unreachable'),
    });
    await web.learner();
    await web.confirm('learner-1', true);
    await web.learner({ person: { subject: 'learner-2', name: 'Bob Learner' } });
    const { status, text } = await teacher.get('roster');
    expect(status).to.equal(200);
    expect(readable(text))
      .to.contain('Not everything could be asked of the LMS')
      .and.to.contain('The LMS did not answer');
    const rows = rowsOf(text);
    expect(rows.get('Ada Learner'))
      .to.contain('Requirements met')
      .and.to.contain('Confirmed by Tess Teacher');
    expect(rows.get('Bob Learner')).to.contain('Could not be checked');
    expect(rows.has('Tess Teacher')).to.equal(false);
  });

  for (const [code, facts, told] of [
    ['lms-error', {}, 'The LMS answered with an error. Open it again in a minute.'],
    [
      'lms-busy',
      { waitMs: 550_000 },
      'The LMS asks Acquis to wait, because it gets too many requests. Open it again in 10 minutes.',
    ],
  ] as const)
    it(`the LMS, when all that it says is ${code}, then the page says so, and when to open it again`, async () => {
      const problem = new Problem(code, { facts });
      await enter(withRule(score), { roster: problem, lineItem: problem });
      await web.learner();
      const { text } = await teacher.get('roster');
      expect(readable(text)).to.contain(told).and.to.not.contain('did not answer');
    });

  it('the LMS, when it hangs after it was there, then the list it told last is shown after five seconds, and a link waits longer', async () => {
    const lms = scriptedLms({ roster: [aRosterMember('learner-1'), aRosterMember('learner-2')] });
    const waits: number[] = [];
    const { asked } = lms;
    let hangs = false;
    const timers = {
      after(milliseconds: number, work: () => void) {
        waits.push(milliseconds);
        if (hangs) setImmediate(work);
        return () => undefined;
      },
    };
    web = await startCourse({ services: { lms, timers } });
    teacher = await web.teacher();
    await teacher.get('roster');
    Object.assign(web.services, { lms: { ...lms, roster: () => new Promise(() => undefined) } });
    hangs = true;
    const { status, text } = await teacher.get('roster?search=name');
    expect([status, rowsOf(text).size, new Set(waits)]).to.deep.equal([200, 2, new Set([5_000])]);
    expect(readable(text))
      .to.contain('The LMS did not answer within 5 seconds')
      .and.to.contain('the LMS last listed')
      .and.to.not.contain('Not everything could be asked');
    expect(text.replaceAll('&#x3D;', '=')).to.contain('roster?search=name&amp;wait=longer"');
    Object.assign(web.services, { lms });
    const before = [asked.length, waits.length];
    const longer = (await teacher.get('roster?wait=longer')).text;
    expect(readable(longer)).to.not.contain('did not answer');
    expect([asked.length > (before[0] ?? 0), waits.length]).to.deep.equal([true, before[1]]);
  });

  it('the LMS, when it is away after it was there, then all are shown whom it listed last, said to be from when', async () => {
    const script: LmsScript = {
      roster: [aRosterMember('learner-1', { name: 'Ada Learner' }), aRosterMember('learner-2')],
      lineItem,
      results: [{ subject: 'learner-1', score: 18, maximum: 20 }],
    };
    await enter(withRule(score), script);
    expect([...rowsOf((await teacher.get('roster')).text).keys()]).to.have.length(2);
    Object.assign(script, { roster: new Problem('lms-unreachable') });
    web.services.clock = () => new Date(now.getTime() + 3 * 60_000);
    const { text } = await teacher.get('roster');
    expect(readable(text)).to.contain(
      'These are the learners whom the LMS last listed, 3 minutes ago; who has joined or left since is not known.',
    );
    expect(rowsOf(text).get('Ada Learner')).to.contain('Could not be checked');
    expect([...rowsOf(text).keys()]).to.have.length(2);
    web.services.clock = () => new Date(now.getTime() + 25 * 60 * 60_000);
    expect([...rowsOf((await web.teacher().then((late) => late.get('roster'))).text).keys()]).to.deep.equal(
      [],
    );
  });
});
