/** Grades of learning outcomes that are proven by themselves: what the learner decides, and where they are read afterwards. */
import { expect } from 'chai';
import { aDefinition } from '../../support/builders/a-definition.js';
import { agreed, graded, score, startClaim, type ClaimWorld } from './claim-world.js';
import { readable } from './course-web.js';

const [first, second] = aDefinition().outcomes;
if (!first || !second) throw new Error('the definition has two outcomes');
const outcomes = [{ ...first, provenBy: score }, second];

describe('the grades of outcomes', () => {
  let world: ClaimWorld;
  afterEach(() => world.web.close());
  const see = async (page: string): Promise<string> => readable((await world.learner.get(page)).text);
  const publicPage = async (): Promise<string> => {
    const award = await world.firstAward();
    return readable((await world.learner.browser.get(`/awards/${award?.id ?? ''}`)).text);
  };
  const start = async (): Promise<void> => {
    world = await startClaim({ definition: { outcomes }, script: graded, awards: [] });
    await world.learner.get('progress');
  };

  it('when an outcome is graded and the whole is not, then the claim asks about the grades of outcomes, one by one', async () => {
    await start();
    const text = await see('claim');
    expect(text).to.contain('Show the grades of my learning outcomes in the badge');
    expect(text).to.contain('Judges the quality of a data set : 15.5 of 20');
  });

  it('when the learner carries them, then the own page and the public page tell them with their outcomes', async () => {
    await start();
    await world.learner.submit('claim', { ...agreed, carryGrade: 'yes' });
    expect(await see('award')).to.contain(
      'It carries these grades of learning outcomes: Judges the quality of a data set : 15.5 of 20',
    );
    const text = await publicPage();
    expect(text).to.contain('Judges the quality of a data set Grade: 15.5 of 20');
    expect(text).to.contain('It proves the learning outcome: Judges the quality of a data set');
  });

  it('when the learner does not, then no page tells them, but which outcome the evidence proves', async () => {
    await start();
    await world.learner.submit('claim', agreed);
    expect(await see('award')).not.to.contain('15.5');
    const text = await publicPage();
    expect(text).not.to.contain('15.5');
    expect(text).to.contain('It proves the learning outcome: Judges the quality of a data set');
  });
});
