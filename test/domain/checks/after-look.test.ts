import { expect } from 'chai';
import { afterLook, longest, mostTries, shortest } from '../../../src/domain/checks/after-look.js';
import type { CheckOutcome } from '../../../src/domain/checks/check-course.js';
import type { CourseCheck } from '../../../src/domain/checks/course-check.js';
import { aCheck } from '../../support/builders/a-check.js';

const at = new Date('2026-11-20T08:00:00Z');
const minute = 60_000;
const seen = { fingerprint: 'f', lists: [{ list: '', size: 3 }] };
const looked = (changed: boolean): CheckOutcome & { kind: 'looked' } => ({
  kind: 'looked',
  changed,
  offered: 0,
  seen,
});
const failed: CheckOutcome & { kind: 'failed' } = { kind: 'failed', trouble: 'lms-unreachable', offered: 0 };
const middle = 0.5;

/** The pauses in minutes between looks that all go the same way. */
function pauses(outcome: Parameters<typeof afterLook>[1], count: number, chance: number): number[] {
  let check: CourseCheck = aCheck();
  return Array.from({ length: count }, () => {
    check = { ...check, ...afterLook(check, outcome, at, chance) };
    return (check.dueAt.getTime() - at.getTime()) / minute;
  });
}

describe('the time of the next look', () => {
  it('a course, when nothing changes, then is looked at less and less often, up to six hours', () => {
    expect(pauses(looked(false), 11, middle)).to.deep.equal([2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
  });

  it('a course, when results come in, then is looked at each minute, however long nothing had changed', () => {
    expect(pauses(looked(true), 3, middle)).to.deep.equal([1, 1, 1]);
    const standing = afterLook(aCheck({ interval: longest, tries: 4, doubts: 2 }), looked(true), at, middle);
    expect(standing).to.deep.equal({
      state: 'waiting',
      interval: shortest,
      dueAt: new Date(at.getTime() + minute),
      lookedAt: at,
      seen,
      trouble: undefined,
      tries: 0,
      doubts: 0,
    });
  });

  it('courses that were looked at together, when nothing changes, then come back within a tenth of their time', () => {
    expect(pauses(looked(false), 1, 0)[0]).to.equal(1.8);
    expect(pauses(looked(false), 1, 1)[0]).to.equal(2.2);
  });

  it('an LMS that is away, when it stays so, then is asked later and later, and not at all after ten times', () => {
    expect(pauses(failed, 9, 0)).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 128, 256]);
    expect(pauses(failed, 9, 1)).to.deep.equal([0.5, 1, 2, 4, 8, 16, 32, 64, 128]);
    const before = aCheck({ tries: mostTries - 2, lookedAt: at, seen });
    const last = afterLook(before, failed, at, middle);
    expect(last).to.deep.include({
      state: 'waiting',
      tries: 9,
      trouble: 'lms-unreachable',
      lookedAt: at,
      seen,
    });
    expect(afterLook({ ...before, ...last }, failed, at, middle)).to.deep.include({
      state: 'stopped',
      tries: 10,
      dueAt: at,
    });
  });

  it('an LMS that asks to wait, when it is tried again, then not before, but after six hours at the latest', () => {
    const busy = (minutes: number) => ({ ...failed, trouble: 'lms-busy' as const, waitMs: minutes * minute });
    expect(pauses(busy(10), 6, 0)).to.deep.equal([10, 10, 10, 10, 16, 32]);
    expect(pauses(busy(24 * 60), 2, 0)).to.deep.equal([360, 360]);
  });

  it('an LMS that was away, when it answers, then its failures are forgotten', () => {
    const after = afterLook(aCheck({ tries: 9, trouble: 'lms-refused' }), looked(false), at, middle);
    expect(after).to.deep.include({ tries: 0, trouble: undefined, state: 'waiting' });
  });

  it('a list that was not believed, when it is read, then is read again in a minute, and what was known stays', () => {
    const before = aCheck({ interval: longest, doubts: 1, lookedAt: new Date(0), seen });
    expect(afterLook(before, { kind: 'doubtful' }, at, middle)).to.deep.include({
      doubts: 2,
      interval: longest,
      dueAt: new Date(at.getTime() + minute),
      lookedAt: new Date(0),
      seen,
    });
  });

  it('a suspended LMS, when its course is due, then is left alone for hours', () => {
    const after = afterLook(aCheck({ seen }), { kind: 'resting' }, at, middle);
    expect(after.dueAt.getTime() - at.getTime()).to.equal(longest);
    expect(after).to.deep.include({ state: 'waiting', seen });
  });
});
