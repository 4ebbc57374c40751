import { expect } from 'chai';
import { outcomeOf } from '../../../src/domain/verification/outcome-of.js';
import type { VerificationReason } from '../../../src/domain/verification/reasons.js';
import {
  type Check,
  type CheckName,
  checkNames,
  type VerificationOutcome,
} from '../../../src/domain/verification/report.js';

type Changes = Partial<Record<CheckName, [Check['result'], VerificationReason]>>;

/** All passed but what is changed; a check set to undefined is left out. */
function checksWith(changes: Changes): Check[] {
  return checkNames.map((name) => {
    const [result, reason] = changes[name] ?? (['passed', 'shape-right'] as const);
    return { name, result, reason };
  });
}

const table: [what: string, changes: Changes, outcome: VerificationOutcome][] = [
  ['everything passed', {}, 'valid'],
  ['nobody asked for a person', { recipient: ['not-checked', 'recipient-not-asked'] }, 'valid'],
  ['the person cannot be compared', { recipient: ['not-checked', 'recipient-not-told'] }, 'valid'],
  ['it belongs to another person', { recipient: ['failed', 'recipient-differs'] }, 'other-person'],
  [
    'European elements are missing',
    { 'european-elements': ['not-checked', 'european-elements-none'] },
    'valid',
  ],
  ['the issuer keeps no list', { status: ['not-checked', 'status-none'] }, 'valid'],

  ['it cannot be read', { readable: ['failed', 'unknown-format'] }, 'unreadable'],
  ['its address did not answer', { readable: ['not-checked', 'address-unreachable'] }, 'unconfirmed'],

  ['it is an old copy', { 'key-belongs-to-issuer': ['failed', 'copy-outdated'] }, 'outdated'],
  [
    'it is an old copy of what is revoked',
    { 'key-belongs-to-issuer': ['failed', 'copy-outdated'], status: ['failed', 'revoked'] },
    'revoked',
  ],
  [
    'it is an old copy of what has expired',
    { 'key-belongs-to-issuer': ['failed', 'copy-outdated'], dates: ['failed', 'expired'] },
    'expired',
  ],
  [
    'it is an old copy whose status is not known',
    { 'key-belongs-to-issuer': ['failed', 'copy-outdated'], status: ['not-checked', 'address-unreachable'] },
    'unconfirmed',
  ],
  [
    'it is an old copy, and altered',
    { 'key-belongs-to-issuer': ['failed', 'copy-outdated'], signature: ['failed', 'signature-wrong'] },
    'altered',
  ],
  ['a thief signed it', { 'key-belongs-to-issuer': ['failed', 'key-compromised'] }, 'invalid'],
  ['a thief changed it', { 'key-belongs-to-issuer': ['failed', 'copy-differs'] }, 'invalid'],
  ['the signature is wrong', { signature: ['failed', 'signature-wrong'] }, 'altered'],
  ['it shows what nobody signed', { signature: ['failed', 'disclosure-unknown'] }, 'altered'],
  ['the token contradicts itself', { signature: ['failed', 'jwt-claims-differ'] }, 'altered'],
  ['the hosted badge says something else', { signature: ['failed', 'hosted-differs'] }, 'altered'],
  ['it is not signed', { signature: ['failed', 'proof-missing'] }, 'invalid'],
  ['the signature is for another purpose', { signature: ['failed', 'proof-malformed'] }, 'invalid'],
  ['the algorithm is refused', { signature: ['failed', 'jwt-algorithm-refused'] }, 'invalid'],
  ['the key could not be had', { signature: ['not-checked', 'key-missing'] }, 'unconfirmed'],
  ['the signature kind is unknown', { signature: ['not-checked', 'proof-kind-unknown'] }, 'unconfirmed'],

  ['the shape is wrong', { schema: ['failed', 'shape-wrong'] }, 'invalid'],
  ['the shape was not checked', { schema: ['not-checked', 'not-reached'] }, 'unconfirmed'],
  ['a context is inline', { contexts: ['failed', 'context-inline'] }, 'invalid'],
  ['a term is undefined', { contexts: ['failed', 'terms-undefined'] }, 'invalid'],
  ['a context is unknown', { contexts: ['failed', 'context-unknown'] }, 'unconfirmed'],

  ['the key is another’s', { 'key-belongs-to-issuer': ['failed', 'key-of-another'] }, 'invalid'],
  ['the key is not published', { 'key-belongs-to-issuer': ['failed', 'key-not-published'] }, 'invalid'],
  [
    'the key’s owner is unknown',
    { 'key-belongs-to-issuer': ['not-checked', 'key-owner-unknown'] },
    'unconfirmed',
  ],
  [
    'nobody knows who the issuer is',
    { 'issuer-identified': ['not-checked', 'issuer-is-a-key'] },
    'unconfirmed',
  ],

  ['its time is over', { dates: ['failed', 'expired'] }, 'expired'],
  ['its signature’s time is over', { dates: ['failed', 'proof-expired'] }, 'expired'],
  ['its time has not come', { dates: ['failed', 'not-yet-valid'] }, 'not-yet-valid'],
  ['it has no date', { dates: ['failed', 'date-missing'] }, 'invalid'],
  ['a date cannot be read', { dates: ['failed', 'date-malformed'] }, 'invalid'],
  ['dates were not checked', { dates: ['not-checked', 'not-reached'] }, 'unconfirmed'],

  ['it is revoked', { status: ['failed', 'revoked'] }, 'revoked'],
  ['it is suspended', { status: ['failed', 'suspended'] }, 'suspended'],
  ['its status cannot be read', { status: ['failed', 'status-malformed'] }, 'invalid'],
  ['the list could not be had', { status: ['not-checked', 'address-unreachable'] }, 'unconfirmed'],
  ['the list is not signed', { status: ['not-checked', 'status-list-unsigned'] }, 'unconfirmed'],
  ['the kind of status is unknown', { status: ['not-checked', 'status-kind-unknown'] }, 'unconfirmed'],
];

