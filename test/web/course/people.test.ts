import { expect } from 'chai';
import type { Launch } from '../../../src/domain/courses/launch.js';
import { aCourse } from '../../support/builders/a-course.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { fullForms, readable, startCourse, type CourseWeb } from './course-web.js';

const nobody = { teaches: false, learns: false, administers: false };
const pages = ['credential', 'credential/about', 'roster', 'preview', 'progress', 'claim', 'award'];

describe('who is who in a course', () => {
  let web: CourseWeb;
  afterEach(() => web.close());

  it('somebody without a role, when they open the activity, then is told what to ask for', async () => {
    web = await startCourse();
    const guest = await web.comes({ roles: nobody });
    const { status, text } = await guest.get('');
    expect(status).to.equal(200);
    expect(readable(text))
      .to.contain('This activity is for the people of the course')
      .and.to.contain('ask the person who runs the course to give you that role');
    for (const page of pages) expect((await guest.get(page)).status, page).to.equal(403);
  });

  it('an administrator of the LMS, when they open the activity, then has no right by being so, and is told the way', async () => {
    web = await startCourse({ awards: [anIssuedAward()] });
    const administrator = await web.comes({ roles: { ...nobody, administers: true } });
    const { text } = await administrator.get('');
    expect(readable(text))
      .to.contain('You are here as an administrator')
      .and.to.contain('enrol yourself as a teacher of the course');
    expect(text).to.contain('href="http://localhost:8080/admin" target="_blank" rel="noopener"');
    for (const page of pages) expect((await administrator.get(page)).status, page).to.equal(403);
    const revoke = await administrator.post(`roster/revoke/${anIssuedAward().id}`, {
      was: 'issued',
      reason: 'x',
    });
    expect(revoke.status).to.equal(403);
  });

  it('an administrator who teaches, when they open the activity, then is a teacher', async () => {
    web = await startCourse();
    const both = await web.comes({ roles: { teaches: true, learns: false, administers: true } });
    expect((await both.get('')).headers.get('Location')).to.equal(`${both.path}/credential`);
  });

  describe('with two LMSs of two institutions', () => {
    const elsewhere: Partial<Launch> = {
      platformId: 'platform-2',
      institutionId: 'institution-2',
      person: { subject: 'teacher-1', name: 'Tess Teacher' },
    };
    beforeEach(async () => {
      const other = aPlatform({
        id: 'platform-2',
        issuer: 'https://other.example.org',
        deployments: [{ id: '1', institutionId: 'institution-2' }],
      });
      web = await startCourse({
        awards: [anIssuedAward()],
        services: {
          platforms: memoryPlatforms(aPlatform(), other),
          courses: memoryCourses(
            aCourse(),
            aCourse({ id: 'course-2', platformId: 'platform-2', institutionId: 'institution-2' }),
          ),
        },
      });
    });

    it('a teacher of the other, with the same ids of person, course and activity, then sees and changes nothing of this one', async () => {
      const before = await web.kept();
      const foreign = await web.comes({ ...elsewhere, roles: asTeacher });
      expect(readable((await foreign.get('credential')).text)).to.contain('Design a micro-credential');
      expect((await foreign.get('credential/about')).status).to.equal(404);
      expect((await foreign.post('credential/about', { ...fullForms.about, revision: '2' })).status).to.equal(
        404,
      );
      expect((await foreign.post('credential/publish', { revision: '2' })).status).to.equal(404);
      expect((await foreign.post('credential/next', {})).status).to.equal(404);
      const { id } = anIssuedAward();
      expect((await foreign.get(`roster/revoke/${id}`)).status).to.equal(404);
      expect((await foreign.post(`roster/revoke/${id}`, { was: 'issued', reason: 'x' })).status).to.equal(
        404,
      );
      expect(await web.kept()).to.deep.equal(before);
      expect((await web.services.awards.byId(id))?.state).to.equal('issued');
    });

    it('a learner of the other, with the same id, then does not hold this one’s award', async () => {
      const foreign = await web.comes({ ...elsewhere, roles: asLearner, person: { subject: 'learner-1' } });
      expect((await foreign.get('award')).headers.get('Location')).to.equal(`${foreign.path}/progress`);
      expect(readable((await foreign.get('progress')).text)).to.contain('Nothing can be earned here yet');
    });

    it('a visit of one browser, when another knows its address, then it is over for them', async () => {
      const teacher = await web.teacher();
      const foreign = await web.comes({ ...elsewhere, roles: asTeacher });
      const { status, text } = await foreign.browser.get(`${teacher.path}/credential`);
      expect(status).to.equal(403);
      expect(readable(text)).to.contain('Your visit has ended');
      const cookieless = await web.browser().get(`${teacher.path}/credential`);
      expect(cookieless.status).to.equal(403);
      expect(readable(cookieless.text)).to.contain('This page works only inside your course page');
    });
  });

  it('one browser, when it has two activities open, then each tab stays in its own', async () => {
    web = await startCourse();
    const first = await web.teacher();
    const second = await web.launch(first.browser, {
      roles: asTeacher,
      person: { subject: 'teacher-1', name: 'Tess Teacher' },
      link: { id: 'link-2', title: 'Exercises' },
    });
    expect(readable((await first.get('credential')).text)).to.contain('Published, version 1');
    expect(readable((await first.browser.get(`${second}credential`)).text)).to.contain(
      'Design a micro-credential',
    );
  });
});
