import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import type { Page } from '../support/test-browser.js';
import { readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';
import { aReview, answerFor, idOf, inReview, startReviewed } from './reviewed-awards.js';

const id = idOf(1);
const page = `roster/review/${id}`;
const was = 'issued 1';

describe('the reviews of a course', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (awards?: Award[], locale = 'en'): Promise<void> => {
    web = await startReviewed(awards);
    teacher = await web.teacher({ locale });
  };
  const award = () => web.services.awards.byId(id);
  /** Sends a form of the page with what the page put into it. */
  const decide = async (to: string, fields: Record<string, string>, from = page): Promise<Page> => {
    const told = shown((await teacher.get(from)).text, 'was') ?? '';
    return teacher.submit(from, { was: told, ...fields }, `${from}/${to}`);
  };
  const keep = (fields: Record<string, string>) => decide('keep', fields);
  const revoke = (fields: Record<string, string>) => decide('revoke', fields);

  describe('on the list of learners', () => {
    it('when some are open, then the page says how many, each with what has changed and the way to it', async () => {
      await enter();
      const { text } = await teacher.get('roster');
      const told = readable(text);
      expect(told)
        .to.contain('3 awards need a look: something that they rest on has changed. Show them')
        .and.to.contain('A grade that counted has fallen or was taken away.')
        .and.to.contain('The learner is no longer in the course.')
        .and.to.contain('Tess Teacher looked at it on 23 November 2026 and let it stand: A slip.')
        .and.to.contain('Requirements met: 4; of these, claimed: 3, offered and not yet claimed: 1.')
        .and.to.contain('Needs a look (3)');
      expect(text).to.contain(`${teacher.path}/${page}`).and.not.to.contain(`roster/revoke/${id}`);
      // what was kept can still be looked up, and revoked
      expect(text)
        .to.contain(`roster/review/${idOf(4)}`)
        .and.to.contain(`roster/revoke/${idOf(4)}`);
    });

    it('when some are open, then the overview of the micro-credential says so, too', async () => {
      await enter();
      const { text } = await teacher.get('credential');
      expect(readable(text)).to.contain('3 awards need a look').and.to.contain('Show them');
      expect(text).to.contain(`${teacher.path}/roster?state=review`);
    });

    it('when they alone are asked for, then they alone are shown, also in the spreadsheet', async () => {
      await enter();
      const told = readable((await teacher.get('roster?state=review')).text);
      expect(told).to.contain('3 learners shown.').and.to.contain('Name of learner-2');
      expect(told).not.to.contain('Name of learner-4');
      const csv = (await teacher.get('roster/learners.csv?state=review')).text;
      expect(csv.match(/Needs a look/g)).to.have.length(3);
    });

    it('when one is open, then one is told of; when none, then nothing', async () => {
      await enter([inReview()]);
      expect(readable((await teacher.get('roster')).text)).to.contain(
        '1 award needs a look: something that it',
      );
      await web.close();
      await enter([inReview({ review: aReview({ state: 'ended' }) })]);
      expect(readable((await teacher.get('roster')).text)).not.to.contain('needs a look: something');
    });
  });

  describe('one by one', () => {
    it('when a grade fell, then both are there side by side, with dates, and what has happened', async () => {
      await enter();
      const { text } = await teacher.get(page);
      const told = readable(text);
      expect(told)
        .to.contain('Does the award of Ada Learner stand?')
        .and.to.contain('it stays valid until you decide')
        .and.to.contain('When it was claimed 20 November 2026')
        .and.to.contain('Now seen on 23 November 2026')
        .and.to.contain('Grade 15 of 20 (50% needed)')
        .and.to.contain('Grade 8 of 20 (50% needed)')
        .and.to.contain('23 November 2026: something changed, a review was opened');
      // what has changed comes first
      expect(told.indexOf('Grade 15 of 20')).to.be.lessThan(told.indexOf('Confirmed by Tess Teacher'));
      expect(told.match(/Changed/g)).to.have.length(1);
      expect(told).not.to.contain('was not recorded');
    });

    it('when it is read in French, then it is French throughout', async () => {
      await enter(undefined, 'fr');
      const told = readable((await teacher.get(page)).text);
      expect(told)
        .to.contain('L’attestation délivrée à Ada Learner est-elle maintenue')
        .and.to.contain('Note 8 sur 20')
        .and.to.contain('Maintenir cette attestation');
    });

    it('when an examiner has withdrawn the confirmation, then the reason stands beside it', async () => {
      await enter();
      await web.confirm('learner-1', false);
      const now = { ...answerFor(8) };
      await web.services.awards.writeReview(id, 1, { review: aReview({ now }) });
      expect(readable((await teacher.get(page)).text)).to.contain('Confirmation withdrawn by Tess Teacher');
    });

    it('when the learner left, then that is told, and that nobody recorded what was true at the claim', async () => {
      await enter();
      const told = readable((await teacher.get(`roster/review/${idOf(3)}`)).text);
      expect(told)
        .to.contain('Be in the course Changed')
        .and.to.contain('Not in the course The LMS was asked twice')
        .and.to.contain('What was true when the award was claimed was not recorded.')
        .and.to.contain('When it was offered 20 November 2026')
        .and.to.contain('Not asked any more since the learner left');
    });

    it('when it is an offer, then it speaks of the offer', async () => {
      await enter();
      const told = readable((await teacher.get(`roster/review/${idOf(2)}`)).text);
      expect(told)
        .to.contain('Does the offer to Ada Learner stand?')
        .and.to.contain('The learner can claim it in spite of this change.')
        .and.to.contain('Take the offer back')
        .and.not.to.contain('not recorded');
    });

    it('when it was kept, then it says by whom and why, and there is nothing to send', async () => {
      await enter();
      const { text } = await teacher.get(`roster/review/${idOf(4)}`);
      expect(readable(text)).to.contain(
        'Tess Teacher looked at it on 23 November 2026 and let it stand: A slip.',
      );
      expect(text).not.to.contain('<form');
    });

    it('when everything holds again, then it says so, and there is nothing to send', async () => {
      await enter([inReview({ review: aReview({ state: 'ended' }) })]);
      const { text } = await teacher.get(page);
      expect(readable(text)).to.contain('Everything holds again');
      expect(text).not.to.contain('<form');
    });
  });

  describe('decided on', () => {
    beforeEach(() => enter());

    it('when it is kept with a reason, then the award stands, and the list says so', async () => {
      const answer = await keep({ keepReason: 'A slip in marking.' });
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/roster?done=kept&who=learner-1`);
      expect((await award())?.state).to.equal('issued');
      expect((await award())?.review).to.deep.include({ state: 'kept' });
      const told = readable((await teacher.get('roster?done=kept&who=learner-1')).text);
      expect(told)
        .to.contain('You let the award of Name of learner-1 stand.')
        .and.to.contain('2 awards need a look')
        .and.to.contain('Tess Teacher looked at it on 24 November 2026 and let it stand: A slip in marking.');
    });

    it('when an offer is kept, then the list speaks of the offer', async () => {
      await decide('keep', { keepReason: 'A slip.' }, `roster/review/${idOf(2)}`);
      const told = readable((await teacher.get('roster?done=kept&who=learner-2')).text);
      expect(told).to.contain('You let the offer to Name of learner-2 stand.');
    });

    it('when it is revoked with a reason, then it is, as from the list', async () => {
      const answer = await revoke({ revokeReason: 'The project was copied.' });
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/roster?done=revoked&who=learner-1`);
      expect(await award()).to.include({ state: 'revoked', revocationReason: 'The project was copied.' });
      const told = readable((await teacher.get(page)).text);
      expect(told).to.contain('Revoked on 24 November 2026: The project was copied.');
      expect(readable((await teacher.get('roster')).text)).to.contain('2 awards need a look');
    });

    it('when an offer is taken back, then it is', async () => {
      const offer = `roster/review/${idOf(2)}`;
      const answer = await decide('revoke', { revokeReason: 'Not passed.' }, offer);
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/roster?done=takenBack&who=learner-2`);
    });

    for (const [what, reason] of [
      ['missing', ' \n '],
      ['too long', 'z'.repeat(1001)],
    ] as const)
      for (const field of ['keepReason', 'revokeReason'] as const)
        it(`when the ${field} is ${what}, then nothing happens, that form alone is marked, and what was typed stays`, async () => {
          const { status, text } = await (field === 'keepReason' ? keep : revoke)({ [field]: reason });
          expect(status).to.equal(422);
          expect(text).to.contain(`<a href="#${field}">`).and.to.contain(`id="${field}-error"`);
          expect(text.match(/aria-invalid="true"/g)).to.have.length(1);
          expect(text).to.contain(reason);
          expect(await award()).to.deep.include({ state: 'issued', reviewWrites: 1 });
        });

    it('when something has changed since the page was opened, then nothing is done, and it is shown as it is now', async () => {
      const now = answerFor(2);
      await web.services.awards.writeReview(id, 1, { review: aReview({ now }) });
      for (const [to, field] of [
        ['keep', 'keepReason'],
        ['revoke', 'revokeReason'],
      ] as const) {
        const { status, text } = await teacher.post(`${page}/${to}`, { was, [field]: 'What I typed.' });
        expect(status).to.equal(409);
        expect(readable(text))
          .to.contain('Something has changed since you opened this page')
          .and.to.contain('Grade 2 of 20')
          .and.to.contain('What I typed.');
        expect((await award())?.review?.state).to.equal('open');
      }
    });

    it('when it is sent twice, then it happens once, and the second leads to the page that says so', async () => {
      await teacher.post(`${page}/keep`, { was, keepReason: 'A slip in marking.' });
      const again = await teacher.post(`${page}/keep`, { was, keepReason: 'A slip in marking.' });
      expect(again.headers.get('Location')).to.equal(`${teacher.path}/${page}`);
      const late = await teacher.post(`${page}/revoke`, { was, revokeReason: 'Copied.' });
      expect(late.headers.get('Location')).to.equal(`${teacher.path}/${page}`);
      expect((await award())?.state).to.equal('issued');
      expect((await award())?.history.filter(({ what }) => what === 'kept')).to.have.length(1);
    });

    it('when the reason is hostile, then it is text and nothing else', async () => {
      await keep({ keepReason: '</p><script>alert(1)</script>' });
      expect((await teacher.get(page)).text).not.to.contain('<script>alert');
      expect((await teacher.get('roster')).text).not.to.contain('<script>alert');
    });
  });

  describe('asked for by others', () => {
    it('when it is a learner, then is refused and nothing happens', async () => {
      await enter();
      const learner = await web.learner();
      expect((await learner.get(page)).status).to.equal(403);
      expect((await learner.post(`${page}/keep`, { was, keepReason: 'x' })).status).to.equal(403);
      expect((await learner.post(`${page}/revoke`, { was, revokeReason: 'x' })).status).to.equal(403);
      expect((await award())?.review?.state).to.equal('open');
    });

    it('when the award is another course’s, or was never in review, then there is no such page', async () => {
      const elsewhere = inReview({ courseId: 'course-2' });
      const never = inReview({ id: idOf(2), subject: 'learner-2', review: undefined });
      await enter([elsewhere, never]);
      for (const address of [page, `roster/review/${idOf(2)}`, 'roster/review/nothing']) {
        expect((await teacher.get(address)).status, address).to.equal(404);
        for (const to of ['keep', 'revoke'])
          expect((await teacher.post(`${address}/${to}`, { was, keepReason: 'x' })).status).to.be.oneOf([
            303, 404,
          ]);
      }
      expect((await award())?.review?.state).to.equal('open');
    });

    it('when a form comes without its token, then it is refused', async () => {
      await enter();
      const { status } = await teacher.browser.send(`${teacher.path}/${page}/keep`, { was, keepReason: 'x' });
      expect(status).to.equal(403);
    });
  });

  it('when one is open, then the learner’s pages and the public page are as they were', async () => {
    const pages = async (awards: Award[]): Promise<string[]> => {
      web = await startCourse({ awards });
      const learner = await web.learner();
      const own = readable((await learner.get('award')).text);
      const told = readable((await learner.browser.get(`/awards/${id}`)).text);
      return [own, told];
    };
    const without = await pages([{ ...inReview(), review: undefined, reviewWrites: undefined }]);
    await web.close();
    expect(await pages([inReview()])).to.deep.equal(without);
    expect(without[1]).to.contain('Valid');
  });
});
