import { expect } from 'chai';
import type { AwardReview } from '../../../src/domain/awards/award-review.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { anAward } from '../../support/builders/an-award.js';
import { atOnce, type Replicas } from './replicas.js';
import { aNew, anIssue, dayOfAwards, event } from './stored-awards.js';

export function awardReviewsContract(replicas: () => Replicas): void {
  describe('AwardStore: reviews', () => {
    const since = dayOfAwards;
    const missing = { changes: [{ place: -1, told: 'left' }], since };
    const review: AwardReview = {
      state: 'open',
      kind: 'grade-fell',
      since,
      changes: [{ place: 0, told: '["score-below",["score",4]]' }],
      now: anAward().basis,
    };
    const decision = { by: { subject: 'teacher-1', name: 'Tess Teacher' }, at: since, reason: 'A slip.' };
    const opened = { review, event: event('review-opened') };

    const offered = (): Promise<Award> => replicas().one.awards.offer(aNew());
    const found = async ({ id }: Award): Promise<Award | undefined> => replicas().two.awards.byId(id);

    it('what a look noticed, written, is there; a review written after it takes its place', async () => {
      const award = await offered();
      const { awards } = replicas().one;
      expect(await awards.writeReview(award.id, undefined, { missing })).to.equal(true);
      expect(await found(award)).to.deep.equal({ ...award, missing, reviewWrites: 1 });
      expect(await awards.writeReview(award.id, 1, opened)).to.equal(true);
      const history = [...award.history, event('review-opened')];
      expect(await found(award)).to.deep.equal({ ...award, review, reviewWrites: 2, history });
      expect(await replicas().two.awards.ofMicroCredential(award.microCredentialId)).to.deep.equal([
        { ...award, review, reviewWrites: 2, history },
      ]);
      const kept: AwardReview = { ...review, state: 'kept', decision };
      expect(await awards.writeReview(award.id, 2, { review: kept })).to.equal(true);
      expect((await found(award))?.review).to.deep.equal(kept);
      expect(await awards.writeReview(award.id, 3, {})).to.equal(true);
      expect(await found(award)).to.deep.equal({ ...award, reviewWrites: 4, history });
    });

    it('a review, opened by twenty at once, is opened once, with one event', async () => {
      for (const writes of [undefined, 1]) {
        const award = await offered();
        if (writes) await replicas().one.awards.writeReview(award.id, undefined, { missing });
        const all = await atOnce(replicas(), 20, ({ awards }) =>
          awards.writeReview(award.id, writes, opened),
        );
        expect(all.filter(Boolean)).to.have.length(1);
        expect((await found(award))?.history.map(({ what }) => what)).to.deep.equal([
          'offered',
          'review-opened',
        ]);
      }
    });

    it('a review, written by somebody who read what is older, is not written', async () => {
      const award = await offered();
      const { awards } = replicas().one;
      await awards.writeReview(award.id, undefined, opened);
      for (const writes of [undefined, 0, 2])
        expect(await awards.writeReview(award.id, writes, { missing }), String(writes)).to.equal(false);
      expect((await found(award))?.review).to.deep.equal(review);
      expect(await awards.writeReview('nobody', undefined, opened)).to.equal(false);
    });

    it('an award in review, claimed and revoked, keeps the review; revoked, it takes no other', async () => {
      const award = await offered();
      const { awards } = replicas().one;
      await awards.writeReview(award.id, undefined, opened);
      const issue = anIssue();
      expect(await awards.issue(award.id, issue)).to.equal('issued');
      expect(await found(award)).to.deep.include({ state: 'issued', review, claimBasis: issue.claimBasis });
      expect(await awards.revoke(award.id, since, 'Copied.', event('revoked'))).to.equal(true);
      expect(await awards.writeReview(award.id, 1, { missing })).to.equal(false);
      expect(await found(award)).to.deep.include({ state: 'revoked', review, reviewWrites: 1 });
    });

    it('awards of a micro-credential, counted, are those with an open review that are not revoked', async () => {
      const { awards } = replicas().one;
      const first = await offered();
      const { microCredentialId } = first;
      const more = await Promise.all(
        ['b', 'c', 'd', 'e'].map((subject) => awards.offer(aNew({ microCredentialId, subject }))),
      );
      const [kept, ended, revoked] = more.map(({ id }) => id) as [string, string, string];
      expect(await awards.countOpenReviews(microCredentialId)).to.equal(0);
      for (const id of [first.id, kept, ended, revoked]) await awards.writeReview(id, undefined, opened);
      expect(await replicas().two.awards.countOpenReviews(microCredentialId)).to.equal(4);
      await awards.writeReview(kept, 1, { review: { ...review, state: 'kept', decision } });
      await awards.writeReview(ended, 1, { review: { ...review, state: 'ended' } });
      await awards.revoke(revoked, since, 'Copied.', event('revoked'));
      expect(await replicas().two.awards.countOpenReviews(microCredentialId)).to.equal(1);
    });

    it('a review, written while twenty revoke, is written before the revocation or not at all', async () => {
      const award = await offered();
      const all = await atOnce(replicas(), 20, ({ awards }, n) =>
        n === 7
          ? awards.writeReview(award.id, undefined, opened)
          : awards.revoke(award.id, since, 'Copied.', event('revoked')),
      );
      const history = (await found(award))?.history.map(({ what }) => what);
      expect(history).to.deep.equal(
        all[7] ? ['offered', 'review-opened', 'revoked'] : ['offered', 'revoked'],
      );
    });
  });
}
