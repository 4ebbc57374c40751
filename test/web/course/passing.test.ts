import { expect } from 'chai';
import type { LmsFamily } from '../../../src/domain/platforms/platform.js';
import type { RosterMember } from '../../../src/domain/courses/lms-course.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { fullForms, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const two = [aRosterMember('l1'), aRosterMember('l2')];
const exercises = { id: 'link-2', title: 'Exercises' };

describe('what counts as passing', () => {
  let web: CourseWeb;
  let teacher: Person;
  let lms: ReturnType<typeof scriptedLms>;
  afterEach(() => web.close());

  interface Given {
    script?: LmsScript;
    family?: LmsFamily;
    column?: boolean;
  }
  /** A draft in a course with two activities. */
  async function begin({ script = {}, family = 'moodle', column = false }: Given = {}): Promise<void> {
    lms = scriptedLms(script);
    const lineItemUrl = column ? 'https://moodle.example.org/lineitems/2' : undefined;
    const course = aCourse({
      links: [
        { ...exercises, lineItemUrl },
        { id: 'link-1', title: 'Claim your badge' },
      ],
    });
    web = await startCourse({
      microCredential: null,
      platform: { family },
      services: { lms, courses: memoryCourses(course) },
    });
    teacher = await web.teacher();
    await teacher.submit('credential', {});
  }
  const passing = async (): Promise<string> => readable((await teacher.get('credential/passing')).text);

  describe('the rule', () => {
    beforeEach(() => begin());

    it('all three ways, when all are asked for, then are the rule from top to bottom', async () => {
      await teacher.save('passing', {
        combine: 'all',
        useAccess: 'yes',
        accessLink: 'link-2',
        useScore: 'yes',
        threshold: '62,5',
        scoreLink: 'link-1',
        useExaminer: 'yes',
      });
      expect((await web.draft()).rule).to.deep.equal({
        kind: 'all',
        of: [
          { kind: 'restricted-activity', linkId: 'link-2' },
          { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 62.5 },
          { kind: 'examiner-confirmation' },
        ],
      });
      const { text } = await teacher.get('credential/passing');
      expect(
        ['useAccess', 'accessLink', 'threshold', 'combine'].map((name) => shown(text, name)),
      ).to.deep.equal(['yes', 'link-2', '62.5', 'all']);
    });

    it('the rule, when the overview is opened, then stands there as learners read it', async () => {
      await teacher.save('passing', { ...fullForms.passing, combine: 'all' });
      expect(readable((await teacher.get('credential')).text)).to.contain(
        'What counts as passing All of these: Reach at least 50% in “Claim your badge” Be confirmed by an examiner',
      );
    });

    it('nothing, when it is chosen, then there is no rule and publishing asks for one', async () => {
      await teacher.save('passing', { combine: 'any' });
      expect((await web.draft()).rule).to.equal(undefined);
      expect(readable((await teacher.publish()).text)).to.contain('at least one way to show');
    });

    it('an activity of another course, when it is sent, then is refused and the rule stays', async () => {
      await teacher.save('passing', fullForms.passing);
      const before = (await web.draft()).rule;
      for (const name of ['accessLink', 'scoreLink']) {
        const sent = { ...fullForms.passing, useAccess: 'yes', [name]: 'link-99' };
        const { status, text } = await teacher.save('passing', sent);
        expect(status).to.equal(422);
        expect(readable(text)).to.contain('Choose one of the answers offered');
        expect((await web.draft()).rule).to.deep.equal(before);
      }
    });

    it('a percentage of 0, when it is saved, then any grade passes and the teacher is told', async () => {
      await teacher.save('passing', { useScore: 'yes', threshold: '0', scoreLink: 'link-1' });
      expect(readable((await teacher.get('credential')).text)).to.contain('any grade passes');
    });

    it('the activities, when they are offered, then this one comes first and is told from the others', async () => {
      const { text } = await teacher.get('credential/passing');
      const options = [...text.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)/g)].map(([, , label]) => label);
      expect(options.slice(0, 2)).to.deep.equal(['Claim your badge (this activity)', 'Exercises']);
    });
  });

  describe('access to a restricted activity', () => {
    const restricted = { combine: 'all', useAccess: 'yes', accessLink: 'link-1' };
    const listed = (members: RosterMember[]): LmsScript => ({ roster: two, listed: { 'link-1': members } });

    it('when everybody is listed, then the teacher is told that no restriction is in force', async () => {
      await begin({ script: listed(two) });
      await teacher.save('passing', restricted);
      const { text } = await teacher.get('credential/passing');
      expect(text).to.match(/<p class="notice notice-wait">Right now Moodle lets everybody/);
      expect(readable(text)).to.contain(
        'Either no restriction is in force: then set it in Moodle. Or every learner has passed',
      );
    });

    it('when some are listed, then the teacher sees how many', async () => {
      await begin({ script: listed(two.slice(1)) });
      await teacher.save('passing', restricted);
      expect(await passing()).to.contain(
        '“Claim your badge” is restricted: Moodle lets 1 of 2 learners in now.',
      );
    });

    it('when somebody in the roster has taught here, then counts for no learner, as in the rule itself', async () => {
      await begin({ script: listed(two.slice(1)) });
      await web.comes({ roles: asTeacher, person: { subject: 'l1' } });
      await web.comes({ roles: asLearner, person: { subject: 'l1' } });
      await teacher.save('passing', restricted);
      expect(await passing()).to.contain('no restriction is in force');
    });

    it('when there is no learner yet, then the page says that nothing can be seen', async () => {
      await begin({ script: { roster: [], listed: { 'link-1': [] } } });
      await teacher.save('passing', restricted);
      expect(await passing())
        .to.contain('So far Moodle lists no learner in this course')
        .and.not.to.contain('no restriction is in force');
    });

    for (const trouble of ['lms-unreachable', 'lms-refused', 'lms-service-missing'] as const)
      it(`when the LMS answers ${trouble}, then it can be saved all the same`, async () => {
        await begin({ script: { roster: new Problem(trouble) } });
        expect((await teacher.save('passing', restricted)).status).to.equal(303);
        expect(await passing()).to.contain('You can save all the same');
      });

    it('when the rule does not need it, then the LMS is not asked', async () => {
      await begin({ script: listed(two) });
      await teacher.save('passing', { useExaminer: 'yes', combine: 'all' });
      await passing();
      expect(lms.asked).to.deep.equal([]);
    });

    for (const [family, label] of [
      ['canvas', 'Canvas'],
      ['other', 'your LMS'],
    ] as const)
      it(`when the family of the LMS is ${family}, then it is not offered, and the page says why`, async () => {
        await begin({ family });
        const { text } = await teacher.get('credential/passing');
        expect(shown(text, 'useAccess')).to.equal(undefined);
        expect(readable(text))
          .to.contain(`Not offered with ${label}:`)
          .and.to.contain('it would prove nothing');
      });

    it('when it is sent on Canvas all the same, then it cannot be published, and the next save removes it', async () => {
      await begin({ family: 'canvas' });
      await teacher.save('passing', restricted);
      expect(readable((await teacher.publish()).text)).to.contain(
        'restricted access proves nothing on this LMS',
      );
      await teacher.save('passing', { combine: 'all', useExaminer: 'yes' });
      expect((await web.draft()).rule).to.deep.equal({
        kind: 'all',
        of: [{ kind: 'examiner-confirmation' }],
      });
    });

    it('when it is the only way, then the teacher is advised to offer another', async () => {
      await begin({ script: listed(two.slice(1)) });
      await teacher.save('passing', restricted);
      expect(readable((await teacher.get('credential')).text)).to.contain('Offer another way too');
    });
  });

  describe('a grade column', () => {
    it('when no activity has one, then the page says so and offers to make one', async () => {
      await begin();
      expect(await passing())
        .to.contain('No activity of this course is known to have such a column yet')
        .and.to.contain('Make a grade column for this activity');
    });

    it('when another activity has one, then it is told, and one can be made here as well', async () => {
      await begin({ column: true });
      expect(await passing())
        .to.contain('Exercises (has a grade column)')
        .and.to.contain('Make a grade column for this activity')
        .and.not.to.contain('No activity of this course');
    });

    it('when the teacher asks for one, then it is made, known from then on, and what was chosen is saved', async () => {
      await begin();
      const page = await teacher.save('passing', { ...fullForms.passing, then: 'createColumn' });
      expect(page.status).to.equal(200);
      expect(readable(page.text))
        .to.contain('This activity has a grade column in the LMS now')
        .and.not.to.contain('Make a grade column');
      const course = await web.services.courses.byId('course-1');
      expect(course?.links.find(({ id }) => id === 'link-1')?.lineItemUrl).to.contain('lineitems/1');
      expect((await web.draft()).rule?.kind).to.equal('any');
    });

    it('when the LMS has it already, then none is made a second time', async () => {
      const there = { url: 'https://moodle.example.org/lineitems/7', maximum: 100, label: 'Badge' };
      await begin({ script: { lineItem: there } });
      await teacher.save('passing', { ...fullForms.passing, then: 'createColumn' });
      const course = await web.services.courses.byId('course-1');
      expect(course?.links.find(({ id }) => id === 'link-1')?.lineItemUrl).to.equal(there.url);
    });

    it('when the LMS refuses, then the page says so and what was chosen is saved', async () => {
      await begin({ script: { lineItem: new Problem('lms-refused') } });
      const { status, text } = await teacher.save('passing', { ...fullForms.passing, then: 'createColumn' });
      expect(status).to.equal(200);
      expect(readable(text)).to.contain('the grade column was not made. The LMS refused');
      expect((await web.draft()).rule?.kind).to.equal('any');
    });

    it('when the percentage cannot be read, then none is made before it is mended', async () => {
      await begin();
      const sent = { ...fullForms.passing, threshold: 'half', then: 'createColumn' };
      expect((await teacher.save('passing', sent)).status).to.equal(422);
      const course = await web.services.courses.byId('course-1');
      expect(course?.links.every(({ lineItemUrl }) => lineItemUrl === undefined)).to.equal(true);
    });
  });
});
