import { expect } from 'chai';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward } from '../../support/builders/an-award.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { aRosterMember, type LmsScript } from '../../support/memory/scripted-lms.js';
import { agreed, basis, graded, score, startClaim, startClaimed, type ClaimWorld } from './claim-world.js';
import { readable, type Person } from './course-web.js';

const { id } = anAward();
const page = `roster/correct/${id}`;
const reason = 'The name was misspelt.';

describe('correcting an award', function () {
  this.timeout(60_000);
  let world: ClaimWorld;
  let teacher: Person;
  beforeEach(async () => {
    ({ teacher, ...world } = await startClaimed());
  });
  afterEach(() => world.web.close());

  const correction = async () => (await world.awards()).find((award) => award.correction);
  const text = async (person: Person, path: string) => readable((await person.get(path)).text);

  it('when a teacher gives a reason, then it is offered once, however often it is pressed, and the list says so', async () => {
    expect((await teacher.get('roster')).text).to.contain(`${teacher.path}/${page}`);
    const asked = await text(teacher, page);
    expect(asked).to.contain('Correct the award of Ada Learner?').and.not.to.contain('The newest');
    const answer = await teacher.submit(page, { reason });
    await teacher.post(page, { reason: 'Again' });
    expect(await world.awards()).to.have.length(2);
    const back = answer.headers.get('Location') ?? '';
    expect(back).to.equal(`${teacher.path}/roster?done=correctionOffer&who=learner-1`);
    const list = await teacher.get('roster?done=correctionOffer&who=learner-1');
    expect(readable(list.text))
      .to.contain('The correction was offered to Ada Learner.')
      .and.to.contain('A correction was offered on 24 November 2026 and is not yet claimed: ' + reason)
      .and.to.contain('claimed: 1, offered and not yet claimed: 0');
    expect(list.text)
      .to.contain(`roster/revoke/${(await correction())?.id}`)
      .and.not.to.contain(`${teacher.path}/${page}`);
  });

  it('when the learner opens the activity, then the award is there with the correction, and claiming takes its place', async () => {
    await teacher.submit(page, { reason });
    const mine = await text(world.learner, 'award');
    expect(mine).to.contain('Your teacher has corrected this award.').and.to.contain(reason);
    expect(await text(world.learner, 'claim')).to.contain('This corrects the award that you hold');
    const answer = await world.learner.submit('claim', agreed);
    expect(answer.headers.get('Location')).to.equal(`${world.learner.path}/award`);
    const made = await correction();
    expect(made?.state).to.equal('issued');
    expect((await world.learner.get('award')).text).to.contain(`/awards/${made?.id}`);
    expect(await text(world.learner, 'award')).not.to.contain('has corrected');
    const csv = (await teacher.get('roster/learners.csv')).text;
    expect(csv).to.contain(`/awards/${made?.id}`).and.not.to.contain(`/awards/${id}`);
  });

  it('when the learner shows the name, then the page for claiming says that it goes on being shown', async () => {
    const says = 'the new page shows the corrected name from the start';
    await teacher.submit(page, { reason });
    expect(await text(world.learner, 'claim')).not.to.contain(says);
    await world.learner.submit('award', { public: 'yes' }, 'award/public');
    expect(await text(world.learner, 'claim')).to.contain(says);
    await world.learner.submit('claim', agreed);
    expect(await text(world.learner, 'award')).to.contain(
      'The page of your badge shows your name: Ada Learner.',
    );
    const old = readable((await teacher.browser.get(`/awards/${id}`)).text);
    expect(old)
      .to.contain('stands on the page of the award that took its place')
      .and.not.contain('Ada Learner');
    expect(old).to.not.contain('has not made their name public');
  });

  it('when it was claimed, then the old page says superseded, why, and leads to the new one, and that one back', async () => {
    await teacher.submit(page, { reason });
    await world.learner.submit('claim', agreed);
    const made = (await correction())?.id ?? '';
    const old = await teacher.browser.get(`/awards/${id}`);
    expect(readable(old.text)).to.contain('Superseded').and.to.contain(reason);
    expect(old.text).to.contain(`/awards/${made}"`).and.to.contain('See the award that took its place');
    expect(old.text)
      .to.contain('is-faded')
      .and.not.to.match(/status-good/);
    const renewed = await teacher.browser.get(`/awards/${made}`);
    expect(renewed.text).to.contain(`/awards/${id}"`).and.to.contain('It took the place of an earlier award');
    expect(readable(renewed.text)).not.to.contain(reason);
  });

  it('when the correction is taken back, then the page says what that means and the award stands', async () => {
    await teacher.submit(page, { reason });
    const offer = (await correction())?.id ?? '';
    const back = `roster/revoke/${offer}`;
    expect(await text(teacher, back)).to.contain('the award stands as it is');
    const answer = await teacher.submit(back, { was: 'offered', reason: 'Not needed.' });
    expect(answer.headers.get('Location')).to.contain('done=correctionTakenBack');
    expect((await teacher.get('roster')).text).to.contain(`${teacher.path}/${page}`);
    expect(await text(world.learner, 'award')).not.to.contain('has corrected');
  });

  it('when no reason is given, or the newest version is not met, then the page says so and offers nothing', async () => {
    const answer = await teacher.submit(page, { reason: ' ' });
    expect(answer.status).to.equal(422);
    expect(readable(answer.text)).to.contain('Write a reason: 1,000 characters at most.');
    const newer = aMicroCredential({ versions: [aVersion(), { ...aVersion(), number: 2 }] });
    world.web.services.microCredentials = memoryMicroCredentials(newer);
    expect(await text(teacher, page)).to.contain(
      'The newest: version 2, if the learner meets its requirements',
    );
    const refused = await teacher.submit(page, { reason, version: 'newest' });
    expect(refused.status).to.equal(409);
    expect(readable(refused.text)).to.contain('does not meet the requirements of the newest version');
    expect(await correction()).to.equal(undefined);
  });

  it('when a learner asks for it, or the award is of another course or revoked, then there is no such page', async () => {
    expect((await world.learner.get(page)).status).to.equal(403);
    expect((await teacher.get('roster/correct/award-0000000000000009')).status).to.equal(404);
    await teacher.submit(`roster/revoke/${id}`, { was: 'issued', reason: 'Gone.' });
    const answer = await teacher.get(page);
    const revoked = `${teacher.path}/roster?done=revokedAlready&who=learner-1`;
    expect(answer.headers.get('Location')).to.equal(revoked);
  });

  it('when the award was suspended or revoked since the page was opened, then the list says so, and that nothing was done', async () => {
    const send = async () => {
      const answer = await teacher.post(page, { reason });
      expect(answer.status).to.equal(303);
      const list = (answer.headers.get('Location') ?? '').replace(`${teacher.path}/`, '');
      return text(teacher, list);
    };
    await teacher.submit(`roster/suspend/${id}`, { reason: 'Seen to.' });
    expect(await send()).to.contain('The award of Ada Learner is suspended already.');
    await teacher.submit(`roster/revoke/${id}`, { was: 'suspended', reason: 'Gone.' });
    expect(await send()).to.contain('The award of Ada Learner was revoked meanwhile, so nothing was done.');
    expect(await correction()).to.equal(undefined);
  });

  it('when a correction was claimed since the page was opened, then the list says so', async () => {
    await teacher.submit(page, { reason });
    await world.learner.submit('claim', agreed);
    const answer = await teacher.post(page, { reason });
    const list = (answer.headers.get('Location') ?? '').replace(`${teacher.path}/`, '');
    expect(await text(teacher, list)).to.contain('A correction of the award of Ada Learner was claimed');
  });
});

