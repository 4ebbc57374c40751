import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { randomId } from '../../../src/shared/ids.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { aNew, anIssue, dayOfAwards, event } from './stored-awards.js';
import { atOnce, type Replicas } from './replicas.js';
import { without } from './without.js';

export function awardStoreContract(replicas: () => Replicas): void {
  describe('AwardStore', () => {
    const at = dayOfAwards;

    async function offered(overrides: Partial<Award> = {}): Promise<Award> {
      return replicas().one.awards.offer(aNew(overrides));
    }

    it('an award, offered, is found as it was, whichever way it is asked for', async () => {
      const award = aNew();
      const { awards } = replicas().one;
      expect(await awards.offer(award)).to.deep.equal(award);
      const { microCredentialId, version, platformId, subject } = award;
      expect(await replicas().two.awards.byId(award.id)).to.deep.equal(award);
      expect(await awards.ofLearner(microCredentialId, version, platformId, subject)).to.deep.equal(award);
      expect(await awards.ofLearnerAllVersions(microCredentialId, platformId, subject)).to.deep.equal([
        award,
      ]);
      expect(await awards.ofMicroCredential(microCredentialId)).to.deep.equal([award]);
      expect(await awards.byId('nobody')).to.equal(undefined);
    });

    it('a learner, offered a version twenty times at once, has one award and everybody gets it', async () => {
      const microCredentialId = randomId();
      const got = await atOnce(replicas(), 20, ({ awards }) => awards.offer(aNew({ microCredentialId })));
      expect(new Set(got.map(({ id }) => id)).size).to.equal(1);
      expect(await replicas().one.awards.ofMicroCredential(microCredentialId)).to.have.length(1);
    });

    it('one learner with awards of two versions, asked for all, gets the newest first', async () => {
      const first = await offered();
      const { microCredentialId, platformId, subject } = first;
      const second = await offered({ microCredentialId, version: 2 });
      const all = await replicas().one.awards.ofLearnerAllVersions(microCredentialId, platformId, subject);
      expect(all).to.deep.equal([second, first]);
    });

    it('one learner with issued awards, asked for what stands, gets those of the institution, newest first', async () => {
      const { institutionId } = aNew();
      const { awards } = replicas().one;
      const issued = async (overrides: Partial<Award>, at: string): Promise<string> => {
        const { id } = await offered({ institutionId, ...overrides });
        await awards.issue(id, anIssue({ issuedAt: new Date(at) }));
        return id;
      };
      const older = await issued({}, '2026-11-20T09:00:00Z');
      const newer = await issued({}, '2026-11-21T09:00:00Z');
      const revoked = await issued({}, '2026-11-22T09:00:00Z');
      await awards.revoke(revoked, at, 'x', event('revoked'));
      await issued({ institutionId: randomId() }, '2026-11-20T09:00:00Z');
      await issued({ subject: 'learner-2' }, '2026-11-20T09:00:00Z');
      await issued({ platformId: 'platform-2' }, '2026-11-20T09:00:00Z');
      await offered({ institutionId });
      const { platformId, subject } = aNew();
      const standing = await replicas().two.awards.standingOf(institutionId, platformId, subject);
      expect(standing.map(({ id }) => id)).to.deep.equal([newer, older]);
      expect(standing[0]?.documents).to.deep.equal(anIssue().documents);
    });

    it('an award, issued, has everything of the claim in one write', async () => {
      const award = await offered();
      const issue = anIssue({
        grade: { score: 17.5, maximum: 20 },
        outcomeGrades: [{ outcomeId: 'o1', score: 9.5, maximum: 10 }],
        expiresAt: new Date('2030-01-01T00:00:00Z'),
      });
      expect(await replicas().one.awards.issue(award.id, issue)).to.equal('issued');
      const { event: issuedEvent, ...fields } = issue;
      expect(await replicas().two.awards.byId(award.id)).to.deep.equal({
        ...award,
        ...fields,
        state: 'issued',
        stateChangedAt: at,
        history: [...award.history, issuedEvent],
      });
    });

    it('one award, issued twenty times at once, is issued once, with one event in its history', async () => {
      const award = await offered();
      const results = await atOnce(replicas(), 20, ({ awards }) => awards.issue(award.id, anIssue()));
      expect(results.filter((result) => result === 'issued')).to.have.length(1);
      expect(results.filter((result) => result === 'not-offered')).to.have.length(19);
      const found = await replicas().one.awards.byId(award.id);
      expect(found?.history.map(({ what }) => what)).to.deep.equal(['offered', 'issued']);
    });

    it('an award that nobody has, or is revoked, asked to be issued, is not', async () => {
      const award = await offered();
      const { awards } = replicas().one;
      await awards.revoke(award.id, at, 'A mistake.', event('revoked'));
      expect(await awards.issue(award.id, anIssue())).to.equal('not-offered');
      expect(await awards.issue('nobody', anIssue())).to.equal('not-offered');
    });

    for (const [one, other] of [
      [42, 42],
      [42, 42 ^ 7],
      [8, 15],
      [131_064, 131_071],
    ] as const) {
      it(`the places ${one} and ${other} of a list, drawn by two replicas at once, go to one award`, async () => {
        const [first, second] = [await offered(), await offered()];
        const listId = randomId();
        const results = await Promise.all([
          replicas().one.awards.issue(first.id, anIssue({ statusPlace: { listId, index: one } })),
          replicas().two.awards.issue(second.id, anIssue({ statusPlace: { listId, index: other } })),
        ]);
        expect(results).to.have.members(['issued', 'place-taken']);
        const loser = results[0] === 'issued' ? second : first;
        const again = anIssue({ statusPlace: { listId, index: 200 } });
        expect(await replicas().one.awards.issue(loser.id, again)).to.equal('issued');
      });
    }

    it('the places 42 and 43 of a list, and 42 of another, go to three awards', async () => {
      const listId = randomId();
      const places = [
        { listId, index: 42 },
        { listId, index: 43 },
        { listId: randomId(), index: 42 },
      ];
      for (const statusPlace of places) {
        const award = await offered();
        expect(await replicas().one.awards.issue(award.id, anIssue({ statusPlace }))).to.equal('issued');
        expect((await replicas().one.awards.byId(award.id))?.statusPlace).to.deep.equal(statusPlace);
      }
    });

    it('thirty awards, issued at once by two replicas into few places, never share a place', async () => {
      const listId = randomId();
      const awards = await Promise.all(Array.from({ length: 30 }, () => offered()));
      const results = await atOnce(replicas(), 30, (storage, n) =>
        storage.awards.issue(awards[n]?.id ?? '', anIssue({ statusPlace: { listId, index: n % 16 } })),
      );
      // 16 indexes are 8 pairs
      expect(results.filter((result) => result === 'issued')).to.have.length(8);
      expect(results.filter((result) => result === 'place-taken')).to.have.length(22);
    });

    it('an award, revoked by twenty at once, is revoked once, for ever, with its reason', async () => {
      const award = await offered();
      await replicas().one.awards.issue(award.id, anIssue());
      const results = await atOnce(replicas(), 20, ({ awards }, n) =>
        awards.revoke(award.id, at, `reason ${n}`, event('revoked')),
      );
      expect(results.filter(Boolean)).to.have.length(1);
      const found = await replicas().one.awards.byId(award.id);
      expect(found).to.deep.include({
        state: 'revoked',
        revokedAt: at,
        revocationReason: `reason ${results.indexOf(true)}`,
        stateChangedAt: at,
      });
      expect(found?.history.map(({ what }) => what)).to.deep.equal(['offered', 'issued', 'revoked']);
      expect(await replicas().one.awards.revoke('nobody', at, 'x', event('revoked'))).to.equal(false);
    });

    it('an award, revoked with a look before the next, says so; one without says nothing', async () => {
      const [held, free] = [await offered(), await offered()];
      const { awards } = replicas().one;
      await awards.revoke(held.id, at, 'Copied.', event('revoked'), true);
      await awards.revoke(free.id, at, 'A mistake.', event('revoked'));
      expect((await awards.byId(held.id))?.holdsBack).to.equal(true);
      expect(await awards.byId(free.id)).not.to.have.property('holdsBack');
    });

    it('a name, made public twice, is public with one event; made private, it is private', async () => {
      const award = await offered();
      const { awards } = replicas().one;
      expect(await awards.setPublic(award.id, true, event('made-public'))).to.equal(true);
      expect(await awards.setPublic(award.id, true, event('made-public'))).to.equal(true);
      const found = await awards.byId(award.id);
      expect(found?.public).to.equal(true);
      expect(found?.history.map(({ what }) => what)).to.deep.equal(['offered', 'made-public']);
      await awards.setPublic(award.id, false, event('made-private'));
      expect((await awards.byId(award.id))?.public).to.equal(false);
      expect(await awards.setPublic('nobody', true, event('made-public'))).to.equal(false);
    });

    it('what the LMS was told of an award, noted, is there until something else is noted', async () => {
      const award = await offered();
      const { awards } = replicas().one;
      await awards.noteWritten(award.id, { state: 'issued', refused: true, at });
      await awards.noteWritten(award.id, { state: 'revoked', at });
      expect((await replicas().two.awards.byId(award.id))?.written).to.deep.equal({ state: 'revoked', at });
    });

    it('a status list, after each revocation, has another fingerprint and one more place', async () => {
      const listId = randomId();
      const { awards } = replicas().one;
      expect(await awards.statusFingerprint(listId)).to.equal('');
      const fingerprints = new Set(['']);
      for (const index of [45, 100, 7]) {
        const award = await offered();
        await awards.issue(award.id, anIssue({ statusPlace: { listId, index } }));
        const before = await awards.statusFingerprint(listId);
        expect(fingerprints.has(before)).to.equal(true);
        await awards.revoke(award.id, at, 'A mistake.', event('revoked'));
        fingerprints.add(await replicas().two.awards.statusFingerprint(listId));
      }
      expect(fingerprints.size).to.equal(4);
      expect(await awards.revokedPlaces(listId)).to.have.members([45, 100, 7]);
      expect(await awards.revokedPlaces(randomId())).to.deep.equal([]);
    });

    it('an award, asked for by its place, is found once it is revoked or suspended, and by that place alone', async () => {
      const [listId, { awards }] = [randomId(), replicas().one];
      const [first, second] = [await offered(), await offered()];
      await awards.issue(first.id, anIssue({ statusPlace: { listId, index: 45 } }));
      await awards.issue(second.id, anIssue({ statusPlace: { listId, index: 100 } }));
      expect(await awards.fallenAt({ listId, index: 45 })).to.equal(undefined);
      await awards.revoke(first.id, at, 'A mistake.', event('revoked'));
      await awards.suspend(second.id, at, 'Looked into.', event('suspended'));
      expect((await awards.fallenAt({ listId, index: 45 }))?.id).to.equal(first.id);
      expect((await replicas().two.awards.fallenAt({ listId, index: 100 }))?.id).to.equal(second.id);
      for (const place of [
        { listId, index: 45 ^ 7 },
        { listId: randomId(), index: 45 },
      ])
        expect(await awards.fallenAt(place)).to.equal(undefined);
    });

    it('revoked awards of an institution, asked for, are those that had been issued', async () => {
      const institutionId = randomId();
      const { awards } = replicas().one;
      const [issued, revoked, neverIssued] = [
        await offered({ institutionId }),
        await offered({ institutionId }),
        await offered({ institutionId }),
      ];
      await awards.issue(issued.id, anIssue());
      await awards.issue(revoked.id, anIssue());
      await awards.revoke(revoked.id, at, 'A mistake.', event('revoked'));
      await awards.revoke(neverIssued.id, at, 'Offered by mistake.', event('revoked'));
      expect(await awards.revokedOf(institutionId)).to.deep.equal([
        { id: revoked.id, revokedAt: at, reason: 'A mistake.' },
      ]);
    });

    it('awards of a micro-credential, asked for the roster, come without their documents', async () => {
      const award = await offered();
      await replicas().one.awards.issue(award.id, anIssue());
      const issued = (await replicas().one.awards.byId(award.id)) ?? award;
      expect(issued).to.have.property('documents');
      expect(await replicas().one.awards.ofMicroCredential(award.microCredentialId)).to.deep.equal([
        without(issued, 'documents'),
      ]);
    });

    it('a query, given an operator for a text, is refused and changes nothing', async () => {
      const award = await offered();
      const operator = { $ne: '' } as never;
      const { awards } = replicas().one;
      for (const deed of [
        () => awards.byId(operator),
        () => awards.ofLearner(operator, 1, operator, operator),
        () => awards.ofMicroCredential(operator),
        () => awards.issuedToEmail(operator, 1, operator),
        () => awards.issue(operator, anIssue()),
        () => awards.revoke(operator, at, 'x', event('revoked')),
        () => awards.setPublic(operator, true, event('made-public')),
        () => awards.revokedOf(operator),
      ]) {
        expect((await thrownProblem(deed)).code).to.equal('request-invalid');
      }
      expect(await awards.byId(award.id)).to.deep.equal(award);
    });
  });
}
