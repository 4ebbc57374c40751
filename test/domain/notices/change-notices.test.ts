import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { resumeAward, suspendAward } from '../../../src/domain/awards/suspend-award.js';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import { settleCorrection } from '../../../src/domain/awards/supersede-award.js';
import type { ToldChange } from '../../../src/domain/awards/tell-learner.js';
import { learnerIsTold } from '../../../src/domain/notices/learner-is-told.js';
import { changeText } from '../../../src/domain/notices/notice-text.js';
import { changeTeller } from '../../../src/domain/notices/note-change.js';
import { stopCode } from '../../../src/domain/notices/stop-address.js';
import { changeNotices } from '../../../src/domain/notices/stop-notices.js';
import { emailKeyOf } from '../../../src/domain/awards/confirmed-identity.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, aTeacherVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { begun, mailbox, messagesOf, send, world, type World } from './notice-world.js';

const held = anIssuedAward();
const page = `https://badges.example.org/awards/${held.id}`;
const about = { awardId: held.id, visit: aTeacherVisit() };
const suspension = { ...about, reason: 'The exam is being\nlooked into.' };
const typed = (): Award => {
  const { recipient } = held;
  return recipient ? anIssuedAward({ recipient: { ...recipient, emailFrom: 'learner' } }) : held;
};

/** One award that a learner holds, and a correction of it that is claimed but not settled. */
function holding(overrides: Parameters<typeof world>[0] = {}, ...more: Award[]) {
  const deps = world({ awards: memoryAwards(held, ...more), ...overrides });
  const later = (minutes: number): void => {
    deps.time.now = new Date(deps.time.now.getTime() + minutes * 60_000);
  };
  return { ...deps, later, tellLearner: changeTeller(deps) };
}

const only = (deps: World) => {
  const [message, ...others] = messagesOf(deps);
  expect(others).to.deep.equal([]);
  if (!message) throw new Error('nothing was sent');
  return message;
};

