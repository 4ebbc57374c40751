import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aDefinition, aMicroCredential } from '../../support/builders/a-definition.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { now, readable, startCourse, type CourseWeb, type Person } from './course-web.js';

const rule: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };

describe('the page of who would pass now', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (
    draftRule: AwardRule | undefined,
    learners: string[],
    letIn?: string[],
  ): Promise<void> => {
    const draft = {
      definition: aDefinition({ rule: draftRule }),
      changedAt: now,
      changedBy: 'teacher-1',
    };
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [], draft }),
      services: {
        lms: scriptedLms({
          roster: learners.map((one) => aRosterMember(one)),
          listed: letIn && { 'link-1': letIn.map((one) => aRosterMember(one)) },
          lineItem: { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' },
          results: [{ subject: 'met', score: 15, maximum: 20, at: new Date('2026-10-02T08:00:00Z') }],
        }),
      },
    });
    teacher = await web.teacher();
  };

  it('when the draft is not published, then it says who would be offered the award, and why others would not', async () => {
    await enter(rule, ['met', 'none']);
    const overview = (await teacher.get('credential')).text;
    expect(overview).to.contain('/credential/dry-run');
    const text = readable((await teacher.get('credential/dry-run')).text);
    expect(text).to.contain('1 learner would be offered the award at once.');
    expect(text).to.contain('1 learner does not meet the requirements yet.');
    expect(text).to.match(
      /Name of met State: Would be offered the award Grade 15 of 20 \(50% needed\) Newest evidence: 2 October 2026/,
    );
    expect(text).to.match(/Name of none State: No evidence yet No grade yet/);
    expect(await web.services.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
  });

  it('when some have passed and have not opened the activity yet, then it says that this is all they have to do', async () => {
    await enter({ kind: 'restricted-activity', linkId: 'link-1' }, ['in', 'out'], ['in']);
    expect(readable((await teacher.get('credential/dry-run')).text))
      .to.contain('Nobody would be offered the award at once.')
      .and.to.contain('1 person is let into the activity for those who passed, and only has to open it.')
      .and.to.contain('1 learner does not meet the requirements yet.')
      .and.not.to.contain('one step away');
  });

  it('when the LMS lists a tutor as a learner, then nobody is said to have passed, and the tutor is gone once seen to teach', async () => {
    await enter({ kind: 'restricted-activity', linkId: 'link-1' }, ['in', 'out', 'tutor'], ['in', 'tutor']);
    const told = 'there may be non-editing teachers: Moodle lists them as learners';
    expect(readable((await teacher.get('credential/dry-run')).text))
      .to.contain('2 people are let into the activity for those who passed')
      .and.to.contain(told);
    await web.teacher({ person: { subject: 'tutor', name: 'Tom Tutor' } });
    await web.learner({ person: { subject: 'in', name: 'Name of in' } });
    expect(readable((await teacher.get('credential/dry-run')).text))
      .to.contain('1 learner would be offered the award at once.')
      .and.not.to.contain('Tutor')
      .and.not.to.contain(told);
  });

  it('when the class is large, then those who would pass come first, fifty on a page', async () => {
    await enter(rule, [...Array.from({ length: 60 }, (_, n) => `learner-${n}`), 'met']);
    const { text } = await teacher.get('credential/dry-run');
    expect(readable(text)).to.contain('61 learners, page 1 of 2.');
    expect(/<h2>(Name of [^<]*)/.exec(text)?.[1]).to.equal('Name of met');
    const next = await teacher.get('credential/dry-run?page=2');
    expect(next.text.split('<li class="roster-row">')).to.have.length(12);
  });

  it('when the draft does not say what counts, then it leads there', async () => {
    await enter(undefined, ['met']);
    const { text } = await teacher.get('credential/dry-run');
    expect(readable(text)).to.contain('The draft does not say yet what counts as passing.');
    expect(text).to.contain('/credential/passing"');
  });

  it('when the draft was published meanwhile, then it leads back to the overview, which says so', async () => {
    web = await startCourse({ microCredential: aMicroCredential() });
    teacher = await web.teacher();
    const { status, headers } = await teacher.get('credential/dry-run');
    expect(status).to.equal(303);
    const [, query] = (headers.get('Location') ?? '').split('/credential?');
    expect(readable((await teacher.get(`credential?${query}`)).text)).to.contain(
      'Version 1 was published meanwhile',
    );
  });

  it('when a learner asks, then it is refused', async () => {
    await enter(rule, ['met']);
    expect((await (await web.learner()).get('credential/dry-run')).status).to.equal(403);
  });
});
