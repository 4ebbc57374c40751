import { expect } from 'chai';
import { hashSecret } from '../../../src/shared/hash-secret.js';
import { randomId } from '../../../src/shared/ids.js';
import {
  aGivenEndorsement,
  anAcceptedEndorsement,
  anInvitedEndorsement,
  aStatement,
} from '../../support/builders/an-endorsement.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import type { Replicas } from './replicas.js';
import { without } from './without.js';

export function endorsementStoreContract(replicas: () => Replicas): void {
  describe('EndorsementStore', () => {
    const fresh = () => ({ id: randomId(), linkHash: hashSecret(randomId()) });

    it('an endorsement, added, is found as it was in another replica, by id, link and code', async () => {
      const hash = hashSecret(randomId());
      const given = aGivenEndorsement({ ...fresh(), confirmation: { hash, sent: 1 } });
      await replicas().one.endorsements.add(given);
      const { endorsements } = replicas().two;
      expect(await endorsements.byId(given.id)).to.deep.equal(given);
      expect(await endorsements.byLink(given.linkHash)).to.deep.equal(given);
      expect(await endorsements.byConfirmation(hash)).to.deep.equal(given);
      expect(await endorsements.byId(randomId())).to.equal(undefined);
      expect(await endorsements.byLink(hashSecret('x'))).to.equal(undefined);
      expect(await endorsements.byConfirmation(hashSecret('x'))).to.equal(undefined);
    });

    it('an endorsement, added with an id or a link that is there, is refused', async () => {
      const first = anInvitedEndorsement(fresh());
      await replicas().one.endorsements.add(first);
      for (const second of [first, { ...first, id: randomId() }])
        expect((await thrownProblem(() => replicas().two.endorsements.add(second))).code).to.equal(
          'duplicate',
        );
    });

    it('endorsements, asked for by what they are about, are those of just that, the newest first', async () => {
      const [institutionId, microCredentialId] = [randomId(), randomId()];
      const at = (day: number) => new Date(Date.UTC(2026, 10, day));
      const add = async (day: number, about: { microCredentialId?: string; version?: number }) => {
        const rest = without(anInvitedEndorsement(fresh()), 'microCredentialId', 'version');
        const endorsement = { ...rest, institutionId, invitedAt: at(day), ...about };
        await replicas().one.endorsements.add(endorsement);
        return endorsement.id;
      };
      const first = await add(1, { microCredentialId, version: 1 });
      const second = await add(2, { microCredentialId, version: 1 });
      const later = await add(3, { microCredentialId, version: 2 });
      const ofInstitution = await add(4, {});
      const { endorsements } = replicas().two;
      const ids = async (found: ReturnType<typeof endorsements.about>) => (await found).map(({ id }) => id);
      const about = { institutionId, microCredentialId, version: 1 };
      expect(await ids(endorsements.about(about))).to.deep.equal([second, first]);
      expect(await ids(endorsements.about({ institutionId }))).to.deep.equal([ofInstitution]);
      expect(await ids(endorsements.about({ ...about, institutionId: randomId() }))).to.deep.equal([]);
      expect(await ids(endorsements.ofMicroCredential(microCredentialId))).to.deep.equal([
        later,
        second,
        first,
      ]);
    });

    it('an endorsement, moved, changes from the states that were named alone, and loses what is taken away', async () => {
      const given = aGivenEndorsement(fresh());
      const { one, two } = replicas();
      await one.endorsements.add(given);
      expect(await two.endorsements.move(given.id, ['invited', 'opened'], { state: 'given' })).to.equal(
        undefined,
      );
      const said = { organisation: aStatement().organisation, at: aStatement().at };
      const change = { state: 'declined', said, confirmed: undefined } as const;
      const moved = await two.endorsements.move(given.id, ['unconfirmed', 'given'], change);
      expect(moved).to.deep.equal({ ...without(given, 'confirmed'), state: 'declined', said });
      expect(await one.endorsements.byId(given.id)).to.deep.equal(moved);
    });

    it('an endorsement, moved while one message is to confirm it, is not moved while another is, or none', async () => {
      const [hash, another] = [hashSecret(randomId()), hashSecret(randomId())];
      const told = anInvitedEndorsement({ ...fresh(), confirmation: { hash, sent: 1 } });
      const untold = anInvitedEndorsement(fresh());
      const { one, two } = replicas();
      for (const endorsement of [told, untold]) await one.endorsements.add(endorsement);
      const move = async ({ id }: typeof told, confirmation: { hash: string } | undefined) =>
        (await two.endorsements.move(id, ['invited'], { state: 'opened' }, { confirmation }))?.state;
      expect(await move(told, undefined)).to.equal(undefined);
      expect(await move(told, { hash: another })).to.equal(undefined);
      expect(await move(untold, { hash })).to.equal(undefined);
      expect(await move(told, told.confirmation)).to.equal('opened');
      expect(await move(untold, undefined)).to.equal('opened');
    });

    it('an endorsement, moved by several at once, is moved by one', async () => {
      const given = aGivenEndorsement(fresh());
      const { one, two } = replicas();
      await one.endorsements.add(given);
      const moves = [one, two, one, two].map(({ endorsements }, n) =>
        endorsements.move(given.id, ['given'], { state: n % 2 ? 'declined' : 'accepted' }),
      );
      expect((await Promise.all(moves)).filter(Boolean)).to.have.length(1);
    });

    it('withdrawn endorsements, listed, are those of the institution that were public', async () => {
      const institutionId = randomId();
      const state = 'withdrawn';
      const gone = anAcceptedEndorsement({ ...fresh(), institutionId, state });
      for (const one of [
        gone,
        aGivenEndorsement({ ...fresh(), institutionId, state }),
        anAcceptedEndorsement({ ...fresh(), institutionId }),
        anAcceptedEndorsement({ ...fresh(), institutionId: randomId(), state }),
      ])
        await replicas().one.endorsements.add(one);
      expect(await replicas().two.endorsements.withdrawnOf(institutionId)).to.deep.equal([gone.id]);
    });

    it('endorsements, asked for by the key that signed them, are the public ones of the institution', async () => {
      const institutionId = randomId();
      const signed = (changes = {}) =>
        anAcceptedEndorsement({ ...fresh(), institutionId, signedWith: 'z6MkOne', ...changes });
      const [accepted, hidden] = [signed(), signed({ state: 'hidden' })];
      for (const one of [
        accepted,
        hidden,
        signed({ state: 'withdrawn' }),
        signed({ signedWith: 'z6MkTwo' }),
        signed({ institutionId: randomId() }),
      ])
        await replicas().one.endorsements.add(one);
      const { endorsements } = replicas().two;
      const found = await endorsements.signedWith(institutionId, 'z6MkOne', 9, new Date());
      expect(found.map(({ id }) => id)).to.have.members([accepted.id, hidden.id]);
      expect(await endorsements.signedWith(institutionId, 'z6MkOne', 1, new Date())).to.have.length(1);
      expect(await endorsements.countSignedWith(institutionId, 'z6MkOne')).to.equal(2);
      const at = new Date();
      const trouble = { notSignedAgain: { code: 'document-invalid', at } };
      await replicas().one.endorsements.move(hidden.id, ['hidden'], trouble);
      const untried = new Date(at.getTime() - 1);
      expect(
        (await endorsements.signedWith(institutionId, 'z6MkOne', 9, untried)).map(({ id }) => id),
      ).to.deep.equal([accepted.id]);
      expect(await endorsements.notSignedAgain(institutionId, 9)).to.deep.equal([hidden.id]);
      await replicas().one.endorsements.move(hidden.id, ['hidden'], { notSignedAgain: undefined });
      expect(await endorsements.notSignedAgain(institutionId, 9)).to.deep.equal([]);
    });

    it('a query, given an operator for an id or a secret, is refused', async () => {
      const { endorsements } = replicas().one;
      const operator = { $ne: '' } as never;
      for (const deed of [
        () => endorsements.byId(operator),
        () => endorsements.byLink(operator),
        () => endorsements.byConfirmation(operator),
        () => endorsements.move(operator, ['given'], { state: 'accepted' }),
      ])
        expect((await thrownProblem(deed)).code).to.equal('request-invalid');
    });
  });
}