describe('a correction of an award about which the LMS tells the same', function () {
  this.timeout(60_000);
  let world: ClaimWorld;
  afterEach(() => world.web.close());
  const roster = [aRosterMember('learner-1', { name: 'Ada Learner', email: 'ada@example.org' })];

  it('when it is sent, then it is refused with what to do, nothing typed is lost, and another name is offered', async () => {
    const script: LmsScript = { roster };
    world = await startClaim({ script });
    await world.learner.submit('claim', agreed);
    const teacher = await world.web.teacher();
    const refused = await teacher.submit(page, { reason });
    expect(refused.status).to.equal(409);
    expect(readable(refused.text))
      .to.contain('Nothing was offered: the new award would say the same.')
      .and.to.not.contain('choose anew');
    expect(refused.text).to.contain(reason);
    expect(await world.awards()).to.have.length(1);
    script.roster = [aRosterMember('learner-1', { name: 'Ada Lerner', email: 'ada@example.org' })];
    expect((await teacher.submit(page, { reason })).headers.get('Location')).to.contain('correctionOffer');
  });

  it('when it is of a graded award, then it can be offered so that the learner chooses anew about the grade', async () => {
    world = await startClaim({
      definition: { rule: score },
      script: { ...graded, roster },
      awards: [anAward({ basis })],
    });
    await world.learner.submit('claim', agreed);
    const teacher = await world.web.teacher();
    const refused = await teacher.submit(page, { reason });
    expect([refused.status, refused.text.includes('name="choosesGrade"')]).to.deep.equal([409, true]);
    const offered = await teacher.submit(page, { reason, choosesGrade: 'yes' });
    expect(offered.headers.get('Location')).to.contain('correctionOffer');
  });
});
