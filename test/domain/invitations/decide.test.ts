import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { publicEndorsement } from '../../../src/domain/endorsements/public-endorsement.js';
import { shownEndorsements } from '../../../src/domain/endorsements/shown-endorsements.js';
import { decideOnEndorsement, type Decision } from '../../../src/domain/invitations/decide-on-endorsement.js';
import { withdrawEndorsement } from '../../../src/domain/invitations/withdraw-endorsement.js';
import {
  aGivenEndorsement,
  anInvitedEndorsement,
  linkSecret,
} from '../../support/builders/an-endorsement.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { invitationWorld, ofVersion, scope } from './invitation-world.js';

describe('deciding on an endorsement', function () {
  this.timeout(60_000);
  const given = aGivenEndorsement();
  const { id } = given;
  const begin = (endorsement = given) => {
    const world = invitationWorld({ endorsements: [endorsement] });
    const decide = (decision: Decision, of = scope) =>
      decideOnEndorsement(world.deps, { scope: of, id, decision });
    const shown = async () => (await shownEndorsements(world.deps, ofVersion)).map((one) => one.id);
    return { ...world, decide, shown };
  };

  it('when it is not accepted yet, then nobody else sees it', async () => {
    const { deps, shown } = begin();
    expect([await shown(), await publicEndorsement(deps, id)]).to.deep.equal([[], undefined]);
  });

  it('when it is accepted, then the institution signs it and it is shown', async () => {
    const { decide, shown, deps } = begin();
    const accepted = await decide('accept');
    expect(accepted).to.include({ state: 'accepted', isCarried: true });
    const document = JSON.parse(accepted.document ?? '') as JsonObject;
    expect(document).to.deep.include({
      id: `https://acquis.example.org/endorsements/${id}`,
      name: 'Acme SA endorses “Data literacy”',
      validFrom: '2026-11-24T10:00:00Z',
    });
    const proofs = document['proof'] as JsonObject[];
    expect(proofs[0]?.['verificationMethod']).to.match(
      /^did:web:acquis\.example\.org:institutions:institution-1#z6Mk/,
    );
    expect(await shown()).to.deep.equal([id]);
    expect((await publicEndorsement(deps, id))?.id).to.equal(id);
  });

  it('when it is signed, then neither the person’s name nor their e-mail address is in it', async () => {
    const { document = '' } = await begin().decide('accept');
    expect(document)
      .to.contain('Acme SA')
      .and.not.contain('Jane')
      .and.not.contain('jane@')
      .and.not.contain('Head of');
  });

  it('when it is hidden and shown again, then so it is, and its address stays', async () => {
    const { decide, shown, deps } = begin();
    await decide('accept');
    await decide('hide');
    expect([await shown(), (await publicEndorsement(deps, id))?.state]).to.deep.equal([[], 'hidden']);
    await decide('show');
    expect(await shown()).to.deep.equal([id]);
  });

  it('when the same is decided twice, one after the other or at once, then once is enough', async () => {
    const { decide, deps } = begin();
    const both = await Promise.all([decide('accept'), decide('accept')]);
    const { document } = both[0];
    for (const one of [...both, await decide('accept')])
      expect(one).to.include({ state: 'accepted', document });
    for (const decision of ['hide', 'hide', 'show', 'show'] as const) await decide(decision);
    expect(await deps.endorsements.byId(id)).to.include({ state: 'accepted', document });
    expect((await thrownProblem(() => decide('decline'))).code).to.equal('endorsement-moved');
  });

  it('when it is declined, then what was said is forgotten but for the organisation', async () => {
    const { decide, deps } = begin();
    const declined = await decide('decline');
    expect(declined.said).to.deep.equal({ organisation: given.said?.organisation, at: given.said?.at });
    expect(declined).to.not.have.any.keys('confirmed', 'confirmation');
    expect(await publicEndorsement(deps, id)).to.equal(undefined);
  });

  it('when it is withdrawn by its link, then it is shown no more, and what was said is forgotten but for the organisation', async () => {
    const { decide, shown, deps } = begin();
    await decide('accept');
    const withdrawn = await withdrawEndorsement(deps, linkSecret);
    expect(withdrawn).to.include({ state: 'withdrawn' }).and.to.not.have.property('document');
    expect(JSON.stringify(withdrawn))
      .to.contain('Acme SA')
      .and.not.contain('Jane')
      .and.not.contain('We hire');
    expect(withdrawn).to.not.have.any.keys('confirmed', 'confirmation');
    expect(await shown()).to.deep.equal([]);
    expect(await deps.endorsements.withdrawnOf('institution-1')).to.deep.equal([id]);
    expect((await withdrawEndorsement(deps, linkSecret)).endedAt).to.deep.equal(withdrawn.endedAt);
  });

  it('when whoever invited had named a person, then that name is forgotten at the end as well', async () => {
    for (const end of ['declined', 'withdrawn']) {
      const { decide, deps } = begin({ ...given, invited: 'Jane Doe of Acme' });
      const ended = end === 'declined' ? decide('decline') : withdrawEndorsement(deps, linkSecret);
      expect(await ended).to.include({ state: end, invited: 'Acme SA' });
    }
  });

  it('when it is withdrawn before it was public, then no list tells of it', async () => {
    const { deps } = begin();
    await withdrawEndorsement(deps, linkSecret);
    expect(await deps.endorsements.withdrawnOf('institution-1')).to.deep.equal([]);
    expect(await publicEndorsement(deps, id)).to.equal(undefined);
  });

  it('when nothing was said, then there is nothing to withdraw or to accept', async () => {
    const { deps, decide } = begin(anInvitedEndorsement());
    expect((await thrownProblem(() => withdrawEndorsement(deps, linkSecret))).code).to.equal(
      'endorsement-moved',
    );
    expect((await thrownProblem(() => decide('accept'))).code).to.equal('endorsement-moved');
  });

  it('when an invitation is taken back, then its link is gone; what was given cannot be taken back so', async () => {
    const { decide } = begin(anInvitedEndorsement());
    expect((await decide('cancel')).state).to.equal('cancelled');
    expect((await thrownProblem(() => begin().decide('cancel'))).code).to.equal('endorsement-moved');
  });

  it('when it is of another micro-credential or institution, then it is not found, whatever is decided', async () => {
    const { decide, deps } = begin();
    for (const other of [
      { ...scope, microCredentialId: 'micro-credential-2' },
      { ...scope, institutionId: 'institution-2' },
      { institutionId: 'institution-1' } as typeof scope,
    ])
      for (const decision of ['accept', 'decline', 'hide', 'show', 'cancel'] as const)
        expect((await thrownProblem(() => decide(decision, other))).code).to.equal('not-found');
    expect((await deps.endorsements.byId(id))?.state).to.equal('given');
  });
});
