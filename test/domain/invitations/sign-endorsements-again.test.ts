import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { without } from '../../../src/documents/json/json-value.js';
import { carriedEndorsements } from '../../../src/domain/endorsements/carried-endorsements.js';
import { triedAgainAfter } from '../../../src/domain/institutions/not-signed-again.js';
import { decideOnEndorsement } from '../../../src/domain/invitations/decide-on-endorsement.js';
import { signEndorsementsAgain } from '../../../src/domain/invitations/sign-endorsements-again.js';
import { withdrawEndorsement } from '../../../src/domain/invitations/withdraw-endorsement.js';
import { aGivenEndorsement, linkSecret } from '../../support/builders/an-endorsement.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { invitationWorld, now, scope } from './invitation-world.js';

describe('endorsements whose key was declared compromised', function () {
  this.timeout(60_000);
  const { id } = aGivenEndorsement();
  const begin = async () => {
    const { deps: world, time } = invitationWorld({ endorsements: [aGivenEndorsement()] });
    const troubles: Record<string, unknown>[] = [];
    const deps = {
      ...world,
      keys: memoryKeys(),
      onTrouble: (_sentence: string, facts: Record<string, unknown>) => void troubles.push(facts),
    };
    const accepted = await decideOnEndorsement(deps, { scope, id, decision: 'accept' });
    const [bad] = (await deps.keys.published('institution-1')).filter(({ kind }) => kind === 'Ed25519');
    const declare = () => deps.keys.declareCompromised('institution-1', [bad?.id ?? ''], now);
    const kept = async () => {
      const { document = '', signedWith } = (await deps.endorsements.byId(id)) ?? {};
      return { document, signedWith };
    };
    return { deps, time, troubles, accepted, bad, declare, kept };
  };

  it('when they are signed again, then they say the same, under a key that counts, and nothing is left', async () => {
    const { deps, accepted, bad, declare, kept } = await begin();
    expect(await signEndorsementsAgain(deps, 10)).to.equal(0);
    await declare();
    expect(await signEndorsementsAgain(deps, 10)).to.equal(1);
    expect(await signEndorsementsAgain(deps, 10)).to.equal(0);
    const [before, after] = [accepted.document ?? '', (await kept()).document].map(
      (text) => JSON.parse(text) as JsonObject,
    );
    expect(without(after ?? {}, 'proof')).to.deep.equal(without(before ?? {}, 'proof'));
    const current = await deps.keys.current('institution-1', 'Ed25519');
    expect((await kept()).signedWith)
      .to.equal(current.multibase)
      .and.to.not.equal(bad?.multibase);
    expect((after?.['proof'] as JsonObject[])[0]?.['verificationMethod']).to.equal(
      `did:web:acquis.example.org:institutions:institution-1#${current.multibase}`,
    );
  });

  it('when one was withdrawn, then it is left alone', async () => {
    const { deps, declare, kept } = await begin();
    await withdrawEndorsement(deps, linkSecret);
    await declare();
    expect(await signEndorsementsAgain(deps, 10)).to.equal(0);
    expect((await kept()).document).to.equal('');
  });

  it('when an award is claimed before one is signed again, then it carries none of the old key; afterwards it does', async () => {
    const { deps, declare, accepted } = await begin();
    const { institutionId, microCredentialId = '', version = 0 } = accepted;
    const carried = async () => {
      const of = { institutionId, microCredentialId, version };
      return (await carriedEndorsements(deps, of, now)).achievement.length;
    };
    expect(await carried()).to.equal(1);
    await declare();
    expect(await carried()).to.equal(0);
    await signEndorsementsAgain(deps, 10);
    expect(await carried()).to.equal(1);
  });

  it('when what is kept of one cannot be read, then it is told by its id, and the others are signed', async () => {
    const { deps, troubles, accepted, bad, declare, kept } = await begin();
    await deps.endorsements.add({ ...accepted, id: 'broken', linkHash: 'other', document: '{' });
    await deps.endorsements.add({ ...accepted, id: 'broken-too', linkHash: 'third', document: '{' });
    await declare();
    expect(await signEndorsementsAgain(deps, 10)).to.equal(1);
    expect((await kept()).signedWith).to.not.equal(bad?.multibase);
    expect(troubles).to.have.deep.members([
      { endorsement: 'broken', code: 'document-invalid' },
      { endorsement: 'broken-too', code: 'document-invalid' },
    ]);
  });

  it('when more than are looked at together cannot be read, then those behind them are signed, and they are tried again later', async () => {
    const { deps, troubles, accepted, bad, declare, kept, time } = await begin();
    for (let at = 0; at < 4; at += 1)
      await deps.endorsements.add({
        ...accepted,
        id: `broken-${at}`,
        linkHash: `other-${at}`,
        invitedAt: new Date(now.getTime() + 1_000),
        document: '{',
      });
    await declare();
    for (let round = 0; round < 4; round += 1) await signEndorsementsAgain(deps, 2);
    expect((await kept()).signedWith).to.not.equal(bad?.multibase);
    expect(troubles).to.have.length(4);
    expect(await deps.endorsements.notSignedAgain('institution-1', 10)).to.have.length(4);
    time.now = new Date(now.getTime() + triedAgainAfter);
    await signEndorsementsAgain(deps, 10);
    expect(troubles).to.have.length(8);
  });
});
