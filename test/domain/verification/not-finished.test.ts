import { expect } from 'chai';
import type { DocumentChecks } from '../../../src/domain/verification/document-checks.js';
import type { Check } from '../../../src/domain/verification/report.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { documentChecksHere } from '../../support/document-checks-here.js';
import { aForeignIssuer, type ForeignIssuer } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';
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

  it('when the credential is a JWT, then its signature is checked all the same: that is quick', async () => {
    const jwt = await foreign.jwt(foreign.credential());
    const documentChecks = { ...documentChecksHere, signature: async () => unfinished('signature') };
    const made = await verifyCredential({ ...depsOn(foreign.web), documentChecks }, { text: jwt });
    expect(told(made, 'signature')).to.equal('passed: signature-right');
  });
});
