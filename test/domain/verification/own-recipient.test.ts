import { expect } from 'chai';
import type { Award, Recipient } from '../../../src/domain/awards/award.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { aClaimedAward, awardId } from './claimed-award.js';
import { told } from './told.js';

describe('verifying whom an award of ours belongs to', () => {
  async function claimed(emailFrom: Recipient['emailFrom']) {
    const world = await aClaimedAward();
    const award = (await world.deps.awards.byId(awardId)) as Award & { recipient: Recipient };
    const awards = memoryAwards({ ...award, recipient: { ...award.recipient, emailFrom } });
    return { ...world, deps: { ...world.deps, awards } };
  }
  const detailsOf = async ({ deps }: Awaited<ReturnType<typeof claimed>>, text: string, email: string) => {
    const report = await verifyCredential(deps, { text, email });
    return report.checks.find(({ name }) => name === 'recipient')?.details;
  };

  for (const emailFrom of ['lms', 'learner'] as const)
    it(`when the address is right and came from the ${emailFrom}, then every form that is compared says so`, async () => {
      const world = await claimed(emailFrom);
      const { openBadge3, openBadge3Jwt, openBadge2, openBadge2Signed = '' } = world.documents;
      for (const text of [world.address, openBadge3, openBadge3Jwt, openBadge2, openBadge2Signed])
        expect(await detailsOf(world, text, 'ada@example.org'), text.slice(0, 60)).to.deep.equal({
          emailFrom,
        });
    });

  it('when the address is another’s, or none is given, then nothing is told of the right one', async () => {
    const world = await claimed('learner');
    for (const email of ['eve@example.org', ''])
      expect(await detailsOf(world, world.documents.openBadge3, email)).to.equal(undefined);
  });

  it('when the file was altered, then what it belongs to rests on nothing of ours', async () => {
    const world = await claimed('lms');
    const text = world.documents.openBadge3.replace('Data literacy', 'Data mastery');
    const report = await verifyCredential(world.deps, { text, email: 'ada@example.org' });
    expect([report.outcome, told(report, 'recipient')]).to.deep.equal([
      'altered',
      'passed: recipient-matches',
    ]);
    expect(report.checks.find(({ name }) => name === 'recipient')?.details).to.equal(undefined);
  });
});
