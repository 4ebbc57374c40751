/** https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm and the list of 1EdTech. */
import { expect } from 'chai';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { checkStatus } from '../../../src/documents/read/check-status.js';
import type { OpenBadge3Reading } from '../../../src/documents/read/reading.js';
import { statusReference } from '../../../src/documents/read/status-reference.js';
import { encodeStatusList, pairedPlace } from '../../../src/documents/status-list/bitstring.js';
import { revocationList } from '../../../src/documents/status-list/revocation-list.js';
import { statusListCredential } from '../../../src/documents/status-list/status-list-credential.js';
import { aCredential, testBase } from '../credential-content.builder.js';

const now = new Date('2026-06-01T00:00:00Z');
const award = aCredential();
const reading = (status?: JsonObject): OpenBadge3Reading => {
  const credential = achievementCredential(award);
  return {
    kind: 'open-badge-3',
    credential: status ? { ...credential, credentialStatus: status } : credential,
    oddNumbers: 0,
  };
};
const entry = (changes: JsonObject = {}): JsonObject => ({
  ...(achievementCredential(award)['credentialStatus'] as JsonObject),
  ...changes,
});
const list = (revokedIndexes: number[], changes: JsonObject = {}): JsonObject => ({
  ...statusListCredential({
    base: testBase,
    institutionId: 'inst1',
    listId: 'list1',
    revokedIndexes,
    validFrom: now,
  }),
  ...changes,
});
const subject = (changes: JsonObject): JsonObject => ({
  credentialSubject: { ...(list([])['credentialSubject'] as JsonObject), ...changes },
});
const judged = (document: JsonObject, status?: JsonObject, signed = true) =>
  checkStatus(reading(status), { document, signed }, now);

describe('checkStatus', () => {
  it('given our list, tells a clear place from a set one, and from one set by its pair', () => {
    const { index } = award.status;
    expect(judged(list([]))).to.include({ result: 'passed', reason: 'not-revoked' });
    expect(judged(list([index - 1, pairedPlace(index - 1)]))).to.include({ result: 'passed' });
    expect(judged(list([index]))).to.include({ result: 'failed', reason: 'revoked' });
    expect(judged(list([pairedPlace(index)]))).to.include({ result: 'failed', reason: 'revoked' });
  });

  it('given a list for suspension, says suspended', () => {
    const status = entry({ statusPurpose: 'suspension' });
    expect(judged(list([], subject({ statusPurpose: 'suspension' })), status)).to.include({
      reason: 'not-suspended',
    });
    const set = subject({
      statusPurpose: ['suspension', 'revocation'],
      encodedList: encodeStatusList([4242]),
    });
    expect(judged(list([], set), status)).to.include({ result: 'failed', reason: 'suspended' });
  });

  it('given the list of 1EdTech, finds the award in it by its id, with the reason', () => {
    const status = {
      id: 'https://acquis.example/institutions/inst1/revocation-list.json',
      type: '1EdTechRevocationList',
    };
    const revoked = (id: string) => revocationList(testBase, 'inst1', [{ id, reason: 'Mistake' }]);
    expect(judged(revoked('other'), status, false)).to.include({ result: 'passed', reason: 'not-revoked' });
    expect(judged(revoked(award.awardId), status, false)).to.deep.include({
      result: 'failed',
      reason: 'revoked',
      details: { revocationReason: 'Mistake' },
    });
  });

  const unjudged: [
    what: string,
    reason: string,
    document: JsonObject,
    status?: JsonObject,
    signed?: boolean,
  ][] = [
    ['a list that is not signed', 'status-list-unsigned', list([]), undefined, false],
    ['another kind of document', 'status-list-malformed', list([], { type: ['VerifiableCredential'] })],
    ['a list without subject', 'status-list-malformed', list([], { credentialSubject: 'x' })],
    ['a list of another address', 'status-list-of-another', list([], { id: 'https://x.example/1' })],
    ['a list of another purpose', 'status-purpose-differs', list([], subject({ statusPurpose: 'message' }))],
    [
      'a purpose nobody knows',
      'status-purpose-unknown',
      list([], subject({ statusPurpose: 'message' })),
      entry({ statusPurpose: 'message' }),
    ],
    ['a list that ended', 'status-list-expired', list([], { validUntil: '2026-05-31T23:59:59Z' })],
    ['a list that is no list', 'status-list-malformed', list([], subject({ encodedList: 'uAAAA' }))],
    ['a place outside', 'status-place-outside', list([]), entry({ statusListIndex: '131072' })],
    [
      'a 1EdTech list without list',
      'status-list-malformed',
      {},
      { id: 'https://x.example/l', type: '1EdTechRevocationList' },
    ],
  ];
  for (const [what, reason, document, status, signed] of unjudged) {
    it(`given ${what}, does not judge: ${reason}`, () => {
      expect(judged(document, status, signed)).to.include({ result: 'not-checked', reason });
    });
  }

  it('given no list, does not judge', () => {
    expect(checkStatus(reading(), undefined, now)).to.include({ reason: 'status-list-missing' });
  });
});

describe('statusReference', () => {
  const references: [what: string, changes: JsonObject, found: string][] = [
    ['our entry', {}, 'bitstring'],
    ['an index that is a number', { statusListIndex: 7 }, 'malformed'],
    ['a negative index', { statusListIndex: '-1' }, 'malformed'],
    ['an index with a fraction', { statusListIndex: '1.5' }, 'malformed'],
    ['an index beyond any list', { statusListIndex: '9999999999' }, 'malformed'],
    ['a list at a file', { statusListCredential: 'file:///etc/passwd' }, 'malformed'],
    ['no purpose', { statusPurpose: 7 }, 'malformed'],
    ['places of several bits', { statusSize: 2 }, 'unknown-kind'],
    ['another kind', { type: 'StatusList2021Entry' }, 'unknown-kind'],
  ];
  for (const [what, changes, found] of references) {
    it(`given ${what}, finds ${found}`, () => {
      expect(statusReference(reading(entry(changes))).found).to.equal(found);
    });
  }

  it('given no status, finds none; given a list of them, malformed', () => {
    const credential = without(achievementCredential(award), 'credentialStatus');
    expect(statusReference({ kind: 'open-badge-3', credential, oddNumbers: 0 }).found).to.equal('none');
    expect(statusReference(reading([entry()] as never)).found).to.equal('malformed');
  });
});
