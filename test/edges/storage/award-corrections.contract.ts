import { expect } from 'chai';
import type { Award, Correction } from '../../../src/domain/awards/award.js';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';
import { aNew, anIssue, dayOfAwards as at, event } from './stored-awards.js';

export function awardCorrectionsContract(replicas: () => Replicas): void {
  describe('AwardStore: corrections and suspensions', () => {
    const anyCorrection = (of: string, number = 1): Correction => ({
      of,
      number,
      firstIssuedAt: at,
      by: 'teacher-1',
      reason: 'A misspelt name.',
      pending: true,
    });
    const superseded = { ...event('superseded'), reason: 'A misspelt name.' };

    async function issued(issue = anIssue()): Promise<Award> {
      const { awards } = replicas().one;
      const { id } = await awards.offer(aNew());
      await awards.issue(id, issue);
      return (await awards.byId(id)) ?? aNew();
    }
    const correctionOf = (old: Award, number = 1, overrides: Partial<Award> = {}): Award => {
      const { microCredentialId, institutionId } = old;
      return aNew({
        microCredentialId,
        institutionId,
        correction: anyCorrection(old.id, number),
        ...overrides,
      });
    };
    const supersede = (old: Award, awardId: string, freesEmail = false) =>
      replicas().one.awards.supersede(old.id, {
        awardId,
        at,
        reason: 'A misspelt name.',
        event: superseded,
        freesEmail,
      });

    it('a correction, offered beside the award of the same version, is there and is not the learner’s first', async () => {
      const old = await issued();
      const offer = correctionOf(old);
      const { awards } = replicas().one;
      expect(await awards.offer(offer)).to.deep.equal(offer);
      expect(await replicas().two.awards.byId(offer.id)).to.deep.equal(offer);
      const { microCredentialId, version, platformId, subject } = old;
      expect(await awards.ofLearner(microCredentialId, version, platformId, subject)).to.deep.equal(old);
      const all = await awards.ofLearnerAllVersions(microCredentialId, platformId, subject);
      expect(all.map(({ id }) => id)).to.deep.equal([offer.id, old.id]);
      expect((await awards.offer(aNew({ microCredentialId }))).id).to.equal(old.id);
    });

    it('a correction of one number, offered twenty times at once, of two versions even, is offered once', async () => {
      const old = await issued();
      const got = await atOnce(replicas(), 20, ({ awards }, n) =>
        awards.offer(correctionOf(old, 1, { version: 1 + (n % 2) })),
      );
      expect(new Set(got.map(({ id }) => id)).size).to.equal(1);
      const next = correctionOf(old, 2);
      expect((await replicas().two.awards.offer(next)).id).to.equal(next.id);
    });

    it('an award, superseded by twenty at once, is so once, and counts as revoked everywhere', async () => {
      const old = await issued();
      const listId = old.statusPlace?.listId ?? '';
      const newId = randomId();
      const all = await atOnce(replicas(), 20, () => supersede(old, newId));
      expect(all.filter(Boolean)).to.have.length(1);
      const { awards } = replicas().two;
      expect(await awards.byId(old.id)).to.deep.equal({
        ...old,
        state: 'revoked',
        revokedAt: at,
        revocationReason: 'A misspelt name.',
        supersededBy: newId,
        stateChangedAt: at,
        history: [...old.history, superseded],
      });
      expect(await awards.revokedPlaces(listId)).to.deep.equal([old.statusPlace?.index]);
      expect(await awards.statusFingerprint(listId)).to.equal('1');
      expect(await awards.revokedOf(old.institutionId)).to.deep.equal([
        { id: old.id, revokedAt: at, reason: 'A misspelt name.', supersededBy: newId },
      ]);
    });

    it('an award that is no longer issued, or was not yet, cannot be superseded', async () => {
      const old = await issued();
      await replicas().two.awards.revoke(old.id, at, 'Gone.', event('revoked'));
      expect(await supersede(old, randomId())).to.equal(false);
      expect((await replicas().two.awards.byId(old.id))?.revocationReason).to.equal('Gone.');
      const offer = await replicas().one.awards.offer(aNew());
      expect(await supersede(offer, randomId())).to.equal(false);
    });

    it('an e-mail address, kept by the old award, needs no second key, and is free when it was typed wrong', async () => {
      const emailKey = randomId();
      const old = await issued(anIssue({ emailKey }));
      const { awards } = replicas().one;
      const offer = await awards.offer(correctionOf(old));
      const { recipient, ...issue } = anIssue();
      const withoutKey = { ...recipient };
      delete withoutKey.emailKey;
      expect(await awards.issue(offer.id, { ...issue, recipient: withoutKey })).to.equal('issued');
      await supersede(old, offer.id);
      const holder = () => replicas().two.awards.issuedToEmail(old.microCredentialId, 1, emailKey);
      expect((await holder())?.id).to.equal(old.id);
      const typed = await issued(anIssue({ emailKey: randomId() }));
      await supersede(typed, randomId(), true);
      expect((await awards.byId(typed.id))?.recipient).not.to.have.property('emailKey');
    });

    it('a claimed correction is pending until it is ended; an offered one is not yet', async () => {
      const old = await issued();
      const { awards } = replicas().one;
      const offer = await awards.offer(correctionOf(old));
      const isPending = async (): Promise<boolean> =>
        (await replicas().two.awards.pendingCorrections()).some(({ id }) => id === offer.id);
      expect(await isPending()).to.equal(false);
      await awards.issue(offer.id, anIssue());
      expect(await isPending()).to.equal(true);
      await awards.endCorrection(offer.id);
      expect(await isPending()).to.equal(false);
      expect((await awards.byId(offer.id))?.correction).to.deep.equal({
        of: old.id,
        number: 1,
        firstIssuedAt: at,
        by: 'teacher-1',
        reason: 'A misspelt name.',
      });
    });

    it('an award, suspended and resumed by twenty at once, is so once each, and the fingerprint never comes back', async () => {
      const award = await issued();
      const listId = award.statusPlace?.listId ?? '';
      const { awards } = replicas().one;
      const fingerprints = [await awards.statusFingerprint(listId)];
      for (const round of [1, 2]) {
        const suspended = await atOnce(replicas(), 20, (one) =>
          one.awards.suspend(award.id, at, 'Looked into.', event('suspended')),
        );
        expect(suspended.filter(Boolean), `round ${round}`).to.have.length(1);
        fingerprints.push(await awards.statusFingerprint(listId));
        expect(await awards.revokedPlaces(listId)).to.deep.equal([award.statusPlace?.index]);
        expect(await awards.revokedOf(award.institutionId)).to.deep.equal([
          { id: award.id, revokedAt: at, reason: 'Looked into.', suspended: true },
        ]);
        const resumed = await atOnce(replicas(), 20, (one) =>
          one.awards.resume(award.id, at, event('resumed')),
        );
        expect(resumed.filter(Boolean), `round ${round}`).to.have.length(1);
        fingerprints.push(await awards.statusFingerprint(listId));
        expect(await awards.revokedPlaces(listId)).to.deep.equal([]);
        expect(await awards.revokedOf(award.institutionId)).to.deep.equal([]);
      }
      expect(new Set(fingerprints).size).to.equal(5);
      const both = ['suspended', 'resumed'] as const;
      expect(await replicas().two.awards.byId(award.id)).to.deep.equal({
        ...award,
        suspensionWrites: 4,
        history: [...award.history, ...[...both, ...both].map(event)],
      });
    });

    it('a suspended award, revoked, is revoked and no longer suspended; an offer cannot be suspended', async () => {
      const award = await issued();
      const { awards } = replicas().one;
      await awards.suspend(award.id, at, 'Looked into.', event('suspended'));
      expect(await awards.writeReview(award.id, undefined, {})).to.equal(false);
      expect(await awards.revoke(award.id, at, 'Gone.', event('revoked'))).to.equal(true);
      expect(await awards.resume(award.id, at, event('resumed'))).to.equal(false);
      const found = await replicas().two.awards.byId(award.id);
      expect(found)
        .to.include({ state: 'revoked', revocationReason: 'Gone.' })
        .and.not.have.property('suspension');
      const offer = await awards.offer(aNew());
      expect(await awards.suspend(offer.id, at, 'No.', event('suspended'))).to.equal(false);
    });
  });
}
