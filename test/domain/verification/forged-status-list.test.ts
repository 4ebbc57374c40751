/**
 * What an attacker may try: nothing of it may end as 'valid', and each is told for what it is. Beside it stands which independent
 * verifiers believe the credential by that list (peers.ts): those are fooled. openbadgeslib is not asked to look at who signed
 * it, which it can for lists in a JWT alone.
 */
import { expect } from 'chai';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { foreignBase, listUrl } from './foreign-issuer.js';
import { checkedAt } from './foreign-web.js';
import { check, evil, expectBelieved, good, signed, subjectOf } from './forger.js';
import { allPeers, type Peer } from './peers.js';
import { told } from './told.js';

describe('forging a credential by its status list', function () {
  this.timeout(60_000);

  const withList = async (list: JsonObject, reason: string, believedBy?: readonly Peer[]): Promise<void> => {
    const { publishList, list: make } = await good;
    publishList(list);
    const credential = await signed();
    const report = await check(credential);
    try {
      if (believedBy) await expectBelieved(credential, believedBy);
    } finally {
      publishList(await make([]));
    }
    expect([report.outcome, told(report, 'status')]).to.deep.equal(['unconfirmed', `not-checked: ${reason}`]);
  };

  it('when the credential is revoked, then nobody believes it; when another is, then all do (or the others would prove nothing)', async () => {
    const { publishList, list } = await good;
    const credential = await signed();
    publishList(await list([4242]));
    expect((await check(credential)).outcome).to.equal('revoked');
    await expectBelieved(credential, []);
    publishList(await list([4241]));
    expect((await check(credential)).outcome).to.equal('valid');
    await expectBelieved(credential, allPeers);
    publishList(await list([]));
  });

  it('when the list is another issuer’s, then it counts for nothing', async () => {
    const { list, sign } = await evil;
    const plain = without(await list([]), 'proof');
    await withList(await sign({ ...plain, id: listUrl }), 'status-list-of-another', [
      'openbadgeslib',
      'verifier-core',
    ]);
  });

  it('when another signs a list in the issuer’s name, then it counts for nothing', async () => {
    const plain = without(await (await good).list([]), 'proof');
    await withList(await (await evil).sign(plain), 'status-list-of-another', ['openbadgeslib']);
  });

  it('when the list is not signed, or was changed, then it counts for nothing', async () => {
    const { list } = await good;
    const clean = await list([]);
    const plain = without(clean, 'proof');
    await withList(plain, 'status-list-unsigned', ['openbadgeslib']);
    const revoking = await list([4242]);
    await withList(
      { ...revoking, credentialSubject: clean['credentialSubject'] ?? {} },
      'status-list-unsigned',
      ['openbadgeslib'],
    );
  });

  it('when an old list is shown again after its end, then it counts for nothing', async () => {
    const { list } = await good;
    await withList(await list([], { validUntil: '2026-03-05T00:00:00Z' }), 'status-list-expired', []);
  });

  it('when the list is of tomorrow, then it counts for nothing; when it was signed while we asked, it counts', async () => {
    const { list, publishList } = await good;
    const after = (ms: number): string => new Date(checkedAt.getTime() + ms).toISOString();
    await withList(await list([], { validFrom: after(24 * 3_600_000) }), 'status-list-malformed');
    publishList(await list([], { validFrom: after(2_000) }));
    const report = await check(await signed());
    publishList(await list([]));
    expect([report.outcome, told(report, 'status')]).to.deep.equal(['valid', 'passed: not-revoked']);
  });

  it('when the end of a list is hidden or unreadable, then it counts for nothing', async () => {
    const { list } = await good;
    const { validUntil, ...rest } = await list([], { validUntil: '2026-03-05T00:00:00Z' });
    const hidden = {
      'https://www.w3.org/2018/credentials#validUntil': {
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        '@value': validUntil ?? '',
      },
    };
    await withList({ ...rest, ...hidden }, 'status-list-malformed', allPeers);
    await withList(await list([], { validUntil: 'never' }), 'status-list-malformed', []);
  });

  it('when it is the list of another address or purpose, then it counts for nothing', async () => {
    const { list } = await good;
    await withList(await list([], { id: `${foreignBase}/status/list2` }), 'status-list-of-another', allPeers);
    const plain = without(await list([]), 'proof');
    const subject = { ...subjectOf(plain), statusPurpose: 'suspension' };
    const other = await (await good).sign({ ...plain, credentialSubject: subject });
    await withList(other, 'status-purpose-differs', []);
  });

  it('when the list’s address leads to another server, then it counts for nothing', async () => {
    const { web, list } = await good;
    web.stands.set('https://liar.example/list.json', { json: await list([]) });
    web.stands.set(listUrl, { redirect: 'https://liar.example/list.json' });
    const credential = await signed();
    const report = await check(credential);
    await expectBelieved(credential, allPeers);
    web.stands.set(listUrl, { json: await list([]) });
    expect([report.outcome, told(report, 'status')]).to.deep.equal([
      'unconfirmed',
      'not-checked: address-redirected',
    ]);
  });
});
