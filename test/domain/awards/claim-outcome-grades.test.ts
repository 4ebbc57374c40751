/** Grades of learning outcomes that are proven by themselves, at the claim. */
import { expect } from 'chai';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { publicAward } from '../../../src/domain/awards/public-award.js';
import { offerWhenMet } from '../../../src/domain/awards/offer-when-met.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { graded, input, keys, lineItem, now, world } from './offered-award.js';

const [first, second] = aDefinition().outcomes;
if (!first || !second) throw new Error('the definition has two outcomes');
const definition = { outcomes: [{ ...first, provenBy: graded }, second] };
const script = {
  lineItem,
  results: [{ subject: 'learner-1', score: 78.5, maximum: 100, at: new Date('2026-11-19T08:00:00Z') }],
};

describe('claim an award whose outcomes are proven by themselves', () => {
  before(async function () {
    this.timeout(60_000);
    await keys.ensure('institution-1');
  });

  async function claimed(carryGrade: boolean) {
    const deps = await world({ definition, script, awards: memoryAwards() });
    const microCredential = aMicroCredential({ versions: [aVersion(definition)] });
    const { award: offer } = await offerWhenMet(deps, {
      visit: aVisit(),
      course: aCourse(),
      microCredential,
    });
    const award = await claimAward(deps, { ...input, awardId: offer?.id ?? '', carryGrade });
    const badge = JSON.parse(award.documents?.openBadge3 ?? '{}') as JsonObject;
    return { deps, award, badge };
  }

  it('when the learner carries grades, then the outcome has its grade in award and documents, and the whole has none', async () => {
    const { deps, award, badge } = await claimed(true);
    expect(award.grade).to.equal(undefined);
    expect(award.outcomeGrades).to.deep.equal([{ outcomeId: 'o1', score: 78.5, maximum: 100 }]);
    const results = (badge['credentialSubject'] as JsonObject)['result'] as JsonObject[];
    expect(results.map(({ status, value }) => [status, value])).to.deep.equal([
      ['Completed', '78.5'],
      ['Completed', undefined],
    ]);
    const shown = await publicAward({ ...deps, clock: () => now }, award.id);
    expect(shown?.outcomeGrades).to.deep.equal(award.outcomeGrades);
    expect(shown?.evidence.map(({ kind, outcomeId }) => [kind, outcomeId])).to.deep.equal([
      ['own-line-item', 'o1'],
      ['examiner-confirmation', undefined],
    ]);
    const [evidence] = badge['evidence'] as JsonObject[];
    expect(evidence?.['narrative']).to.match(
      /reached the threshold of 50 % on 2026-11-19\. It proves the learning outcome “Judges the quality of a data set”\.$/,
    );
  });

  it('when the learner does not, then no document tells a grade', async () => {
    const { award, badge } = await claimed(false);
    expect(award).not.to.have.any.keys('grade', 'outcomeGrades');
    expect(JSON.stringify([badge, award.documents])).not.to.contain('78.5');
  });
});
