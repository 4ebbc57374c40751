/** The services against both demonstration LMSs: rosters, line items, results and tokens over real HTTP. */
import { expect } from 'chai';
import type { RosterMember } from '../../../src/domain/courses/lms-course.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { startDemoPair, type DemoPair } from '../support/demo-pair.js';

const names = (members: RosterMember[]): string[] => members.map(({ name }) => name ?? '?').sort();

for (const kind of ['moodle', 'canvas'] as const) {
  describe(`services of the demo LMS that speaks as ${kind}`, () => {
    let pair: DemoPair;
    before(async () => {
      pair = await startDemoPair(kind);
    });
    after(() => pair.close());

    it('a big course, its roster read, has all learners and the teacher', async () => {
      const course = await pair.courseOf('3', '10');
      const members = await pair.services.roster(course);
      expect(members.filter(({ roles }) => roles.learns)).to.have.length(65);
      expect(members.filter(({ roles }) => roles.teaches)).to.have.length(1);
      expect(new Set(members.map(({ subject }) => subject)).size).to.equal(66);
    });

    it('a course, its roster read, tells the subjects that people launch with', async () => {
      const course = await pair.courseOf('6', '4');
      const launched = pair.acquis.launches.at(-1)?.person;
      const members = await pair.services.roster(course);
      const member = members.find(({ subject }) => subject === launched?.subject);
      expect(member).to.include({ name: 'Stu1 Learner1', email: 'student1@example.invalid', active: true });
      expect(members.find(({ name }) => name === 'Stu4 Learner4')?.email).to.equal(undefined);
    });

    it('an LMS that shares no names, its roster read, has the same people without names', async () => {
      const course = await pair.courseOf('6', '4');
      const named = await pair.services.roster(course);
      pair.lms.controls.setPrivacy({ names: false, email: false });
      const nameless = await pair.services.roster(course);
      pair.lms.controls.setPrivacy({ names: true, email: true });
      expect(nameless.map(({ subject }) => subject)).to.have.members(named.map(({ subject }) => subject));
      expect(nameless.flatMap(({ name, email }) => [name, email]).filter(Boolean)).to.deep.equal([]);
    });

    it('a link, its list read, has those whom the LMS lists for it', async () => {
      const course = await pair.courseOf('6', '8');
      const linkId = pair.acquis.launches.at(-1)?.link.id ?? '';
      if (kind === 'canvas') pair.lms.controls.assignTo('8', ['6']);
      const listed = await pair.services.rosterOfLink(course, linkId);
      pair.lms.controls.assignTo('8', undefined);
      expect(names(listed.filter(({ roles }) => roles.learns)))
        .to.include('Stu1 Learner1')
        .and.not.include('Stu2 Learner2');
    });

    it('the line item of a link, told at launch, gives the results of many learners whole', async () => {
      const course = await pair.courseOf('3', '10');
      const linkId = pair.acquis.launches.at(-1)?.link.id ?? '';
      for (let userId = 9; userId < 49; userId++)
        pair.lms.controls.setGrade({
          courseId: '3',
          userId: String(userId),
          lineItemId: '11',
          score: userId,
        });
      const item = await pair.services.lineItemOfLink(course, linkId);
      expect(item).to.include({ maximum: 100, label: 'Claim your badge (big course)' });
      const results = await pair.services.results(course, item?.url ?? '');
      expect(results).to.have.length(40);
      expect(results.map(({ score }) => score).sort()).to.include(48);
      expect(results.every(({ at }) => (kind === 'moodle' ? at instanceof Date : at === undefined))).to.equal(
        true,
      );
    });

    it('an activity without a column, gets one, which is found from then on and empty', async () => {
      const course = await pair.courseOf('3', '8');
      const linkId = pair.acquis.launches.at(-1)?.link.id ?? '';
      expect(await pair.services.lineItemOfLink(course, linkId)).to.equal(undefined);
      const made = await pair.services.createLineItem(course, linkId, 'Data literacy', 100);
      const found = await pair.services.lineItemOfLink(course, linkId);
      expect(found).to.deep.equal({ url: made, maximum: 100, label: 'Data literacy' });
      expect(await pair.services.results(course, made)).to.deep.equal([]);
      const again = await pair.courseOf('3', '8');
      expect(again.links.find(({ id }) => id === linkId)?.lineItemUrl).to.equal(made);
    });

    it('a score, given, cleared and given to a teacher, is there, is gone, and is refused', async () => {
      const course = await pair.courseOf('3', '10');
      const linkId = pair.acquis.launches.at(-1)?.link.id ?? '';
      const url = (await pair.services.lineItemOfLink(course, linkId))?.url ?? '';
      const members = await pair.services.roster(course);
      // the last one has no grade yet
      const subject = members.findLast(({ roles }) => roles.learns)?.subject ?? '';
      const teacher = members.find(({ roles }) => roles.teaches)?.subject ?? '';
      const scoreOf = async () =>
        (await pair.services.results(course, url)).find((one) => one.subject === subject)?.score;
      const points = { given: 100, maximum: 100 };
      const give = (to: string, told?: typeof points) =>
        pair.services.giveScore(course, url, {
          subject: to,
          points: told,
          comment: 'https://badges.example.org/a',
        });
      expect(await give(subject, points)).to.equal('taken');
      expect(await scoreOf()).to.equal(100);
      expect(await give(subject)).to.equal('taken');
      expect(await scoreOf()).to.equal(undefined);
      expect(await give(teacher, points)).to.equal('refused');
    });

    it('a link of nobody, asked for, is refused', async () => {
      const course = await pair.courseOf('3', '4');
      for (const ask of [
        () => pair.services.rosterOfLink(course, 'no-such-link'),
        () => pair.services.createLineItem(course, 'no-such-link', 'x', 1),
      ]) {
        const problem = await thrownProblem(ask);
        expect([problem.code, problem.facts['lms']]).to.deep.equal(['lms-refused', kind]);
      }
    });

    it('twenty calls at once, after the token was dropped, ask for one token; a further call asks for none', async () => {
      const course = await pair.courseOf('3', '4');
      await pair.acquis.deps.records.delete('accesstoken', {});
      const before = pair.tokenRequests();
      await Promise.all(Array.from({ length: 20 }, () => pair.services.roster(course)));
      await pair.services.roster(course);
      expect(pair.tokenRequests() - before).to.equal(1);
    });

    it('a token that the LMS knows no more, used, is replaced once, unseen by the caller', async () => {
      const course = await pair.courseOf('3', '4');
      await pair.services.roster(course);
      const { records, sealing } = pair.acquis.deps;
      const stale = { access_token: 'of-yesterday', token_type: 'Bearer', expires_in: 3600 };
      const content = sealing.seal(Buffer.from(JSON.stringify(stale)), 'lti-access-token');
      for (const record of await records.get('accesstoken', {}))
        await records.replace('accesstoken', { ...record, content });
      const before = pair.tokenRequests();
      expect(await pair.services.roster(course)).to.not.be.empty;
      expect(pair.tokenRequests() - before).to.equal(1);
    });

    it('tokens, kept, are sealed and known by their scopes alone', async () => {
      await pair.services.roster(await pair.courseOf('3', '4'));
      for (const { content, fields } of await pair.acquis.records.get('accesstoken', {})) {
        expect(content).to.not.contain('access_token');
        expect(fields['scopes']).to.match(/^https:\/\/purl\.imsglobal\.org\/spec\/[\w./-]+$/);
      }
    });

    for (const seconds of [-120, 120]) {
      it(`an LMS whose clock is ${seconds} s off, asked for a launch, a token and a roster, gives them`, async () => {
        pair.lms.controls.setClockSkew(seconds);
        await pair.acquis.deps.records.delete('accesstoken', {});
        const course = await pair.courseOf('6', '4');
        const members = await pair.services.roster(course);
        pair.lms.controls.setClockSkew(0);
        expect(members).to.not.be.empty;
      });
    }

    it('the requests of all this, looked at, never asked Moodle’s grade services for a page size', () => {
      const sized = pair.acquis.requests.filter(({ url }) => /line_?items.*[?&]limit=/.test(url));
      if (kind === 'moodle') expect(sized).to.deep.equal([]);
      else expect(sized).to.not.be.empty;
    });
  });
}
