import { expect } from 'chai';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { anAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { now, keys, input, world } from './offered-award.js';

describe('claim an award: its review', () => {
  before(async function () {
    this.timeout(60_000);
    await keys.ensure('institution-1');
  });

  it('when a teacher has let the offer stand in spite of just that, then it is issued; of anything else, then not', async () => {
    const keptFor = (told: string) => {
      const changes = [{ place: 0, told }];
      const kind = 'no-longer-holds';
      return memoryAwards(anAward({ review: { state: 'kept', kind, since: now, changes } }));
    };
    const withdrawn = await world({ awards: keptFor('["examiner-not-yet",["examiner","Tess Teacher"]]') });
    await withdrawn.confirm(false);
    const award = await claimAward(withdrawn, input);
    expect(award.state).to.equal('issued');
    expect(award.claimBasis?.verdict).to.equal('not-met');
    const other = await world({ awards: keptFor('["score-below"]') });
    await other.confirm(false);
    expect((await thrownProblem(() => claimAward(other, input))).code).to.equal('rule-not-met');
  });

  it('when it is claimed, then what was true at that time is kept with it', async () => {
    const { claimBasis, basis } = await claimAward(await world(), input);
    expect(claimBasis).to.deep.include({ verdict: 'met' });
    expect(claimBasis).to.not.deep.equal(basis);
    expect(claimBasis).to.have.deep.nested.property('result.details', { examiner: 'Tess Teacher', at: now });
  });
});
