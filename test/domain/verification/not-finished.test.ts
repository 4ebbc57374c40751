import { expect } from 'chai';
import type { DocumentChecks } from '../../../src/domain/verification/document-checks.js';
import type { Check, VerificationReport } from '../../../src/domain/verification/report.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { documentChecksHere } from '../../support/document-checks-here.js';
import { heldTime } from '../../support/held-time.js';
import { aClr } from '../../documents/clr/a-clr.js';
import { anInstitution } from '../../documents/credential-content.builder.js';
import { aForeignIssuer, foreignBase, issued, type ForeignIssuer } from './foreign-issuer.js';
import { checkedAt, depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer } from './open-badge-2-issuer.js';
import { told } from './told.js';

describe('a check that does not come to its end', function () {
  this.timeout(60_000);
  let foreign: ForeignIssuer;
  before(async () => (foreign = await aForeignIssuer()));

  const unfinished = (name: Check['name']): Check => ({
    name,
    result: 'not-checked',
    reason: 'not-finished',
  });
  const isList = (document: object): boolean => JSON.stringify(document).includes('encodedList');
  const report = async (documentChecks: Partial<DocumentChecks>) => {
    const text = JSON.stringify(await foreign.sign(foreign.credential()));
    const deps = { ...depsOn(foreign.web), documentChecks: { ...documentChecksHere, ...documentChecks } };
    return verifyCredential(deps, { text });
  };

  for (const name of ['contexts', 'signature'] as const)
    it(`when it is that of the ${name}, then the report says so, and the credential is unconfirmed`, async () => {
      const made = await report({ [name]: async () => unfinished(name) });
      expect([made.outcome, told(made, name)]).to.deep.equal(['unconfirmed', 'not-checked: not-finished']);
    });

  it('when it is that of the status list, then the status is not checked for this reason', async () => {
    for (const checks of [
      {
        contexts: async (document: Parameters<DocumentChecks['contexts']>[0]) =>
          isList(document) ? unfinished('contexts') : documentChecksHere.contexts(document),
      },
      {
        signature: async (...[reading, key]: Parameters<DocumentChecks['signature']>) =>
          isList(reading.credential) ? unfinished('signature') : documentChecksHere.signature(reading, key),
      },
    ] satisfies Partial<DocumentChecks>[]) {
      const made = await report(checks);
      expect(told(made, 'signature')).to.equal('passed: signature-right');
      expect([made.outcome, told(made, 'status')]).to.deep.equal([
        'unconfirmed',
        'not-checked: not-finished',
      ]);
    }
  });

  it('when none of a record has an answer, then the report is there after thirty seconds, and nothing in it is confirmed', async () => {
    const time = heldTime(checkedAt);
    const inner = await foreign.sign(foreign.credential());
    const institution = anInstitution({ id: 'inst1' });
    const record = aClr([inner, inner, inner], { base: foreignBase, institution, validFrom: issued });
    const asked: string[] = [];
    const never = (what: string) => (): Promise<never> => {
      asked.push(what);
      return new Promise(() => undefined);
    };
    const documentChecks = { contexts: never('contexts'), signature: never('signature') };
    const deps = { ...depsOn(foreign.web), clock: time.clock, timers: time.timers, documentChecks };
    let made: VerificationReport | undefined;
    const text = JSON.stringify(await foreign.sign(record));
    const running = verifyCredential(deps, { text }).then((report) => (made = report));
    while (asked.length === 0) await time.pass(0);
    await time.pass(29_999);
    expect(made).to.equal(undefined);
    await time.pass(1);
    await running;
    expect(time.pending()).to.equal(0);
    // what comes after the time is over is not asked for
    expect(asked).to.deep.equal(['signature']);
    expect([made?.outcome, ...(made?.inside ?? []).map(({ outcome }) => outcome)]).to.deep.equal(
      Array.from({ length: 4 }, () => 'unconfirmed'),
    );
    for (const name of ['signature', 'contexts'])
      expect(made?.checks.find((check) => check.name === name)?.reason).to.equal('not-finished');
  });

  it('when the other verifier has no answer, then the report is there after thirty seconds without it', async () => {
    const time = heldTime(checkedAt);
    const issuer = anOpenBadge2Issuer();
    let asked = 0;
    const secondOpinion = {
      ask: (): Promise<never> => {
        asked += 1;
        return new Promise(() => undefined);
      },
    };
    const deps = { ...depsOn(issuer.web), clock: time.clock, timers: time.timers, secondOpinion };
    const running = verifyCredential(deps, { text: JSON.stringify(issuer.documents.assertion) });
    while (asked === 0) await time.pass(0);
    await time.pass(30_000);
    expect(told(await running, 'second-opinion')).to.equal('not-checked: second-opinion-missing');
  });

  it('when the credential is a JWT, then its signature is checked all the same: that is quick', async () => {
    const jwt = await foreign.jwt(foreign.credential());
    const documentChecks = { ...documentChecksHere, signature: async () => unfinished('signature') };
    const made = await verifyCredential({ ...depsOn(foreign.web), documentChecks }, { text: jwt });
    expect(told(made, 'signature')).to.equal('passed: signature-right');
  });
});
