import { expect } from 'chai';
import { confirmChosen, lookForConfirmations } from '../../../src/domain/offers/confirm-chosen.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { now } from '../checks/checked-course.js';
import { chosenClass, choosing, told } from './chosen-class.js';

const rule: AwardRule = { kind: 'examiner-confirmation' };

describe('confirming several learners', () => {
  it('learners at every point, when they are looked at, then those who can be confirmed are taken and the others told why not', async () => {
    const deps = chosenClass(
      ['new', 'withdrawn', 'confirmed', 'offered', 'issued', 'revoked'],
      {},
      {
        rule,
        awards: [
          anAward({ id: '1', subject: 'offered' }),
          anIssuedAward({ id: '2', subject: 'issued' }),
          anAward({ id: '3', subject: 'revoked', state: 'revoked' }),
        ],
      },
    );
    await deps.confirmations.decide(aConfirmation({ subject: 'confirmed' }));
    await deps.confirmations.decide(aConfirmation({ subject: 'withdrawn', confirmed: false }));
    expect(told(await lookForConfirmations(deps, choosing(undefined, rule)))).to.deep.equal({
      taken: ['new', 'offered', 'withdrawn'],
      leftOut: { confirmed: 'confirmed', issued: 'issued', revoked: 'revoked' },
    });
    expect(await deps.confirmations.all('micro-credential-1', 1)).to.have.length(2);
  });

  it('those who are taken, when one reason is given, then each is confirmed with it, in the teacher’s name', async () => {
    const deps = chosenClass(['a', 'b', 'c'], {}, { rule });
    const input = { ...choosing(['a', 'c'], rule), reason: ' Oral examinations. ' };
    expect(told(await confirmChosen(deps, input))).to.deep.equal({ taken: ['a', 'c'], leftOut: {} });
    const all = await deps.confirmations.all('micro-credential-1', 1);
    expect(all.map(({ subject }) => subject)).to.deep.equal(['a', 'c']);
    expect(all[0]).to.deep.include({
      confirmed: true,
      reason: 'Oral examinations.',
      examiner: { subject: 'teacher-1', name: 'Tess Teacher' },
      at: now,
    });
    expect(told(await confirmChosen(deps, input))).to.deep.equal({
      taken: [],
      leftOut: { a: 'confirmed', c: 'confirmed' },
    });
    expect((await deps.confirmations.all('micro-credential-1', 1))[0]?.history).to.have.length(1);
  });

  it('no reason, or a learner who asks, then nobody is confirmed', async () => {
    const deps = chosenClass(['a'], {}, { rule });
    const input = choosing(undefined, rule);
    const refused = await thrownProblem(() => confirmChosen(deps, { ...input, reason: ' ' }));
    expect(refused.facts['fields']).to.deep.equal({ reason: 'required' });
    const learner = await thrownProblem(() =>
      confirmChosen(deps, { ...input, visit: aVisit(), reason: 'x' }),
    );
    expect(learner.code).to.equal('not-permitted');
    expect(await deps.confirmations.all('micro-credential-1', 1)).to.deep.equal([]);
  });
});
