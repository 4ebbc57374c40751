/** Reviews of awards whose learning outcomes were proven by themselves. */
import { expect } from 'chai';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { ruleOf } from '../../../src/domain/micro-credentials/rule-of.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { happened, graded, lookedAtCourse, score } from './looked-at-course.js';

const [first, second] = aDefinition().outcomes;
if (!first || !second) throw new Error('the definition has two outcomes');
const definition = { outcomes: [{ ...first, provenBy: score }, second] };
const at = new Date('2026-11-20T08:00:00Z');
const basis = meetsRule(ruleOf(aDefinition(definition)), [
  { kind: 'own-line-item', linkId: 'link-1', score: 15, maximum: 20, observedAt: at },
  { kind: 'examiner-confirmation', confirmed: true, at },
]);

describe('an award of outcomes that were proven by themselves, looked at again', () => {
  async function looked(points: number, confirmed: boolean) {
    const world = lookedAtCourse({
      microCredential: aMicroCredential({ versions: [aVersion(definition)] }),
      award: { basis, claimBasis: basis },
      lms: { results: graded(points) },
    });
    await world.confirm(confirmed);
    return world.look();
  }

  it('when all holds, then nothing is noted', async () => {
    expect(happened(await looked(15, true))).to.deep.equal([]);
  });

  it('when the grade of an outcome fell, then a review opens about that condition alone', async () => {
    const { review } = await looked(9, true);
    expect(review).to.include({ state: 'open', kind: 'grade-fell' });
    expect(review?.changes.map(({ place }) => place)).to.deep.equal([0]);
  });

  it('when what counts for the whole is withdrawn, then a review opens about that, and the outcome holds', async () => {
    const { review } = await looked(15, false);
    expect(review).to.include({ state: 'open', kind: 'no-longer-holds' });
    expect(review?.changes.map(({ place }) => place)).to.deep.equal([1]);
  });
});
