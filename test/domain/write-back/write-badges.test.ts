import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { writeBadges } from '../../../src/domain/write-back/write-badges.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';

const now = new Date('2026-11-21T08:00:00Z');
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };
const on = { isOn: true, changedAt: now, changedBy: 'teacher-1' };

const claimed = (id: string, overrides: Partial<Award> = {}): Award =>
  anIssuedAward({ id, subject: `learner-of-${id}`, ...overrides });

function world(
  awards: Award[],
  script: LmsScript = {},
  { writeBack }: { writeBack?: typeof on } = { writeBack: on },
) {
  const deps = {
    lms: scriptedLms({ lineItem, ...script }),
    awards: memoryAwards(...awards),
    clock: () => now,
    base: 'https://badges.example.org',
  };
  const microCredential = aMicroCredential({ versions: [aVersion()], writeBack });
  const look = async () => {
    const all = await deps.awards.ofMicroCredential(microCredential.id);
    return writeBadges(deps, { course: aCourse(), microCredential, awards: all });
  };
  return { ...deps, look };
}

describe('badges in the gradebook', () => {
  it('claimed awards, when they are told, then each learner gets full points with the address, once', async () => {
    const { look, lms } = world([claimed('a'), claimed('b'), anAward({ id: 'c', subject: 'offered' })]);
    expect(await look()).to.deep.equal({ written: 2, trouble: undefined });
    expect(lms.scores).to.have.deep.members([
      {
        subject: 'learner-of-a',
        points: { given: 20, maximum: 20 },
        comment: 'https://badges.example.org/awards/a',
      },
      {
        subject: 'learner-of-b',
        points: { given: 20, maximum: 20 },
        comment: 'https://badges.example.org/awards/b',
      },
    ]);
    expect(await look()).to.deep.equal({ written: 0 });
    expect(lms.scores).to.have.length(2);
  });

  it('an award that was told, when it is revoked, then the points are cleared; one that never was told is left alone', async () => {
    const written = { state: 'issued' as const, at: now };
    const { look, lms, awards } = world([claimed('a', { written }), claimed('b')]);
    for (const id of ['a', 'b'])
      await awards.revoke(id, now, 'mistake', { what: 'revoked', at: now, by: 'teacher-1' });
    await look();
    expect(lms.scores).to.deep.equal([{ subject: 'learner-of-a', points: undefined, comment: '' }]);
    expect(await look()).to.deep.equal({ written: 0 });
  });

  it('a learner with a revoked award and a valid one of the next version, when they are told, then the valid one counts', async () => {
    const written = { state: 'issued' as const, at: now };
    const first = claimed('a', { subject: 'ada', written });
    const second = claimed('b', { subject: 'ada', version: 2, recipient: undefined, statusPlace: undefined });
    const { look, lms, awards } = world([first, second]);
    await awards.revoke('a', now, 'mistake', { what: 'revoked', at: now, by: 'teacher-1' });
    await look();
    expect(lms.scores.map(({ comment }) => comment)).to.deep.equal(['https://badges.example.org/awards/b']);
    await awards.revoke('b', now, 'mistake', { what: 'revoked', at: now, by: 'teacher-1' });
    await look();
    expect(lms.scores.at(-1)?.points).to.equal(undefined);
    expect(await look()).to.deep.equal({ written: 0 });
  });

  it('an award, suspended and resumed, when it is told, then is taken out of the column and put back', async () => {
    const { look, lms, awards } = world([claimed('a')]);
    await look();
    await awards.suspend('a', now, 'looked into', { what: 'suspended', at: now, by: 'teacher-1' });
    await look();
    expect(lms.scores.at(-1)?.points).to.equal(undefined);
    await awards.resume('a', now, { what: 'resumed', at: now, by: 'teacher-1' });
    await look();
    expect(lms.scores.at(-1)?.points).to.deep.equal({ given: 20, maximum: 20 });
    expect(await look()).to.deep.equal({ written: 0 });
  });

  it('an award whose correction was claimed, when it is told, then the address of the new one takes its place', async () => {
    const first = claimed('a', { subject: 'ada' });
    const correction = { of: 'a', number: 1, firstIssuedAt: now, by: 'teacher-1', reason: 'a name' };
    const second = claimed('b', { subject: 'ada', correction, recipient: undefined, statusPlace: undefined });
    const { look, lms, awards } = world([first, second]);
    const event = { what: 'superseded', at: now, by: 'teacher-1' } as const;
    await awards.supersede('a', { awardId: 'b', at: now, reason: 'a name', event, freesEmail: false });
    await look();
    expect(lms.scores.map(({ comment }) => comment)).to.deep.equal(['https://badges.example.org/awards/b']);
    expect(await look()).to.deep.equal({ written: 0 });
  });

  it('an old award that was told and a newer one that never was, when both are revoked, then the points are cleared', async () => {
    const written = { state: 'issued' as const, at: now };
    const first = claimed('a', { subject: 'ada', written });
    const second = claimed('b', { subject: 'ada', version: 2, recipient: undefined, statusPlace: undefined });
    const { look, lms, awards } = world([first, second]);
    for (const id of ['a', 'b'])
      await awards.revoke(id, now, 'mistake', { what: 'revoked', at: now, by: 'teacher-1' });
    await look();
    expect(lms.scores).to.deep.equal([{ subject: 'ada', points: undefined, comment: '' }]);
    expect(await look()).to.deep.equal({ written: 0 });
  });

  it('a person that the LMS takes no score for, when told, then is not told again', async () => {
    const { look, lms, awards } = world([claimed('a')], { score: 'refused' });
    await look();
    expect(await look()).to.deep.equal({ written: 0 });
    expect(lms.scores).to.have.length(1);
    await awards.revoke('a', now, 'mistake', { what: 'revoked', at: now, by: 'teacher-1' });
    expect(await look()).to.deep.equal({ written: 0 });
  });

  it('an LMS that is away, when it is told, then the trouble is told and nothing is noted', async () => {
    const { look, awards } = world([claimed('a')], { score: new Problem('lms-unreachable') });
    expect(await look()).to.deep.equal({ written: 0, trouble: 'lms-unreachable' });
    expect((await awards.byId('a'))?.written).to.equal(undefined);
  });

  it('a column that is there no more, when it is to be written into, then that is the trouble', async () => {
    const { look } = world([claimed('a')], { lineItem: undefined });
    expect(await look()).to.deep.equal({ written: 0, trouble: 'no-line-item' });
  });

  it('an activity where nobody wants it, or not any more, when it is looked at, then the LMS is not asked for anything', async () => {
    for (const writeBack of [undefined, { ...on, isOn: false }]) {
      const { look, lms } = world([claimed('a')], {}, { writeBack });
      expect(await look()).to.deep.equal({ written: 0 });
      expect(lms.asked).to.deep.equal([]);
    }
  });
});
