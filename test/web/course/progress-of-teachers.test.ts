import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { readable, startCourse, type CourseWeb } from './course-web.js';

const access: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const examiner: AwardRule = { kind: 'examiner-confirmation' };
const asDraft = (definition: DraftDefinition) => ({
  definition,
  changedAt: new Date(),
  changedBy: 'teacher-1',
});
const withRule = (rule: AwardRule) => aMicroCredential({ versions: [aVersion({ rule })] });

describe('the progress of somebody who teaches', () => {
  let web: CourseWeb;
  afterEach(() => web.close());

  it('a learner, when they taught here once, then is told that nothing is offered, and not to check again', async () => {
    web = await startCourse();
    await web.confirm('learner-1', true);
    await web.comes({ roles: asTeacher });
    const learner = await web.comes({ roles: asLearner });
    const text = readable((await learner.get('progress')).text);
    expect(text).to.contain('You teach in this course, or have taught in it');
    expect(text).not.to.contain('Could not be checked').and.not.to.contain('Check again');
    expect(await web.services.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
  });

  it('a learner, when the roster says that they teach, then is told the same', async () => {
    const both = aRosterMember('learner-1', { roles: { ...asTeacher, learns: true } });
    const lms = scriptedLms({ roster: [both, aRosterMember('learner-2')], listed: { 'link-1': [both] } });
    web = await startCourse({ microCredential: withRule(access), services: { lms } });
    const learner = await web.learner();
    expect(readable((await learner.get('progress')).text)).to.contain(
      'You teach in this course, or have taught in it',
    );
  });

  it('a teacher who learns as well, when they look at their progress, then keeps the way back to the course', async () => {
    web = await startCourse();
    const both = await web.comes({ roles: { teaches: true, learns: true, administers: false } });
    expect((await both.get('')).headers.get('Location')).to.equal(`${both.path}/credential`);
    expect((await both.get('credential')).text).to.contain(`href="${both.path}/progress"`);
    const { text } = await both.get('progress');
    expect(readable(text)).to.contain('nothing can be offered to you here');
    expect(text).to.contain(`href="${both.path}/credential"`);
    expect(text).to.match(new RegExp(`aria-current="page" href="${both.path}/progress"`));
  });

  it('a teacher, when they preview, then sees what is asked without anybody’s results, and asks the LMS nothing', async () => {
    const lms = scriptedLms({});
    const microCredential = withRule({ kind: 'any', of: [score, examiner] });
    web = await startCourse({ microCredential, services: { lms } });
    const teacher = await web.teacher();
    expect(readable((await teacher.get('preview')).text))
      .to.contain('This is what a learner sees.')
      .and.to.contain('Reach at least 50% in “Claim your badge”')
      .and.not.to.contain('Not met yet');
    expect(lms.asked).to.deep.equal([]);
  });

  it('a teacher, when nothing is published, then the preview says what learners see', async () => {
    web = await startCourse({ microCredential: null });
    const teacher = await web.teacher();
    expect(readable((await teacher.get('preview')).text)).to.contain(
      'Nothing is published yet: learners see that nothing can be earned here.',
    );
  });

  it('a teacher, when there is a draft alone, then previews it, as far as it goes', async () => {
    const definition = { ...aDefinition({ rule: score }), level: undefined };
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [], draft: asDraft(definition) }),
    });
    const teacher = await web.teacher();
    const { text } = await teacher.get('preview');
    expect(readable(text))
      .to.contain('Until then they see that nothing can be earned here.')
      .and.contain('Data literacy')
      .and.contain('Reach at least 50%');
    expect(text).not.to.contain('badge-picture').and.not.to.contain('of=draft');
  });

  it('a teacher, when the draft has no title yet, then the preview is called as the activity is', async () => {
    const draft = asDraft({ ...aDefinition(), title: {} });
    web = await startCourse({ microCredential: aMicroCredential({ versions: [], draft }) });
    expect((await (await web.teacher()).get('preview')).text).to.match(/<title>Claim your badge/);
  });

  it('a teacher, when the draft does not say what counts, then the preview says so', async () => {
    const draft = asDraft({ ...aDefinition(), rule: undefined });
    web = await startCourse({ microCredential: aMicroCredential({ versions: [], draft }) });
    expect(readable((await (await web.teacher()).get('preview')).text)).to.contain(
      'Nothing says yet what counts as passing.',
    );
  });

  it('a teacher, when there is a draft of the next version, then sees what is published, and the draft by its link', async () => {
    const draft = asDraft(aDefinition({ title: { en: 'Data mastery' } }));
    web = await startCourse({ microCredential: aMicroCredential({ draft }) });
    const teacher = await web.teacher();
    const published = (await teacher.get('preview')).text;
    expect(readable(published)).to.contain('Data literacy').and.not.contain('Data mastery');
    expect(published).to.contain(`href="${teacher.path}/preview?of&#x3D;draft"`);
    const drafted = (await teacher.get('preview?of=draft')).text;
    expect(readable(drafted)).to.contain('Data mastery').and.contain('Until then they see version 1.');
    expect(drafted).to.contain(`<a href="${teacher.path}/preview">See what is published instead</a>`);
  });

  it('a teacher, when offers of an earlier version are open, then the preview says who sees that version instead', async () => {
    const awards = [
      anAward({ id: 'a', subject: 'offered' }),
      anIssuedAward({ id: 'b', subject: 'claimed' }),
      anAward({ id: 'c', subject: 'elsewhere', platformId: 'platform-2' }),
    ];
    const versions = [aVersion(), { ...aVersion(), number: 2 }];
    const draft = asDraft(aDefinition());
    web = await startCourse({ microCredential: aMicroCredential({ versions, draft }), awards });
    const teacher = await web.teacher();
    const told =
      '1 learner has an open offer of an earlier version, and sees that version until the award is claimed.';
    for (const page of ['preview', 'preview?of=draft'])
      expect(readable((await teacher.get(page)).text), page).to.contain(told);
  });

  it('a teacher, when open offers are of the version that is published, then the preview tells of none, and that of the draft does', async () => {
    const microCredential = aMicroCredential({ draft: asDraft(aDefinition()) });
    web = await startCourse({ microCredential, awards: [anAward()] });
    const teacher = await web.teacher();
    expect(readable((await teacher.get('preview')).text)).not.to.contain('earlier version');
    expect(readable((await teacher.get('preview?of=draft')).text)).to.contain('of an earlier version');
  });

  it('a learner, when they ask for the preview of the draft, then is refused', async () => {
    const draft = asDraft(aDefinition({ title: { en: 'Data mastery' } }));
    web = await startCourse({ microCredential: aMicroCredential({ draft }) });
    const { status, text } = await (await web.learner()).get('preview?of=draft');
    expect(status).to.equal(403);
    expect(text).not.to.contain('Data mastery');
  });
});
