import { expect } from 'chai';
import { noteOffer } from '../../../src/domain/notices/note-offer.js';
import { sendNotice } from '../../../src/domain/notices/send-notice.js';
import { changeNotices } from '../../../src/domain/notices/stop-notices.js';
import { asLearner } from '../../support/builders/a-visit.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { begun, mailbox, messagesOf, send, world as emptyWorld, type World } from './notice-world.js';

const byAcquis = { history: [{ what: 'offered' as const, at: begun, by: '' }] };
const learner = { name: 'Ada Learner', email: 'Ada@example.org' };

/** One offer that Acquis made by itself. */
const world = (overrides: Parameters<typeof emptyWorld>[0] = {}): World =>
  emptyWorld({ awards: memoryAwards(anAward(byAcquis)), ...overrides });

const note = (deps: World, told: { name?: string; email?: string } = learner): Promise<void> =>
  noteOffer(deps, anAward(), told);

describe('a notice of an offer', () => {
  it('an offer that Acquis made by itself, when its notice is due, then one message goes to the learner, and none after it', async () => {
    const deps = world();
    await note(deps);
    await note(deps);
    expect(await send(deps)).to.equal('sent');
    expect(await send(deps)).to.equal('none is due');
    const [message, ...others] = messagesOf(deps);
    expect(others).to.deep.equal([]);
    expect(message?.to).to.deep.equal({ address: 'Ada@example.org', name: 'Ada Learner' });
    expect(message?.subject).to.equal('You can claim your micro-credential “Data literacy”');
    expect(message?.text)
      .to.contain('Hello Ada Learner,')
      .and.to.contain('the activity “Claim your badge”')
      .and.to.contain('https://moodle.example.org/course/view.php?id=2')
      .and.to.match(/https:\/\/badges\.example\.org\/notices\/[0-9a-f]{96}\n$/);
    expect(deps.notices.all()).to.have.length(1);
    expect(deps.notices.all()[0]).to.not.have.any.keys('to', 'lease');
  });

  it('an offer that a teacher made by hand, when its notice is due, then the learner is told of it', async () => {
    const history = [{ what: 'offered' as const, at: begun, by: 'teacher-1' }];
    const deps = world({ awards: memoryAwards(anAward({ history })) });
    await note(deps);
    expect(await send(deps)).to.equal('sent');
    expect(messagesOf(deps).map(({ to }) => to.address)).to.deep.equal(['Ada@example.org']);
  });

  it('a learner who saw the course in French, when the notice is sent, then it is in French whatever the course speaks', async () => {
    const deps = world();
    const person = { subject: 'learner-1', locale: 'fr-CA' };
    await deps.courses.seeMember('course-1', person, asLearner, 'link-1', begun);
    await note(deps);
    await send(deps);
    expect(messagesOf(deps)[0]).to.include({ language: 'fr' });
    expect(messagesOf(deps)[0]?.text).to.contain('Bonjour Ada Learner,');
  });

  it('a learner whose address the LMS does not tell, or who has none that mail programs take, when an offer is noted, then it is kept that none can be sent, and no address', async () => {
    for (const email of [
      undefined,
      'ada',
      'ada@localhost',
      'ada@example.org\nBcc: all@example.org',
      '"a b"@example.org',
    ]) {
      const deps = world();
      await note(deps, { name: 'Ada', email });
      expect(await send(deps)).to.equal('none is due');
      expect(deps.notices.all().map(({ state, to }) => [state, to])).to.deep.equal([
        ['no-address', undefined],
      ]);
    }
  });

  it('a name without an end, with lines in it, when it is written to, then it is one short line', async () => {
    const deps = world();
    await note(deps, { ...learner, name: `Ada\r\nBcc: all@example.org ${'a'.repeat(3_000)}` });
    const { to } = deps.notices.all()[0] ?? {};
    expect(to?.name)
      .to.match(/^Ada Bcc: all@example\.org a+$/)
      .and.to.have.length(200);
  });

  it('a learner who wants no messages, when the notice is due, then none is sent; once wanted again the next offer is told', async () => {
    const deps = world();
    await note(deps);
    await send(deps);
    const code = /notices\/([0-9a-f]{96})/.exec(messagesOf(deps)[0]?.text ?? '')?.[1] ?? '';
    await changeNotices(deps, { code, wanted: false });
    const second = { ...anAward(byAcquis), id: 'award-2', version: 2 };
    await deps.awards.offer(second);
    await noteOffer(deps, second, { email: 'ada@EXAMPLE.org' });
    expect(await send(deps)).to.equal('stopped');
    expect(messagesOf(deps)).to.have.length(1);
    await changeNotices(deps, { code, wanted: true });
    expect(await deps.noticeStops.isStopped(code.slice(0, 64))).to.equal(false);
  });

  it('a learner who had enough messages today, when the notice is due, then it waits for the next day, however often', async () => {
    const deps = world({ mail: mailbox(...Array.from({ length: 20 }, () => 'too-many' as const)) });
    await note(deps);
    for (let day = 21; day < 30; day += 1) {
      expect(await send(deps)).to.equal(undefined);
      expect(deps.notices.all()[0]).to.deep.include({
        state: 'due',
        tries: 0,
        dueAt: new Date(`2026-11-${day}T00:00:00Z`),
      });
      expect(await send(deps)).to.equal('none is due');
      deps.time.now = new Date(`2026-11-${day}T00:00:00Z`);
    }
  });

  for (const [whose, award] of [
    ['that was claimed', anIssuedAward(byAcquis)],
    ['that was withdrawn', anAward({ ...byAcquis, state: 'revoked' })],
    ['made while the learner was there', anAward()],
    [
      'that a teacher has to look at first',
      anAward({ ...byAcquis, review: { state: 'open', kind: 'grade-fell', since: begun, changes: [] } }),
    ],
  ] as const) {
    it(`an offer ${whose}, when its notice is due, then nothing is sent`, async () => {
      const deps = world({ awards: memoryAwards(award) });
      await note(deps);
      expect(await send(deps)).to.equal('needless');
      expect(messagesOf(deps)).to.deep.equal([]);
    });
  }

  it('a notice whose offer is not made yet, when it is due, then it waits for it', async () => {
    const deps = world({ awards: memoryAwards() });
    await note(deps);
    expect(await send(deps)).to.equal(undefined);
    await deps.awards.offer(anAward(byAcquis));
    deps.time.now = new Date(begun.getTime() + 61_000);
    expect(await send(deps)).to.equal('sent');
  });

  it('a mail server that is away, when messages are handed to it, then they are tried for about two days, later and later', async () => {
    const deps = world({ mail: { send: async () => 'later' } });
    await note(deps);
    const pauses: number[] = [];
    let outcome = await send(deps);
    while (outcome === undefined) {
      const dueAt = deps.notices.all()[0]?.dueAt ?? begun;
      pauses.push((dueAt.getTime() - deps.time.now.getTime()) / 60_000);
      deps.time.now = dueAt;
      outcome = await send(deps);
    }
    expect(outcome).to.equal('failed');
    expect(pauses.slice(0, 5)).to.deep.equal([1, 2, 4, 8, 16]);
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / (24 * 60);
    expect(days).to.be.within(1.5, 2.5);
  });

  for (const outcome of ['refused', 'unclear'] as const) {
    it(`a message whose handing over is ${outcome}, when it ended so, then it is never tried again`, async () => {
      const deps = world({ mail: mailbox(outcome) });
      await note(deps);
      expect(await send(deps)).to.equal(outcome);
      deps.time.now = new Date(begun.getTime() + 10 * 24 * 3_600_000);
      expect(await send(deps)).to.equal('none is due');
    });
  }

  it('a worker that lost its lease, when it comes to sending, then it leaves the message to the other one', async () => {
    const deps = world();
    await note(deps);
    const [due] = await deps.notices.due(begun, 1);
    const first = await deps.notices.take(due?.id ?? '', begun, { holder: 'one', until: begun });
    const second = await deps.notices.take(due?.id ?? '', begun, {
      holder: 'two',
      until: new Date(begun.getTime() + 1_000),
    });
    if (!first || !second) throw new Error('both take it, one after the other');
    expect(await sendNotice(deps, second, 1_000)).to.equal('sent');
    expect(await sendNotice(deps, first, 1_000)).to.equal(undefined);
    expect(messagesOf(deps)).to.have.length(1);
  });

  it('a title with line breaks, when it is told, then it stays in its line', async () => {
    const deps = world();
    await note(deps, { ...learner, name: 'Ada\r\nBcc: all@example.org' });
    await send(deps);
    expect(messagesOf(deps)[0]?.text).to.contain('Hello Ada Bcc: all@example.org,');
  });
});