const together: [what: string, changes: Changes, outcome: VerificationOutcome][] = [
  [
    'it is revoked, expired and for another person',
    {
      status: ['failed', 'revoked'],
      dates: ['failed', 'expired'],
      recipient: ['failed', 'recipient-differs'],
    },
    'revoked',
  ],
  [
    'it is altered and says that it is expired',
    { signature: ['failed', 'signature-wrong'], dates: ['failed', 'expired'] },
    'altered',
  ],
  [
    'it is altered and the place it names is revoked',
    { signature: ['failed', 'signature-wrong'], status: ['failed', 'revoked'] },
    'altered',
  ],
  [
    'somebody else signed it and it is expired',
    { 'key-belongs-to-issuer': ['failed', 'key-of-another'], dates: ['failed', 'expired'] },
    'invalid',
  ],
  [
    'a context is unknown and the signature is missing',
    { contexts: ['failed', 'context-unknown'], signature: ['failed', 'proof-missing'] },
    'invalid',
  ],
  [
    'a context is unknown and the key is another’s',
    { contexts: ['failed', 'context-unknown'], 'key-belongs-to-issuer': ['failed', 'key-of-another'] },
    'invalid',
  ],
  [
    'the key could not be had and it is expired: that it was ever genuine cannot be said',
    { signature: ['not-checked', 'key-missing'], dates: ['failed', 'expired'] },
    'unconfirmed',
  ],
  [
    'the key could not be had and a list says revoked',
    { signature: ['not-checked', 'key-missing'], status: ['failed', 'revoked'] },
    'revoked',
  ],
  [
    'the list could not be had and it is expired: expired is certain',
    { status: ['not-checked', 'address-unreachable'], dates: ['failed', 'expired'] },
    'expired',
  ],
  [
    'the list could not be had and it is for another person',
    { status: ['not-checked', 'address-unreachable'], recipient: ['failed', 'recipient-differs'] },
    'unconfirmed',
  ],
  [
    'it is expired and for another person',
    { dates: ['failed', 'expired'], recipient: ['failed', 'recipient-differs'] },
    'expired',
  ],
  [
    'it cannot be read and nothing else was reached',
    Object.fromEntries(
      checkNames.map((name) => [
        name,
        name === 'readable' ? ['failed', 'empty'] : ['not-checked', 'not-reached'],
      ]),
    ),
    'unreadable',
  ],
];

describe('the outcome of all checks', () => {
  for (const [what, changes, outcome] of [...table, ...together]) {
    it(`when ${what}, then ${outcome}`, () => {
      expect(outcomeOf(checksWith(changes))).to.equal(outcome);
    });
  }

  it('when a check that decides is left out, then it is never valid', () => {
    const deciding = checkNames.filter((name) => name !== 'recipient' && name !== 'european-elements');
    for (const left of deciding) {
      const checks = checksWith({}).filter(({ name }) => name !== left);
      expect(outcomeOf(checks), left).to.equal('unconfirmed');
    }
    expect(outcomeOf([])).to.equal('unconfirmed');
  });

  it('when any one deciding check failed or was not made, then it is not valid, whatever the reason', () => {
    const deciding = checkNames.filter((name) => name !== 'recipient' && name !== 'european-elements');
    for (const name of deciding) {
      for (const result of ['failed', 'not-checked'] as const) {
        const outcome = outcomeOf(checksWith({ [name]: [result, 'not-reached'] }));
        expect(outcome, `${name} ${result}`).to.not.equal('valid');
      }
    }
  });
});
