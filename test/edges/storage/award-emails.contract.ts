import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';
import { aNew, anIssue, dayOfAwards as at, event } from './stored-awards.js';
import { without } from './without.js';

export function awardEmailsContract(replicas: () => Replicas): void {
  describe('AwardStore: one e-mail address, one award of a version', () => {
    async function offered(overrides: Partial<Award> = {}): Promise<Award> {
      return replicas().one.awards.offer(aNew(overrides));
    }
    const typed = (emailKey: string) => ({
      ...anIssue({ emailKey }).recipient,
      emailFrom: 'learner' as const,
    });

    it('two awards of one version, issued to one e-mail by two replicas at once, are one issued', async () => {
      const first = await offered();
      const second = await offered({ microCredentialId: first.microCredentialId, subject: 'other-account' });
      const emailKey = randomId();
      const results = await Promise.all([
        replicas().one.awards.issue(first.id, anIssue({ emailKey })),
        replicas().two.awards.issue(second.id, anIssue({ emailKey })),
      ]);
      expect(results).to.have.members(['issued', 'email-used']);
      const holder = await replicas().one.awards.issuedToEmail(first.microCredentialId, 1, emailKey);
      expect(holder?.id).to.equal(results[0] === 'issued' ? first.id : second.id);
      const loser = await replicas().one.awards.byId(results[0] === 'issued' ? second.id : first.id);
      expect(loser).to.deep.equal(results[0] === 'issued' ? second : first);
    });

    it('an e-mail that the LMS told, its award revoked, claimed again from another account, is still used', async () => {
      const first = await offered();
      const second = await offered({ microCredentialId: first.microCredentialId, subject: 'other-account' });
      const emailKey = randomId();
      const { awards } = replicas().one;
      await awards.issue(first.id, anIssue({ emailKey }));
      await awards.revoke(first.id, at, 'Plagiarism.', event('revoked'));
      expect((await awards.issuedToEmail(first.microCredentialId, 1, emailKey))?.id).to.equal(first.id);
      expect(await awards.issue(second.id, anIssue({ emailKey }))).to.equal('email-used');
    });

    it('an e-mail that the learner typed, its award revoked, claimed by twenty at once, is issued to one', async () => {
      const first = await offered();
      const { microCredentialId } = first;
      const emailKey = randomId();
      const recipient = typed(emailKey);
      const { awards } = replicas().one;
      await awards.issue(first.id, anIssue({ recipient }));
      const offers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => offered({ microCredentialId, subject: `account-${n}` })),
      );
      expect(await awards.issue(offers[0]?.id ?? '', anIssue({ emailKey }))).to.equal('email-used');
      expect(await awards.revoke(first.id, at, 'Not theirs.', event('revoked'))).to.equal(true);
      expect((await awards.byId(first.id))?.recipient).to.deep.equal(without(recipient, 'emailKey'));
      expect(await awards.issuedToEmail(microCredentialId, 1, emailKey)).to.equal(undefined);
      const results = await atOnce(replicas(), 20, (storage, n) =>
        storage.awards.issue(offers[n]?.id ?? '', anIssue({ emailKey })),
      );
      expect(results.filter((result) => result === 'issued')).to.have.length(1);
      expect(results.filter((result) => result === 'email-used')).to.have.length(19);
    });

    it('an award with a typed e-mail, issued and revoked at once, is never revoked and holds its e-mail', async () => {
      for (let round = 0; round < 10; round += 1) {
        const award = await offered();
        const [, revoked] = await Promise.all([
          replicas().one.awards.issue(award.id, anIssue({ recipient: typed(randomId()) })),
          replicas().two.awards.revoke(award.id, at, 'Not theirs.', event('revoked')),
        ]);
        expect(revoked).to.equal(true);
        const now = await replicas().one.awards.byId(award.id);
        expect(now?.state).to.equal('revoked');
        expect(now?.recipient?.emailKey).to.equal(undefined);
      }
    });

    it('awards of two versions, issued to one e-mail, are both issued', async () => {
      const first = await offered();
      const second = await offered({ microCredentialId: first.microCredentialId, version: 2 });
      const emailKey = randomId();
      expect(await replicas().one.awards.issue(first.id, anIssue({ emailKey }))).to.equal('issued');
      expect(await replicas().one.awards.issue(second.id, anIssue({ emailKey }))).to.equal('issued');
    });
  });
}