describe('a notice of what became of an award', () => {
  it('an award that a teacher suspends, when the notice is due, then one message tells since when, why, what it means, where and whom to ask', async () => {
    const deps = holding({
      institutions: memoryInstitutions(anInstitution({ email: 'office@example.org' })),
    });
    await suspendAward(deps, suspension);
    expect(await send(deps)).to.equal('sent');
    expect(await send(deps)).to.equal('none is due');
    const { subject, to, text } = only(deps);
    expect(subject).to.equal('Your micro-credential “Data literacy” is suspended');
    expect(to).to.deep.equal({ address: 'ada@example.org', name: 'Ada Learner' });
    expect(text)
      .to.contain('Hello Ada Learner,')
      .and.to.contain('On 20 November 2026 a teacher')
      .and.to.contain('Reason: The exam is being looked into.\n')
      .and.to.contain('nobody can rely on it')
      .and.to.contain(page)
      .and.to.contain('ask a teacher of the course')
      .and.to.contain('write to office@example.org')
      .and.to.match(/https:\/\/badges\.example\.org\/notices\/[0-9a-f]{96}\n$/);
    expect(deps.notices.all()[0]).to.not.have.any.keys('to', 'lease');
  });

  it('a learner who saw the course in French, when the award is revoked, then the message is in French, with the reason', async () => {
    const deps = holding();
    await deps.courses.seeMember(
      'course-1',
      { subject: 'learner-1', locale: 'fr' },
      asLearner,
      'link-1',
      begun,
    );
    await revokeAward(deps, { ...about, reason: 'Copié.' });
    await send(deps);
    expect(only(deps).language).to.equal('fr');
    expect(only(deps).text).to.contain('Le 20 novembre 2026').and.to.contain('Motif : Copié.');
  });

  it('an award that is resumed before its suspension was told, when both are due, then only the resumption is told, without the reason that is kept for teachers', async () => {
    const deps = holding();
    await suspendAward(deps, suspension);
    deps.later(1);
    await resumeAward(deps, { ...about, reason: 'Nothing was found.' });
    expect(await send(deps)).to.equal('needless');
    expect(await send(deps)).to.equal('sent');
    expect(only(deps).subject).to.contain('no longer suspended');
    expect(only(deps).text).to.not.contain('Nothing was found').and.not.contain('Reason');
  });

  it('a correction that waits, when its notice is due, then it says where to claim it and that the old one stands; once taken back or claimed, then nothing', async () => {
    const offer = anAward({
      id: 'award-0000000000000002',
      offeredAt: begun,
      history: [{ what: 'offered', at: begun, by: 'teacher-1', reason: 'A name.' }],
      correction: { of: held.id, number: 1, firstIssuedAt: begun, by: 'teacher-1', reason: 'A name.' },
    });
    const deps = holding({}, offer);
    const tell = () =>
      deps.tellLearner?.({ award: offer, what: 'corrected', at: begun, recipient: held.recipient });
    await tell();
    expect(await send(deps)).to.equal('sent');
    expect(only(deps).text)
      .to.contain('Reason: A name.')
      .and.to.contain('the activity “Claim your badge”')
      .and.to.contain('https://moodle.example.org/course/view.php?id=2')
      .and.to.contain('stands as it is')
      .and.to.contain(page);
    for (const state of ['revoked', 'issued'] as const) {
      const other = holding({}, { ...offer, state });
      await other.tellLearner?.({ award: offer, what: 'corrected', at: begun, recipient: held.recipient });
      expect(await send(other)).to.equal('needless');
    }
    const fallen = holding({ awards: memoryAwards({ ...held, state: 'suspended' }, offer) });
    await fallen.tellLearner?.({ award: offer, what: 'corrected', at: begun, recipient: held.recipient });
    expect(await send(fallen)).to.equal('needless');
  });

  it('a correction that was claimed, when it is settled twice, then one message leads to the page of the new award', async () => {
    const made = anIssuedAward({
      id: 'award-0000000000000002',
      correction: {
        of: held.id,
        number: 1,
        firstIssuedAt: begun,
        by: 'teacher-1',
        reason: 'A name.',
        pending: true,
      },
    });
    const deps = holding({}, made);
    await settleCorrection(deps, made);
    deps.later(1);
    await settleCorrection(deps, made);
    expect(await send(deps)).to.equal('sent');
    expect(await send(deps)).to.equal('none is due');
    expect(only(deps).subject).to.contain('was replaced by its correction');
    expect(only(deps).text).to.contain(`/awards/${made.id}`).and.not.contain(page);
  });

  it('a second press that changes nothing, when its notice is due, then it is tried again for a while and nothing is sent', async () => {
    const deps = holding();
    await suspendAward(deps, suspension);
    await send(deps);
    deps.later(1);
    expect((await thrownProblem(() => suspendAward(deps, suspension))).code).to.equal(
      'award-move-not-allowed',
    );
    let outcome = await send(deps);
    while (outcome === undefined) {
      deps.later(6 * 60);
      outcome = await send(deps);
    }
    expect(outcome).to.equal('needless');
    expect(messagesOf(deps)).to.have.length(1);
  });

  it('an address that the learner typed, when the award is suspended, then nothing is sent there, and it is kept that none could be', async () => {
    const deps = holding({ awards: memoryAwards(typed()) });
    await suspendAward(deps, suspension);
    expect(await send(deps)).to.equal('none is due');
    expect(deps.notices.all().map(({ state, to }) => [state, to])).to.deep.equal([['no-address', undefined]]);
    expect(JSON.stringify(deps.notices.all())).to.not.contain('ada@');
  });

  it('an offer that is taken back, when a teacher does so, then no message is due', async () => {
    const deps = holding({ awards: memoryAwards(anAward()) });
    await revokeAward(deps, { ...about, reason: 'By mistake.' });
    expect(deps.notices.all()).to.deep.equal([]);
  });

  it('a mail server that takes nothing, when an award is revoked, then it is revoked at once, and the message waits', async () => {
    const deps = holding({ mail: mailbox('later') });
    expect((await revokeAward(deps, { ...about, reason: 'Copied.' })).state).to.equal('revoked');
    expect(messagesOf(deps)).to.deep.equal([]);
    expect(await send(deps)).to.equal(undefined);
    expect(deps.notices.all()[0]).to.include({ state: 'due', tries: 1 });
  });

  it('a change on the first of a month, when it is told in French, then the day is an ordinal', () => {
    const at = new Date('2027-01-01T08:00:00Z');
    const told = { title: 'Données', institution: 'Université', course: 'Cours', stopUrl: '', page };
    expect(changeText('fr', { ...told, what: 'resumed', at }).text).to.contain('1er janvier 2027');
  });

  it('each change, when it is told in either language, then no sentence lacks a word', async () => {
    const changes: [ToldChange, Award][] = [
      ['suspended', { ...held, state: 'suspended' }],
      ['resumed', held],
      ['revoked', { ...held, state: 'revoked' }],
      ['superseded', { ...held, state: 'revoked', supersededBy: 'award-0000000000000002' }],
    ];
    for (const locale of ['en', 'fr'])
      for (const [what, award] of changes) {
        const history = [...held.history, { what, at: begun, by: 'teacher-1' }] as Award['history'];
        const deps = holding({ awards: memoryAwards({ ...award, history }) });
        await deps.courses.seeMember(
          'course-1',
          { subject: 'learner-1', locale },
          asLearner,
          'link-1',
          begun,
        );
        await deps.tellLearner?.({ award, what, at: begun, recipient: held.recipient });
        expect(await send(deps), what).to.equal('sent');
        expect(only(deps).text, what).to.not.match(/undefined|Reason|Motif|null/);
      }
  });
});

describe('whether a learner will be told', () => {
  it('when no mail server is set, the LMS told no address, or the learner wants none, then not, and else', async () => {
    const deps = holding();
    const { recipient } = held;
    const key = emailKeyOf('ada@example.org', deps.emailPepper);
    expect(await learnerIsTold(deps, recipient)).to.equal('told');
    expect(await learnerIsTold({ ...deps, notices: undefined }, recipient)).to.equal('off');
    expect(await learnerIsTold(deps, typed().recipient)).to.equal('no-address');
    await changeNotices(deps, { code: stopCode(key, deps.emailPepper), wanted: false });
    expect(await learnerIsTold(deps, recipient)).to.equal('stopped');
    expect(changeTeller({ ...deps, notices: undefined })).to.equal(undefined);
  });
});
