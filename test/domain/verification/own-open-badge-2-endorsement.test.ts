/** The endorsements that this installation hosts as Open Badges 2.0, handed in by themselves. */
import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { openBadge2Endorsement } from '../../../src/domain/endorsements/open-badge-2-endorsements.js';
import { withdrawEndorsement } from '../../../src/domain/invitations/withdraw-endorsement.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { anAcceptedEndorsement, linkSecret } from '../../support/builders/an-endorsement.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { aClaimedAward, institutionId, microCredentialId } from './claimed-award.js';
import { aForeignWeb } from './foreign-web.js';
import { allTold, told } from './told.js';

const base = 'https://acquis.example.org';
const id = 'End0rsement00000000001';
const address = `${base}/endorsements/${id}/open-badge-2.json`;

async function anEndorsed() {
  const { deps, fetched } = await aClaimedAward(base);
  const acceptedAt = new Date('2026-11-20T08:30:00Z');
  const endorsements = memoryEndorsements(
    anAcceptedEndorsement({ id, institutionId, microCredentialId, acceptedAt }),
  );
  const endorsed = { ...deps, endorsements };
  const { json = '' } = (await openBadge2Endorsement(endorsed, id)) ?? {};
  const verify = (text: string, email?: string) => verifyCredential(endorsed, { text, email });
  return {
    deps: endorsed,
    fetched,
    json,
    document: JSON.parse(json) as JsonObject,
    verify,
  };
}

describe('verifying our own hosted endorsement of Open Badges 2.0', function () {
  this.timeout(60_000);

  it('when it or its address is given, then it is valid, told as an endorsement, and no server is asked', async () => {
    const { json, verify, fetched } = await anEndorsed();
    for (const text of [json, address]) {
      const report = await verify(text);
      expect(allTold(report)).to.deep.equal({
        readable: 'passed: open-badge-2-endorsement',
        schema: 'passed: shape-right',
        contexts: 'passed: open-badge-2-context',
        signature: 'passed: hosted-as-given',
        'key-belongs-to-issuer': 'passed: hosted-by-issuer',
        'issuer-identified': 'passed: issuer-known-here',
        dates: 'passed: valid-for-ever',
        status: 'passed: hosted-not-revoked',
        recipient: 'not-checked: recipient-not-asked',
        'european-elements': 'not-checked: european-elements-of-no-award',
      });
      expect([report.outcome, report.kind]).to.deep.equal(['valid', 'endorsement']);
      expect(report.credential).to.include({
        id: address,
        issuerName: 'Université de Test',
        endorses: `${base}/achievements/${microCredentialId}/1/badge-class.json`,
      });
      expect(report.credential?.comment).to.contain('We hire people who hold it.').and.to.contain('Acme SA');
    }
    expect(fetched).to.deep.equal([]);
  });

  it('when it was withdrawn, then a copy and its address say so, and nothing of what was said is told', async () => {
    const { deps, json, verify } = await anEndorsed();
    await withdrawEndorsement(deps, linkSecret);
    for (const text of [json, address]) {
      const report = await verify(text);
      expect([report.outcome, report.kind]).to.deep.equal(['revoked', 'endorsement']);
      expect(told(report, 'schema')).to.equal('passed: open-badge-2-revoked-form');
      expect(report.checks.find(({ name }) => name === 'status')?.details).to.deep.equal({
        revocationReason: 'Withdrawn by the organisation that gave it.',
      });
      expect(JSON.stringify(report)).to.not.contain('We hire');
    }
  });

  it('when a copy says something else, then it is altered, and what the address says is told', async () => {
    const { document, verify } = await anEndorsed();
    const claim = document['claim'] as JsonObject;
    for (const [changed, member] of [
      [{ claim: { ...claim, endorsementComment: 'The best.' } }, 'claim.endorsementComment'],
      [{ claim: { ...claim, id: 'https://evil.example/badge' } }, 'claim.id'],
      [{ issuedOn: '2020-01-01T00:00:00Z' }, 'issuedOn'],
      [{ issuer: 'https://evil.example/issuer' }, 'issuer'],
    ] as const) {
      const report = await verify(JSON.stringify({ ...document, ...changed }));
      expect([report.outcome, told(report, 'signature')]).to.deep.equal([
        'altered',
        'failed: hosted-differs',
      ]);
      expect(report.checks.find(({ name }) => name === 'signature')?.details).to.include({ member });
      expect(report.credential?.comment).to.contain('We hire people who hold it.');
    }
  });

  it('when somebody writes one in our name, here or on a server of theirs, then it is not ours', async () => {
    const { deps, document } = await anEndorsed();
    const elsewhere = { ...document, id: 'https://evil.example/endorsement.json' };
    const web = aForeignWeb({ [elsewhere.id]: { json: elsewhere } });
    const outcomeOf = async (given: JsonObject, fetchDocument = web.fetchDocument) => {
      const report = await verifyCredential({ ...deps, fetchDocument }, { text: JSON.stringify(given) });
      return [report.outcome, told(report, 'signature'), told(report, 'key-belongs-to-issuer')];
    };
    expect(await outcomeOf(elsewhere)).to.deep.equal([
      'invalid',
      'passed: hosted-as-given',
      'failed: hosted-elsewhere',
    ]);
    expect(await outcomeOf(elsewhere, deps.fetchDocument)).to.deep.equal([
      'invalid',
      'not-checked: address-unreachable',
      'failed: unknown-here',
    ]);
    const neverWas = { ...document, id: address.replace(id, 'End0rsement00000000002') };
    expect((await outcomeOf(neverWas)).slice(0, 2)).to.deep.equal(['invalid', 'failed: hosted-missing']);
    const unknownIssuer = { ...elsewhere, issuer: `${base}/institutions/Nobody/issuer-2.json` };
    web.stands.set(elsewhere.id, { json: unknownIssuer });
    expect((await outcomeOf(unknownIssuer))[2]).to.equal('failed: unknown-here');
  });
});
