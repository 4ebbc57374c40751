import { asTeacher } from '../../support/builders/a-visit.js';
import { noKeys } from '../support/web-harness.js';
import { expect } from 'chai';
import { anAward } from '../../support/builders/an-award.js';
import { agreed, startClaim, unnamed, type ClaimWorld, type Given } from './claim-world.js';
import { readable, shown, type Person } from './course-web.js';

describe('what stands in the way of a claim', function () {
  this.timeout(60_000);
  let world: ClaimWorld;
  let learner: Person;
  const enter = async (given: Given = {}): Promise<void> => {
    world = await startClaim(given);
    ({ learner } = world);
  };
  afterEach(() => world.web.close());

  const otherId = 'award-0000000000000002';

  it('when the learner does not agree, then nothing is issued, and the page says what to tick', async () => {
    await enter();
    const { status, text } = await learner.submit('claim', {});
    expect(status).to.equal(422);
    expect(text).to.contain('<a href="#consent">');
    expect(readable(text)).to.contain('Tick the box: without your agreement nothing is issued.');
    expect((await world.firstAward())?.state).to.equal('offered');
  });

  it('when name and e-mail cannot be read, then both are told and what was typed stays', async () => {
    await enter({ launch: unnamed });
    const { status, text } = await learner.submit('claim', { ...agreed, name: ' ', email: 'ada at home' });
    expect(status).to.equal(422);
    expect(readable(text))
      .to.contain('Write your name.')
      .and.to.contain('Write an e-mail address such as name@example.org.');
    expect(shown(text, 'email')).to.equal('ada at home');
    expect(shown(text, 'consent')).to.equal('yes');
    const long = await learner.submit('claim', { ...agreed, name: 'x'.repeat(201), email: 'a@example.org' });
    expect(readable(long.text)).to.contain('at most 200 characters');
    expect((await world.firstAward())?.state).to.equal('offered');
  });

  it('when hostile text is typed, then it is text and nothing else', async () => {
    await enter({ launch: unnamed });
    const { text } = await learner.submit('claim', { name: '"><script>alert(1)</script>', email: '"><b>' });
    expect(text).not.to.contain('<script>alert').and.not.to.contain('<b>');
  });

  it('when the same person holds it by another account, then it is refused in words, and nothing is doubled', async () => {
    await enter({ awards: [anAward({ subject: 'learner-2', id: otherId }), anAward()] });
    await world.web.confirm('learner-2', true);
    const first = await world.web.learner({
      person: { subject: 'learner-2', name: 'Ada', email: 'ADA@example.org' },
    });
    await first.submit('claim', agreed);
    const { status, text } = await learner.submit('claim', agreed);
    expect(status).to.equal(409);
    expect(readable(text)).to.contain(
      'Somebody with this e-mail address holds this micro-credential already',
    );
    const states = (await world.awards()).map(({ state }) => state).sort();
    expect(states).to.deep.equal(['issued', 'offered']);
  });

  it('when a typed address is somebody’s who holds it, then the learner can type another', async () => {
    await enter({
      launch: unnamed,
      awards: [anAward({ subject: 'learner-2', id: otherId }), anAward()],
    });
    await world.web.confirm('learner-2', true);
    const first = await world.web.learner({
      person: { subject: 'learner-2', name: 'Bob', email: 'bob@example.org' },
    });
    await first.submit('claim', agreed);
    const typed = { ...agreed, name: 'Ada', email: 'bob@example.org' };
    const { text } = await learner.submit('claim', typed);
    expect(text).to.contain('<a href="#email">');
    expect(shown(text, 'name')).to.equal('Ada');
    await learner.submit('claim', { ...typed, email: 'ada@example.org' });
    expect((await world.awards()).every(({ state }) => state === 'issued')).to.equal(true);
  });

  it('when the rule is met no longer, then nothing is issued, the page says what is missing, and the offer is kept', async () => {
    await enter();
    await world.web.confirm('learner-1', false);
    const { status, text } = await learner.submit('claim', agreed);
    expect(status).to.equal(409);
    expect(readable(text))
      .to.contain('Nothing was issued')
      .and.to.contain('Not met yet An examiner has not confirmed this yet.');
    expect((await world.firstAward())?.state).to.equal('offered');
    await world.web.confirm('learner-1', true);
    await learner.submit('claim', agreed);
    expect((await world.firstAward())?.state).to.equal('issued');
  });

  it('when the offer was taken back meanwhile, then the page says so with the reason', async () => {
    await enter();
    const form = (await learner.get('claim')).text;
    const teacher = await world.web.teacher();
    await teacher.submit(`roster/revoke/${anAward().id}`, { was: 'offered', reason: 'Offered by mistake' });
    const answer = await learner.browser.send(`${learner.path}/claim`, {
      ...agreed,
      _form: shown(form, '_form') ?? '',
    });
    expect(answer.headers.get('Location')).to.equal(`${learner.path}/award`);
    expect((await learner.get('award')).headers.get('Location')).to.equal(`${learner.path}/progress`);
    expect(readable((await learner.get('progress')).text)).to.contain('Reason: Offered by mistake');
  });

  it('when the institution has no key, then nothing is issued and the page says what to do', async () => {
    await enter({ services: { keys: noKeys() } });
    const { status, text } = await learner.submit('claim', agreed);
    expect(status).to.equal(500);
    expect(readable(text)).to.contain('A signing key is missing');
    expect((await world.firstAward())?.state).to.equal('offered');
  });

  it('when a teacher asks for the page, then it is not theirs', async () => {
    await enter();
    const teacher = await world.web.comes({ roles: asTeacher, person: { subject: 'teacher-1' } });
    expect((await teacher.get('claim')).status).to.equal(403);
    expect((await teacher.get('award')).status).to.equal(403);
  });
});
