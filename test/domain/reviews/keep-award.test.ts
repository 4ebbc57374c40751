import { expect } from 'chai';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import { openReview } from '../../../src/domain/awards/award-review.js';
import { keepAward } from '../../../src/domain/reviews/keep-award.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
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
