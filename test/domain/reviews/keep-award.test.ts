import { expect } from 'chai';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { openReview, type AwardReview } from '../../../src/domain/awards/award-review.js';
import { keepAward } from '../../../src/domain/reviews/keep-award.js';
import { keepWhoLeft } from '../../../src/domain/reviews/keep-who-left.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { graded, happened, lookedAtCourse } from './looked-at-course.js';

describe('a review, when a teacher decides', () => {
  async function reviewed() {
    const world = lookedAtCourse({ lms: { results: graded(9) } });
    const { id, reviewWrites = 0 } = await world.look();
    const input = { awardId: id, visit: aTeacherVisit(), seen: reviewWrites, reason: ' A slip in marking. ' };
    return { ...world, input };
  }

  it('to keep it, then the award stands, with who, when and why', async () => {
    const { deps, input, kept } = await reviewed();
    await keepAward(deps, input);
    const award = await kept();
    expect(award.state).to.equal('issued');
    expect(openReview(award)).to.equal(undefined);
    const { by, reason, at } = award.review?.decision ?? {};
    expect({ by, reason }).to.deep.equal({
      by: { subject: 'teacher-1', name: 'Tess Teacher' },
      reason: 'A slip in marking.',
    });
    expect(award.history.at(-1)).to.deep.equal({ what: 'kept', at, by: 'teacher-1', reason });
  });

  it('to keep it and to revoke it at once, then one of them happens', async () => {
    const { deps, input, kept } = await reviewed();
    const { awardId, visit } = input;
    await Promise.allSettled([
      keepAward(deps, input),
      keepAward(deps, { ...input, reason: 'Another one.' }),
      revokeAward(deps, { awardId, visit, reason: 'The project was copied.' }),
    ]);
    const award = await kept();
    expect(happened(award).filter((what) => what === 'kept').length).to.be.at.most(1);
    expect(openReview(award)).to.equal(undefined);
  });

  it('about something that has changed since, or was decided, then nothing happens', async () => {
    const { deps, input, kept, look, lms } = await reviewed();
    lms.results = graded(2);
    const changed = await look();
    expect((await thrownProblem(() => keepAward(deps, input))).code).to.equal('award-move-not-allowed');
    expect(await kept()).to.deep.equal(changed);
    const now = { ...input, seen: changed.reviewWrites ?? 0 };
    await keepAward(deps, now);
    expect((await thrownProblem(() => keepAward(deps, now))).code).to.equal('award-move-not-allowed');
    await revokeAward(deps, { awardId: input.awardId, visit: input.visit, reason: 'Copied.' });
    const seen = { ...input, seen: (await kept()).reviewWrites ?? 0 };
    expect((await thrownProblem(() => keepAward(deps, seen))).code).to.equal('award-move-not-allowed');
  });

  it('without a reason, in another course, or as a learner, then nothing happens', async () => {
    const { deps, input, kept } = await reviewed();
    const before = await kept();
    const refused = async (change: Partial<typeof input>): Promise<string> =>
      (await thrownProblem(() => keepAward(deps, { ...input, ...change }))).code;
    expect(await refused({ reason: ' \n ' })).to.equal('request-invalid');
    expect(await refused({ reason: 'x'.repeat(1001) })).to.equal('request-invalid');
    expect(await refused({ visit: aTeacherVisit({ courseId: 'course-2' }) })).to.equal('not-permitted');
    expect(await refused({ visit: aVisit() })).to.equal('not-permitted');
    expect(await refused({ awardId: 'award-0000000000000009' })).to.equal('not-found');
    expect(await kept()).to.deep.equal(before);
  });

  it('to revoke it, then the review is over and is not opened again', async () => {
    const { deps, input, kept, look } = await reviewed();
    await revokeAward(deps, { awardId: input.awardId, visit: input.visit, reason: 'Copied.' });
    expect(openReview(await kept())).to.equal(undefined);
    expect(happened(await look())).to.deep.equal(['review-opened', 'revoked']);
  });
});

describe('those who left the course, when a teacher lets them all stand', () => {
  const gone = (subject: string, more: Partial<Award> = {}): Award =>
    anIssuedAward({
      id: `award-of-${subject}`,
      subject,
      reviewWrites: 1,
      review: { state: 'open', kind: 'left-course', since: noticed, changes: [{ place: -1, told: 'left' }] },
      ...more,
    });
  const noticed = new Date('2026-11-24T08:00:00Z');
  const later = new Date('2026-11-24T09:00:00Z');
  const input = {
    visit: aTeacherVisit(),
    microCredential: aMicroCredential(),
    until: noticed,
    reason: 'The term is over.',
  };
  const awards = () =>
    memoryAwards(
      gone('a'),
      gone('b'),
      gone('later', { review: { ...gone('x').review, since: later } as AwardReview }),
      gone('graded', {
        review: {
          ...gone('x').review,
          changes: [
            { place: 0, told: 'fell' },
            { place: -1, told: 'left' },
          ],
        } as AwardReview,
      }),
      gone('revoked', { state: 'revoked' }),
      gone('elsewhere', { platformId: 'platform-2' }),
    );

  it('then those alone are kept of whom nothing else has changed, and whom the teacher saw', async () => {
    const deps = { awards: awards(), clock: () => later };
    expect(await keepWhoLeft(deps, input)).to.equal(2);
    const all = await deps.awards.ofMicroCredential('micro-credential-1');
    expect(all.filter(({ review }) => review?.state === 'kept').map(({ subject }) => subject)).to.deep.equal([
      'a',
      'b',
    ]);
    expect(all[0]?.review?.decision).to.deep.include({ reason: 'The term is over.', at: later });
    expect(await keepWhoLeft(deps, input)).to.equal(0);
  });

  it('without a reason, or from another course, then nothing happens', async () => {
    const deps = { awards: awards(), clock: () => later };
    const refused = async (change: Partial<typeof input>): Promise<string> =>
      (await thrownProblem(() => keepWhoLeft(deps, { ...input, ...change }))).code;
    expect(await refused({ reason: ' ' })).to.equal('request-invalid');
    expect(await refused({ visit: aTeacherVisit({ courseId: 'course-2' }) })).to.equal('not-permitted');
    expect(await refused({ visit: aVisit() })).to.equal('not-permitted');
    expect(await deps.awards.countOpenReviews('micro-credential-1')).to.equal(5);
  });
});
