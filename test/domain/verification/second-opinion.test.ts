import { expect } from 'chai';
import { outcomeOf } from '../../../src/domain/verification/outcome-of.js';
import { verificationOutcomes } from '../../../src/domain/verification/report.js';
import type { Opinion, OpinionQuestion } from '../../../src/domain/verification/second-opinion.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aClaimedAward } from './claimed-award.js';
import { depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer } from './open-badge-2-issuer.js';
import { told } from './told.js';

const noFault: Opinion = { faults: [], missing: [] };
const opinions: [what: string, opinion: Opinion | undefined, check: string][] = [
  ['finds no fault', noFault, 'passed: second-opinion-no-fault'],
  ['finds faults', { faults: ['Wrong.', 'Odd.'], missing: [] }, 'failed: second-opinion-faults'],
  [
    'lacks a document',
    { faults: ['Not given.'], missing: ['https://badges.example.net/nothing'] },
    'not-checked: second-opinion-incomplete',
  ],
  ['does not answer', undefined, 'not-checked: second-opinion-missing'],
];

describe('a second opinion on Open Badges 2.0', function () {
  this.timeout(30_000);
  const issuer = anOpenBadge2Issuer();
  const { assertion } = issuer.documents;
  const asked: OpinionQuestion[] = [];
  const verify = (text: string, opinion: Opinion | undefined) => {
    asked.length = 0;
    const ask = async (question: OpinionQuestion) => {
      asked.push(question);
      return opinion;
    };
    return verifyCredential({ ...depsOn(issuer.web), secondOpinion: { ask } }, { text });
  };
  const handedIn = {
    'a valid one': JSON.stringify(assertion),
    'an altered one': JSON.stringify({ ...assertion, issuedOn: '2020-01-01T00:00:00Z' }),
    'a signed one': issuer.sign(issuer.signedAssertion),
    'one that somebody else signed': issuer.sign(issuer.signedAssertion, 'another'),
  };

  for (const [what, opinion, check] of opinions) {
    it(`when the other ${what}, then it is told last, and the outcome is what it is without`, async () => {
      for (const [name, text] of Object.entries(handedIn)) {
        const alone = await verifyCredential(depsOn(issuer.web), { text });
        const report = await verify(text, opinion);
        expect(report.outcome, name).to.equal(alone.outcome);
        expect(told(report, 'second-opinion'), name).to.equal(check);
        expect(report.checks.slice(0, -1), name).to.deep.equal(alone.checks);
      }
    });
  }

  it('when it finds faults, then their number and the first are told, as texts of strangers are', async () => {
    const faults = [`First\u202E\n${'x'.repeat(1_000)}`, 'Second'];
    const report = await verify(handedIn['a signed one'], { faults, missing: [] });
    const details = report.checks.at(-1)?.details;
    expect(details?.['faults']).to.equal(2);
    expect(details?.['says']).to.match(/^First x+…$/);
  });

  it('when it is asked, then it gets the badge and what the lookups brought', async () => {
    await verify(handedIn['a valid one'], noFault);
    const { at, documents } = issuer;
    expect(asked).to.deep.equal([
      {
        badge: JSON.stringify(assertion),
        documents: Object.fromEntries(
          (['assertion', 'badge', 'issuer'] as const).map((part) => [
            at[part],
            JSON.stringify(documents[part]),
          ]),
        ),
      },
    ]);
    const before = issuer.web.fetched.length;
    await verify(handedIn['a signed one'], noFault);
    expect(asked[0]?.badge).to.equal(handedIn['a signed one']);
    expect(issuer.web.fetched.slice(before).sort()).to.deep.equal(
      Object.keys(asked[0]?.documents ?? {}).sort(),
    );
  });

  it('when it needs a document that we did not, then that is looked up once, and it is asked again', async () => {
    const { at, documents } = issuer;
    for (const [missing, times, check] of [
      [at.key, 2, 'passed: second-opinion-no-fault'],
      ['https://badges.example.net/nothing', 1, 'not-checked: second-opinion-incomplete'],
      ['file:///etc/passwd', 1, 'not-checked: second-opinion-incomplete'],
    ] as const) {
      const questions: OpinionQuestion[] = [];
      const ask = async (question: OpinionQuestion): Promise<Opinion> => {
        questions.push(question);
        return missing in question.documents ? noFault : { faults: ['Not given.'], missing: [missing] };
      };
      const deps = { ...depsOn(issuer.web), secondOpinion: { ask } };
      const report = await verifyCredential(deps, { text: JSON.stringify(assertion) });
      expect(told(report, 'second-opinion'), missing).to.equal(check);
      expect(questions).to.have.length(times);
      if (times === 2) expect(questions[1]?.documents[at.key]).to.equal(JSON.stringify(documents.key));
    }
  });

  it('when it never has enough, then it is asked twice and no more', async () => {
    let count = 0;
    const ask = async (): Promise<Opinion> => ({
      faults: [],
      missing: [[issuer.at.key, issuer.at.list][count++] ?? ''],
    });
    const deps = { ...depsOn(issuer.web), secondOpinion: { ask } };
    const report = await verifyCredential(deps, { text: JSON.stringify(assertion) });
    expect([count, told(report, 'second-opinion')]).to.deep.equal([
      2,
      'not-checked: second-opinion-incomplete',
    ]);
  });

  it('when it is an Open Badge 3.0, something unreadable, or nobody is there to ask, then nobody is asked', async () => {
    const { documents, deps } = await aClaimedAward();
    const secondOpinion = { ask: async () => Promise.reject(new Error('asked')) };
    for (const text of [documents.openBadge3, documents.openBadge3Jwt, 'no badge']) {
      const report = await verifyCredential({ ...deps, secondOpinion }, { text });
      expect(told(report, 'second-opinion')).to.equal('undefined: undefined');
    }
    const alone = await verifyCredential(depsOn(issuer.web), { text: JSON.stringify(assertion) });
    expect(told(alone, 'second-opinion')).to.equal('undefined: undefined');
  });

  it('when all there is to say is a second opinion, then it makes nothing valid', () => {
    for (const result of ['passed', 'failed', 'not-checked'] as const) {
      const outcome = outcomeOf([{ name: 'second-opinion', result, reason: 'second-opinion-no-fault' }]);
      expect(verificationOutcomes).to.include(outcome);
      expect(outcome).to.equal('unconfirmed');
    }
  });
});
