import { expect } from 'chai';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { correctAward } from '../../../src/domain/awards/correct-award.js';
import { resumeAward, suspendAward } from '../../../src/domain/awards/suspend-award.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { aClaimedAward, awardId } from './claimed-award.js';
import { told } from './told.js';

const newId = 'NewNewNewNewNewNewNewN';

describe('verifying an award that was corrected', function () {
  this.timeout(60_000);

  async function corrected() {
    const world = await aClaimedAward();
    const deps = { ...world.deps, newId: () => newId };
    const reason = 'The name was misspelt.';
    await correctAward(deps, { awardId, visit: aTeacherVisit(), version: 1, reason });
    const claim = () =>
      claimAward(deps, { awardId: newId, visit: aVisit(), carryGrade: false, consent: true });
    return { ...world, claim };
  }

  it('when the correction is not claimed yet, then the old one is valid and nothing stands at the new address', async () => {
    const { deps, address } = await corrected();
    expect((await verifyCredential(deps, { text: address })).outcome).to.equal('valid');
    const report = await verifyCredential(deps, { text: `https://acquis.example.org/awards/${newId}` });
    expect(report.outcome).to.equal('unreadable');
  });

  it('when it is claimed, then address, file and JWT say revoked and name the new one, which is valid', async () => {
    const { deps, address, documents, claim } = await corrected();
    const made = await claim();
    const newAward = `https://acquis.example.org/awards/${newId}`;
    const hosted = `${address}/open-badge-2.json`;
    for (const text of [
      address,
      documents.openBadge3,
      documents.openBadge3Jwt,
      documents.openBadge2,
      documents.openBadge2Signed ?? '',
      hosted,
    ]) {
      const report = await verifyCredential(deps, { text });
      expect(report.outcome).to.equal('revoked');
      const status = report.checks.find(({ name }) => name === 'status');
      expect(told(report, 'status')).to.equal('failed: superseded');
      expect(status?.details).to.deep.equal({ revocationReason: 'The name was misspelt.', newAward });
    }
    const renewed = await verifyCredential(deps, { text: made.documents?.openBadge3 ?? '' });
    expect([renewed.outcome, told(renewed, 'contexts')]).to.deep.equal(['valid', 'passed: contexts-known']);
    expect((await verifyCredential(deps, { text: newAward })).outcome).to.equal('valid');
  });

  it('when a foreign badge names the address of ours as its own, then nothing of ours is told of it', async () => {
    const { deps, documents, claim } = await corrected();
    await claim();
    const forged = documents.openBadge3.replaceAll(
      `/awards/${awardId}"`,
      `/awards/${awardId}/open-badge-2.json"`,
    );
    const report = await verifyCredential(deps, { text: forged });
    expect(told(report, 'status')).not.to.include('superseded');
  });
});

describe('verifying an award that is suspended', function () {
  this.timeout(60_000);

  it('when it is suspended, then it says so with the reason, in every form; when resumed, it is valid', async () => {
    const { deps, address, documents } = await aClaimedAward();
    const input = { awardId, visit: aTeacherVisit(), reason: 'Looked into.' };
    await suspendAward(deps, input);
    const all = [address, ...[documents.openBadge3, documents.openBadge3Jwt, documents.openBadge2]];
    for (const text of [...all, documents.openBadge2Signed ?? '']) {
      const report = await verifyCredential(deps, { text });
      expect([report.outcome, told(report, 'status')]).to.deep.equal(['suspended', 'failed: suspended']);
      const status = report.checks.find(({ name }) => name === 'status');
      expect(status?.details).to.deep.equal({ revocationReason: 'Looked into.' });
    }
    await resumeAward(deps, input);
    for (const text of [address, documents.openBadge2, documents.openBadge2Signed ?? ''])
      expect((await verifyCredential(deps, { text })).outcome).to.equal('valid');
  });
});
