import { expect } from 'chai';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { readable, shown, startCourse, type CourseWeb, type CourseWorld, type Person } from './course-web.js';

const { id } = anAward();
const ada = aRosterMember('learner-1', { name: 'Ada Learner' });
const bob = aRosterMember('learner-2', { name: 'Bob Learner' });

describe('what a teacher does on the list of learners', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (world: CourseWorld = {}): Promise<void> => {
    web = await startCourse({ ...world, services: { lms: scriptedLms({ roster: [ada, bob] }) } });
    teacher = await web.teacher();
  };
  const confirm = (fields: Record<string, string>) =>
    teacher.submit(
      'roster',
      { subject: 'learner-1', version: '1', confirmed: 'yes', ...fields },
      'roster/confirm',
    );
  const confirmation = (subject = 'learner-1') =>
    web.services.confirmations.of('micro-credential-1', 1, 'platform-1', subject);
  const kept = () => web.services.awards.byId(id);

  describe('confirming', () => {
    beforeEach(() => enter());

    it('with a reason, then it is kept with the examiner’s name, and the page says so', async () => {
      const answer = await confirm({ reason: 'Oral examination on 12 May, passed.' });
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/roster?done=confirmed&who=learner-1`);
      expect(await confirmation()).to.deep.include({
        confirmed: true,
        examiner: { subject: 'teacher-1', name: 'Tess Teacher' },
        reason: 'Oral examination on 12 May, passed.',
      });
      const text = readable((await teacher.get('roster?done=confirmed&who=learner-1')).text);
      expect(text)
        .to.contain('The confirmation of Ada Learner was recorded.')
        .and.to.contain('Confirmed by Tess Teacher on 24 November 2026: Oral examination on 12 May, passed.')
        .and.to.contain('Requirements met');
      expect(text.match(/Confirmed by/g)).to.have.length(1);
    });

    it('when it is withdrawn with a reason, then the learner meets it no longer, and both are in the history', async () => {
      await confirm({ reason: 'Passed' });
      await confirm({ confirmed: 'no', reason: 'Confirmed by mistake' });
      const text = readable((await teacher.get('roster?done=withdrawn&who=learner-1')).text);
      expect(text)
        .to.contain('The confirmation of Ada Learner was withdrawn.')
        .and.to.contain('Confirmation withdrawn by Tess Teacher on 24 November 2026: Confirmed by mistake');
      expect((await confirmation())?.history.map(({ reason }) => reason)).to.deep.equal([
        'Passed',
        'Confirmed by mistake',
      ]);
    });

    it('when it was chosen from a filtered list, then the list is filtered as before', async () => {
      const answer = await confirm({ reason: 'Passed', view: 'state=no-evidence' });
      expect(answer.headers.get('Location')).to.contain('state=no-evidence');
    });

    for (const [what, reason] of [
      ['missing', ' \n '],
      ['longer than 1,000 characters', 'x'.repeat(1001)],
    ] as const)
      it(`when the reason is ${what}, then nothing is kept, and what was typed stays in its open form`, async () => {
        const { status, text } = await confirm({ reason });
        expect(status).to.equal(422);
        expect(await confirmation()).to.equal(undefined);
        const [, href, told] = /<a href="#(reason-\d)">([^<]*)/.exec(text) ?? [];
        expect(told).to.equal('Ada Learner: Write a reason: 1,000 characters at most.');
        const form = text.slice(text.indexOf('<details open>'));
        expect(form).to.contain(`id="${href}"`).and.to.contain('Write a reason: 1,000 characters at most.');
        expect(form.slice(0, form.indexOf('</form>'))).to.contain(reason);
        expect(text.match(/<details open>/g)).to.have.length(1);
      });

    it('when the reason is missing in a filtered list, then the filter stays, and the row is shown all the same', async () => {
      const { text } = await confirm({ reason: '', view: 'state=issued' });
      expect(text).to.contain('<option value="issued" selected>').and.to.contain('<details open>');
      expect(readable(text)).to.contain('Ada Learner').and.not.to.contain('Bob Learner');
    });

    it('when the person teaches or taught here, then it is refused in words', async () => {
      await web.comes({ roles: asTeacher, person: { subject: 'learner-2', name: 'Bob Learner' } });
      for (const subject of ['learner-2', 'teacher-1']) {
        const { status, text } = await confirm({ subject, reason: 'Passed' });
        expect(status).to.equal(422);
        expect(readable(text)).to.contain('This person teaches or has taught in this course');
        expect(await confirmation(subject)).to.equal(undefined);
      }
    });

    it('when the person is not in the course, then it is refused in words', async () => {
      const { status, text } = await confirm({ subject: 'learner-3', reason: 'Passed' });
      expect(status).to.equal(422);
      expect(readable(text)).to.contain('This person is not a learner of this course');
      expect(await confirmation('learner-3')).to.equal(undefined);
    });

    it('when no person is named, then it is refused', async () => {
      expect((await confirm({ subject: '', reason: 'Passed' })).status).to.equal(422);
      expect((await confirm({ subject: 'x'.repeat(256), reason: 'Passed' })).status).to.equal(422);
    });

    it('when another version was published meanwhile, then nothing is recorded, and what was typed stays in its open form', async () => {
      await web.close();
      await enter({ microCredential: aMicroCredential({ versions: [aVersion(), aVersion({}, 2)] }) });
      const { status, text } = await confirm({ reason: 'Oral examination, passed.' });
      expect(status).to.equal(422);
      expect(readable(text)).to.contain(
        'Another version was published since you opened this page, so nothing was recorded.',
      );
      expect(text).to.match(/<details open>[^]*Oral examination, passed\.<\/textarea>/);
      for (const version of [1, 2])
        expect(await web.services.confirmations.all('micro-credential-1', version)).to.deep.equal([]);
      const missing = await teacher.post('roster/confirm', { subject: 'learner-1', reason: 'Passed' });
      expect(missing.status).to.equal(422);
    });

    for (const state of ['issued', 'suspended', 'revoked'] as const)
      it(`when the award was claimed meanwhile and is ${state}, then nothing is recorded, and what was typed is shown`, async () => {
        await web.close();
        await enter({ awards: [anIssuedAward({ state })] });
        const { status, text } = await confirm({ reason: 'Oral examination, <passed>.' });
        expect(status).to.equal(422);
        expect(readable(text))
          .to.contain('The award has been claimed since you opened this page, so nothing was recorded.')
          .and.to.contain('This is what you wrote:');
        expect(text).to.contain('Oral examination, &lt;passed&gt;.');
        expect(await confirmation()).to.equal(undefined);
      });

    it('when the reason is hostile, then it is text and nothing else', async () => {
      await confirm({ reason: '</textarea><script>alert(1)</script>' });
      expect((await teacher.get('roster')).text).not.to.contain('<script>alert');
    });

    it('when nothing is published, then it is refused', async () => {
      await web.close();
      await enter({ microCredential: null });
      expect((await teacher.post('roster/confirm', { subject: 'learner-1', reason: 'x' })).status).to.equal(
        404,
      );
    });
  });

  describe('revoking', () => {
    beforeEach(() => enter({ awards: [anIssuedAward()] }));
    const revoke = (fields: Record<string, string>) => teacher.submit(`roster/revoke/${id}`, fields);

    it('when the page is opened, then says what it means before anything happens', async () => {
      const { text } = await teacher.get(`roster/revoke/${id}`);
      expect(readable(text))
        .to.contain('Revoke the award of Ada Learner?')
        .and.to.contain('This cannot be undone')
        .and.to.contain('Everybody who opens the award reads it. Do not name persons.');
      expect((await kept())?.state).to.equal('issued');
    });

    it('with a reason, then the award is revoked, and the list says why', async () => {
      const answer = await revoke({ was: 'issued', reason: 'The project was copied.' });
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/roster?done=revoked&who=learner-1`);
      expect(await kept()).to.include({ state: 'revoked', revocationReason: 'The project was copied.' });
      const text = readable((await teacher.get('roster?done=revoked&who=learner-1')).text);
      expect(text)
        .to.contain('The award of Ada Learner was revoked.')
        .and.to.contain('Revoked on 24 November 2026: The project was copied.');
    });

    for (const [what, reason] of [
      ['missing', ' '],
      ['too long', 'y'.repeat(1001)],
    ] as const)
      it(`when the reason is ${what}, then nothing happens and what was typed stays`, async () => {
        const { status, text } = await revoke({ was: 'issued', reason });
        expect(status).to.equal(422);
        expect(text).to.contain('<a href="#reason">').and.to.contain(reason);
        expect(readable(text)).to.contain('Write a reason: 1,000 characters at most.');
        expect((await kept())?.state).to.equal('issued');
      });

    it('when a reason of several lines comes back, then they stand as they were typed', async () => {
      const reason = `First\n  and second\n${'z'.repeat(1000)}`;
      const { text } = await revoke({ was: 'issued', reason });
      expect(shown(text, 'reason')).to.equal(reason);
    });

    it('when it is clicked twice, then the first reason stands, and both lead to the list', async () => {
      await teacher.post(`roster/revoke/${id}`, { was: 'issued', reason: 'First' });
      const again = await teacher.post(`roster/revoke/${id}`, { was: 'issued', reason: 'Second' });
      expect(again.headers.get('Location')).to.contain('/roster?done=revoked');
      expect((await kept())?.revocationReason).to.equal('First');
      expect((await kept())?.history.filter(({ what }) => what === 'revoked')).to.have.length(1);
      expect((await teacher.get(`roster/revoke/${id}`)).headers.get('Location')).to.contain('/roster');
    });
  });

  describe('taking an offer back', () => {
    beforeEach(() => enter({ awards: [anAward()] }));
    const takeBack = (fields: Record<string, string>) =>
      teacher.post(`roster/revoke/${id}`, { was: 'offered', ...fields });

    it('when the page is opened, then speaks of the offer and not of an award', async () => {
      const text = readable((await teacher.get(`roster/revoke/${id}`)).text);
      expect(text)
        .to.contain('Take back the offer to Ada Learner?')
        .and.to.contain('Nothing has been issued yet.')
        .and.to.contain('The learner reads it.')
        .and.not.to.contain('Revoke');
    });

    it('with a reason, then it can be claimed no longer', async () => {
      const answer = await takeBack({ reason: 'Offered by mistake' });
      expect(answer.headers.get('Location')).to.contain('done=takenBack');
      expect(readable((await teacher.get('roster?done=takenBack&who=learner-1')).text)).to.contain(
        'The offer to Ada Learner was taken back.',
      );
      expect((await kept())?.state).to.equal('revoked');
    });

    it('when the learner claimed meanwhile, then nothing is revoked: the teacher decides again, with the reason kept', async () => {
      await web.close();
      await enter({ awards: [anIssuedAward()] });
      const { status, text } = await takeBack({ reason: 'Offered by mistake' });
      expect(status).to.equal(409);
      expect(readable(text))
        .to.contain('Ada Learner claimed the award meanwhile, so nothing was done.')
        .and.to.contain('Revoke the award of Ada Learner?');
      expect(text).to.contain('Offered by mistake').and.to.contain('name="was" value="issued"');
      expect((await kept())?.state).to.equal('issued');
    });
  });

  describe('who may not', () => {
    it('an award of another course, when its id is used, then there is no such page, as if it did not exist', async () => {
      await enter({ awards: [anIssuedAward({ courseId: 'course-2' })] });
      for (const other of [id, 'A'.repeat(22), 'x', '..%2f..', '$ne'])
        expect((await teacher.get(`roster/revoke/${other}`)).status, other).to.equal(404);
      const fields = { was: 'issued', reason: 'x' };
      expect((await teacher.post(`roster/revoke/${id}`, fields)).status).to.equal(404);
      expect((await kept())?.state).to.equal('issued');
    });

    it('a learner, when they open or send a teacher’s page, then may not, and nothing changes', async () => {
      await enter({ awards: [anAward()] });
      const learner = await web.comes({ roles: asLearner });
      const pages = ['credential', 'credential/about', 'roster', `roster/revoke/${id}`, 'preview'];
      for (const page of pages) expect((await learner.get(page)).status, page).to.equal(403);
      const before = await web.kept();
      const sent: [string, Record<string, string>][] = [
        ['credential', {}],
        ['credential/about', { title: 'Mine', revision: '2' }],
        ['credential/publish', { revision: '2' }],
        ['credential/next', {}],
        ['roster/confirm', { subject: 'learner-1', confirmed: 'yes', reason: 'I passed' }],
        [`roster/revoke/${id}`, { was: 'offered', reason: 'x' }],
      ];
      for (const [page, fields] of sent)
        expect((await learner.post(page, fields)).status, page).to.equal(403);
      expect(await web.kept()).to.deep.equal(before);
      expect(await confirmation()).to.equal(undefined);
      expect((await kept())?.state).to.equal('offered');
    });
  });
});
