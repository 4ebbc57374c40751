import { expect } from 'chai';
import type { SignedWith } from '../../../src/domain/awards/award.js';
import type { PublicSigningKey } from '../../../src/domain/institutions/signing-keys.js';
import { randomId } from '../../../src/shared/ids.js';
import { aNew, anIssue, dayOfAwards, event } from './stored-awards.js';
import { atOnce, type Replicas } from './replicas.js';

export function awardSignaturesContract(replicas: () => Replicas): void {
  describe('AwardStore: who signed', () => {
    const was: SignedWith = { integrity: 'z6MkOld', rsa: 'rsa-old' };
    const now: SignedWith = { integrity: 'z6MkNew', rsa: 'rsa-old' };
    const key = (institutionId: string, of: Partial<PublicSigningKey>): PublicSigningKey => ({
      id: 'ed-old',
      institutionId,
      kind: 'Ed25519',
      jwk: {},
      createdAt: dayOfAwards,
      ...of,
    });
    const ed25519 = (institutionId: string) => key(institutionId, { multibase: 'z6MkOld' });
    const rsa = (institutionId: string) => key(institutionId, { id: 'rsa-old', kind: 'RSA' });

    async function issued(institutionId: string, signedWith?: SignedWith): Promise<string> {
      const { awards } = replicas().one;
      const { id } = await awards.offer(aNew({ institutionId }));
      await awards.issue(id, anIssue(signedWith && { signedWith }));
      return id;
    }

    it('awards of an institution, asked for by a key, are those that it signed, revoked ones too', async () => {
      const [here, elsewhere] = [randomId(), randomId()];
      const { awards } = replicas().two;
      const one = await issued(here, was);
      const revoked = await issued(here, was);
      await awards.revoke(revoked, dayOfAwards, 'x', event('revoked'));
      await issued(here, { integrity: 'z6MkOther', rsa: 'rsa-other' });
      await issued(elsewhere, was);
      await awards.offer(aNew({ institutionId: here }));
      for (const signer of [ed25519(here), rsa(here)]) {
        const found = await awards.signedBy(signer, 10, dayOfAwards);
        expect(found.map(({ id }) => id)).to.have.members([one, revoked]);
        expect(found[0]?.documents).to.deep.equal(anIssue().documents);
        expect(await awards.countSignedBy(signer)).to.equal(2);
        expect(await awards.signedBy(signer, 1, dayOfAwards)).to.have.length(1);
      }
    });

    it('an award, signed again by twenty at once, has the new documents once', async () => {
      const institutionId = randomId();
      const id = await issued(institutionId, was);
      const documents = { ...anIssue().documents, openBadge3: '{"signed":"again"}' };
      const signed = { documents, signedWith: now, event: event('signed-again') };
      const done = await atOnce(replicas(), 20, ({ awards }) => awards.signAgain(id, was, signed));
      expect(done.filter(Boolean)).to.have.length(1);
      const after = await replicas().two.awards.byId(id);
      expect(after).to.deep.include({
        documents,
        signedWith: now,
        signedAgainAt: dayOfAwards,
        state: 'issued',
      });
      expect(after?.history.filter(({ what }) => what === 'signed-again')).to.have.length(1);
      expect(await replicas().one.awards.countSignedBy(ed25519(institutionId))).to.equal(0);
      expect(await replicas().one.awards.countSignedBy(rsa(institutionId))).to.equal(1);
    });

    it('awards of an institution that were issued, listed some at a time, come once each in the order of their ids', async () => {
      const [here, elsewhere] = [randomId(), randomId()];
      const ids = [];
      for (let n = 0; n < 5; n += 1) ids.push(await issued(here, was));
      await issued(elsewhere, was);
      const { id: offer } = await replicas().one.awards.offer(aNew({ institutionId: here }));
      await replicas().one.awards.revoke(offer, dayOfAwards, 'x', event('revoked'));
      const listed: string[] = [];
      for (;;) {
        const some = await replicas().two.awards.publishedIds(here, listed.at(-1), 2);
        if (some.length === 0) break;
        expect(some.length).to.be.at.most(2);
        listed.push(...some);
      }
      expect(listed).to.deep.equal([...ids].sort());
    });

    it('an award that could not be signed, noted, is left out of those to sign until its time, and told until it is signed', async () => {
      const institutionId = randomId();
      const { one, two } = replicas();
      const [broken, other] = [await issued(institutionId, was), await issued(institutionId, was)];
      const at = (minutes: number) => new Date(dayOfAwards.getTime() + minutes * 60_000);
      const ids = async (until: Date): Promise<string[]> =>
        (await two.awards.signedBy(ed25519(institutionId), 10, until)).map(({ id }) => id);
      await one.awards.noteNotSigned(broken, { code: 'document-invalid', at: at(10) });
      expect(await ids(at(9))).to.deep.equal([other]);
      expect(await ids(at(10))).to.have.members([broken, other]);
      expect(await two.awards.countSignedBy(ed25519(institutionId))).to.equal(2);
      expect(await two.awards.notSignedAgain(institutionId, 10)).to.deep.equal([broken]);
      expect(await two.awards.notSignedAgain(randomId(), 10)).to.deep.equal([]);
      const { documents } = anIssue();
      const signed = { documents, signedWith: now, event: event('signed-again') };
      expect(await one.awards.signAgain(broken, was, signed)).to.equal(true);
      expect(await two.awards.notSignedAgain(institutionId, 10)).to.deep.equal([]);
      expect(await two.awards.byId(broken)).not.to.have.property('notSignedAgain');
      expect(await two.awards.countSignedAgain(institutionId, dayOfAwards)).to.equal(1);
      expect(await two.awards.countSignedAgain(institutionId, at(1))).to.equal(0);
    });

    it('awards of before it was kept, asked for, are found until it is noted once', async () => {
      const institutionId = randomId();
      const { awards } = replicas().one;
      const id = await issued(institutionId);
      await issued(institutionId, was);
      const { id: offer } = await awards.offer(aNew({ institutionId }));
      await awards.revoke(offer, dayOfAwards, 'x', event('revoked'));
      expect((await awards.signersUnknown(institutionId, 10)).map((one) => one.id)).to.deep.equal([id]);
      expect(await awards.countSignersUnknown(institutionId)).to.equal(1);
      await awards.noteSigners(id, was);
      await awards.noteSigners(id, now);
      expect((await replicas().two.awards.byId(id))?.signedWith).to.deep.equal(was);
      expect(await awards.signersUnknown(institutionId, 10)).to.deep.equal([]);
    });
  });
}
