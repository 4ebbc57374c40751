import { expect } from 'chai';
import { changeTeller } from '../../../src/domain/notices/note-change.js';
import { memoryNotices } from '../../support/memory/memory-notices.js';
import { anAward } from '../../support/builders/an-award.js';
import { startClaimed, type ClaimWorld } from './claim-world.js';
import { readable, type Person } from './course-web.js';
import { idOf, startReviewed } from './reviewed-awards.js';

const { id } = anAward();
const suspend = `roster/suspend/${id}`;
const resume = `roster/resume/${id}`;
const reason = 'The exam is being looked into.';

describe('suspending an award', function () {
  this.timeout(60_000);
  let world: ClaimWorld;
  let teacher: Person;
  beforeEach(async () => {
    ({ teacher, ...world } = await startClaimed());
  });
  afterEach(() => world.web.close());

  const text = async (person: Person, path: string) => readable((await person.get(path)).text);
  const publicPage = () => teacher.browser.get(`/awards/${id}`);

  it('when a teacher suspends it, then list, learner and public page say so with the reason, and a file by itself does not', async () => {
    expect((await teacher.get('roster')).text).to.contain(`${teacher.path}/${suspend}`);
    expect(await text(teacher, suspend)).to.contain('Suspend the award of Ada Learner?');
    const answer = await teacher.submit(suspend, { reason });
    const done = 'roster?done=suspended&who=learner-1';
    expect(answer.headers.get('Location')).to.equal(`${teacher.path}/${done}`);
    const list = await teacher.get(done);
    expect(readable(list.text))
      .to.contain('The award of Ada Learner was suspended.')
      .and.to.contain(`Suspended on 24 November 2026: ${reason}`);
    expect(list.text)
      .to.contain(resume)
      .and.to.contain(`roster/revoke/${id}`)
      .and.not.to.contain(suspend)
      .and.not.to.contain('roster/correct');
    expect(await text(world.learner, 'award'))
      .to.contain('Your teacher suspended this award')
      .and.contain(reason);
    const page = await publicPage();
    expect(page.text).to.match(/class="status-word status-wait">Suspended</);
    expect(readable(page.text))
      .to.contain('The issuer suspended this award on 24 November 2026.')
      .and.contain(reason);
    expect(page.text).to.contain('is-faded').and.not.to.contain('certificate.en.pdf');
    const assertion = await teacher.browser.get(`/awards/${id}/open-badge-2.json`);
    expect([assertion.status, assertion.text.includes('Suspended until further notice')]).to.deep.equal([
      410,
      true,
    ]);
  });

  it('when it is resumed, then it is valid everywhere, and the list says so', async () => {
    await teacher.submit(suspend, { reason });
    const answer = await teacher.submit(resume, { reason: 'Nothing was found.' });
    const done = 'roster?done=resumed&who=learner-1';
    expect(answer.headers.get('Location')).to.equal(`${teacher.path}/${done}`);
    expect(await text(teacher, done)).to.contain('The award of Ada Learner counts again.');
    expect((await publicPage()).text).to.match(/status-good">Valid</);
    expect(readable((await publicPage()).text)).not.to.contain(reason);
    expect((await teacher.browser.get(`/awards/${id}/open-badge-2.json`)).status).to.equal(200);
  });

  it('when it is pressed twice, then nothing more happens; without a reason, then the page says so', async () => {
    const missing = await teacher.submit(suspend, { reason: '' });
    expect(missing.status).to.equal(422);
    expect(readable(missing.text)).to.contain('Write a reason: 1,000 characters at most.');
    await teacher.submit(suspend, { reason });
    const again = await teacher.post(suspend, { reason });
    const already = 'roster?done=suspendedAlready&who=learner-1';
    expect(again.headers.get('Location')).to.equal(`${teacher.path}/${already}`);
    for (const page of [suspend, `roster/correct/${id}`])
      expect((await teacher.get(page)).headers.get('Location')).to.equal(`${teacher.path}/${already}`);
    expect(await text(teacher, already)).to.contain('The award of Ada Learner is suspended already.');
    expect((await world.learner.post(resume, { reason })).status).to.equal(403);
    expect((await world.firstAward())?.history.map(({ what }) => what)).to.deep.equal([
      'offered',
      'issued',
      'suspended',
    ]);
  });

  it('when the learner will be told by e-mail, then the page says so before, and the list afterwards; and not where nobody can be told', async () => {
    for (const page of [suspend, `roster/revoke/${id}`, `roster/correct/${id}`])
      expect(await text(teacher, page)).to.contain('Acquis sends none here. Tell this learner yourself.');
    const notices = memoryNotices();
    const { clock } = world.web.services;
    Object.assign(world.web.services, { notices, tellLearner: changeTeller({ notices, clock }) });
    for (const page of [suspend, `roster/revoke/${id}`, `roster/correct/${id}`])
      expect(await text(teacher, page)).to.contain('The learner is told by e-mail, with your reason.');
    await teacher.submit(suspend, { reason });
    expect(notices.all().map(({ about, to }) => [about?.what, to?.address])).to.deep.equal([
      ['suspended', 'ada@example.org'],
    ]);
    expect(await text(teacher, 'roster')).to.contain('A message by e-mail is on its way.');
    expect(await text(teacher, resume)).to.contain('told by e-mail, without your reason.');
    await teacher.submit(resume, { reason: 'Seen.' });
    expect(await text(teacher, 'roster')).to.not.contain('by e-mail');
    await teacher.submit(`roster/correct/${id}`, { reason });
    expect(await text(teacher, 'roster')).to.contain('A message by e-mail is on its way.');
    const offer = (await world.awards()).find(({ correction }) => correction)?.id ?? '';
    expect(await text(teacher, `roster/revoke/${offer}`)).to.contain('not told of this by e-mail');
  });

  it('when it is suspended, then it can be revoked from the list', async () => {
    await teacher.submit(suspend, { reason });
    await teacher.submit(`roster/revoke/${id}`, { was: 'suspended', reason: 'Copied.' });
    expect(readable((await publicPage()).text))
      .to.contain('Revoked')
      .and.to.contain('Copied.');
  });
});

describe('suspending an award in review', () => {
  it('when a teacher suspends it meanwhile, then the review waits, and its page says why', async () => {
    const web = await startReviewed();
    const teacher = await web.teacher();
    const review = `roster/review/${idOf(1)}`;
    expect((await teacher.get(review)).text).to.contain(`roster/suspend/${idOf(1)}`);
    await teacher.submit(`roster/suspend/${idOf(1)}`, { reason });
    const told = await teacher.get(review);
    expect(readable(told.text)).to.contain(`Suspended on 24 November 2026: ${reason}`);
    expect(told.text).not.to.contain('keepReason');
    await teacher.submit(`roster/resume/${idOf(1)}`, { reason: 'Seen.' });
    expect((await teacher.get(review)).text).to.contain('keepReason');
    await web.close();
  });
});
