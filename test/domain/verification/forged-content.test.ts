/**
 * What an attacker may try: nothing of it may end as 'valid', and each is told for what it is. Beside it stands which independent
 * verifiers believe it (peers.ts): those are fooled.
 */
import { expect } from 'chai';
import { type JsonValue, without } from '../../../src/documents/json/json-value.js';
import { check, expectBelieved, expectTold, good, proofOf, signed, subjectOf } from './forger.js';
import { allPeers, byStatements } from './peers.js';
import { told } from './told.js';

describe('forging a credential by changing what was signed', function () {
  this.timeout(60_000);

  it('when nothing is forged, then it is valid (or the others would prove nothing)', async () => {
    const credential = await signed();
    expect((await check(credential)).outcome).to.equal('valid');
    await expectBelieved(credential, allPeers);
  });

  it('when the grade is changed, then it is altered', async () => {
    const credential = await signed();
    const text = JSON.stringify(credential).replace('"value":"17"', '"value":"20"');
    expect(text).to.contain('"value":"20"');
    await expectTold(text, 'altered', 'signature', 'failed: signature-wrong', []);
  });

  it('when the end date is taken out, then it is altered', async () => {
    await expectTold(
      without(await signed(), 'validUntil'),
      'altered',
      'signature',
      'failed: signature-wrong',
      [],
    );
  });

  it('when the status is taken out, then it is altered', async () => {
    await expectTold(
      without(await signed(), 'credentialStatus'),
      'altered',
      'signature',
      'failed: signature-wrong',
      [],
    );
  });

  // Others read 'validUntil' and 'credentialStatus' by these names alone: what has ended or is revoked is in force to them.
  it('when end date or status is written out as an address, so that the signature stays right, then it is invalid', async () => {
    const ended = await signed({ validUntil: '2026-03-05T00:00:00Z' });
    await expectTold(ended, 'expired', 'dates', 'failed: expired', []);
    const until = {
      'https://www.w3.org/2018/credentials#validUntil': {
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        '@value': ended['validUntil'] ?? '',
      },
    };
    const endless = { ...without(ended, 'validUntil'), ...until };
    const report = await check(endless);
    expect([report.outcome, told(report, 'contexts'), told(report, 'signature')]).to.deep.equal([
      'invalid',
      'failed: terms-written-out',
      'passed: signature-right',
    ]);
    await expectBelieved(endless, byStatements);

    const { publishList, list } = await good;
    const revoked = await signed();
    publishList(await list([4242]));
    await expectTold(revoked, 'revoked', 'status', 'failed: revoked', []);
    const { credentialStatus, ...plain } = revoked;
    await expectTold(
      { ...plain, 'https://www.w3.org/2018/credentials#credentialStatus': credentialStatus ?? '' },
      'invalid',
      'contexts',
      'failed: terms-written-out',
      byStatements,
    );
    publishList(await list([]));
  });

  it('when the end date is moved to a twin of the same id, so that the signature stays right, then it is invalid', async () => {
    const { credential } = await good;
    const id = credential()['id'] ?? '';
    const evidence = [{ id, type: ['Evidence'], name: 'Itself' }];
    const ended = { evidence, validUntil: '2026-03-05T00:00:00Z' };
    const { validUntil, type, ...rest } = await signed(ended);
    const twin = {
      id,
      type: ['Evidence', ...(type as string[])],
      name: 'Itself',
      validUntil: validUntil ?? '',
    };
    const moved = { ...rest, type: type ?? [], evidence: [twin] };
    const report = await check(moved);
    expect([report.outcome, told(report, 'contexts'), told(report, 'signature')]).to.deep.equal([
      'invalid',
      'failed: id-repeated',
      'passed: signature-right',
    ]);
    await expectBelieved(moved, byStatements);
  });

  it('when it has no id, and others in it have none either, then only that is told of it', async () => {
    const nameless = without(await signed({ evidence: [{ type: ['Evidence'], name: 'Project' }] }), 'id');
    const report = await check(nameless);
    expect(told(report, 'contexts')).to.equal('passed: contexts-known');
    expect(told(report, 'schema')).to.match(/^failed/);
  });

  it('when a statement is added that no vocabulary defines, then it is invalid', async () => {
    const credential = await signed();
    await expectTold(
      { ...credential, honours: 'summa' },
      'invalid',
      'contexts',
      'failed: terms-undefined',
      [],
    );
    const subject = { ...subjectOf(credential), honours: 'summa' };
    await expectTold(
      { ...credential, credentialSubject: subject },
      'invalid',
      'contexts',
      'failed: terms-undefined',
      [],
    );
  });

  // The published contexts protect their words (https://www.w3.org/TR/json-ld11/#protected-term-definitions): nobody is fooled.
  it('when an own inline context swaps two words, then it is invalid', async () => {
    const credential = await signed();
    const swap = { name: 'https://schema.org/description', description: 'https://schema.org/name' };
    const inline = { ...credential, '@context': [...(credential['@context'] as string[]), swap] };
    await expectTold(inline, 'invalid', 'contexts', 'failed: context-inline', []);
    const subject = { ...subjectOf(credential), '@context': swap };
    await expectTold(
      { ...credential, credentialSubject: subject },
      'invalid',
      'contexts',
      'failed: context-inline',
      [],
    );
  });

  // https://www.w3.org/TR/vc-data-integrity/#validating-contexts asks for contexts that are known; two take any.
  it('when the meanings of an issuer’s own words are exchanged, so that the signature stays right, then it is invalid', async () => {
    const { credential } = await good;
    const contexts = credential()['@context'] as string[];
    const [passed, failed] = [
      'https://badges.example.net/terms#passed',
      'https://badges.example.net/terms#failed',
    ];
    const original = await signed({
      '@context': [...contexts, { passed, failed }],
      passed: 'Soil',
      failed: 'Rock',
    });
    await expectBelieved(original, byStatements);
    const exchanged = {
      ...original,
      '@context': [...contexts, { passed: failed, failed: passed }],
      passed: 'Rock',
      failed: 'Soil',
    };
    const report = await check(exchanged);
    expect([report.outcome, told(report, 'contexts')]).to.deep.equal(['invalid', 'failed: context-inline']);
    await expectBelieved(exchanged, byStatements);
  });

  it('when the contexts are swapped or exchanged, then it is not valid', async () => {
    const credential = await signed();
    const [first = '', second = '', third = ''] = credential['@context'] as string[];
    await expectTold(
      { ...credential, '@context': [second, first, third] },
      'invalid',
      'contexts',
      'failed: context-order',
      [],
    );
    const legacy = ['https://www.w3.org/2018/credentials/v1', second, third];
    expect((await check({ ...credential, '@context': legacy })).outcome).to.not.equal('valid');
    await expectBelieved({ ...credential, '@context': legacy }, []);
  });

  // https://www.rfc-editor.org/rfc/rfc8259#section-4: who takes the last finds the signature right, who takes the first another grade.
  it('when a name is given twice, then it cannot be read', async () => {
    const text = JSON.stringify(await signed()).replace('"value":"17"', '"value":"20","value":"17"');
    await expectTold(text, 'unreadable', 'readable', 'failed: json-duplicate-key', allPeers);
  });

  it('when null or an empty list is put in, then it is invalid', async () => {
    const credential = await signed();
    for (const [empty, believedBy] of [
      [null, byStatements],
      [[], allPeers],
    ] as const) {
      const forged = { ...credential, image: empty as JsonValue };
      await expectTold(forged, 'invalid', 'schema', 'failed: empty-value', believedBy);
    }
  });

  it('when the signature is taken out or exchanged for an unknown kind, then it is not valid', async () => {
    const credential = await signed();
    const rest = without(credential, 'proof');
    await expectTold(rest, 'invalid', 'signature', 'failed: proof-missing', []);
    const unknown = [{ ...proofOf(credential), cryptosuite: 'none-2026' }];
    await expectTold(
      { ...rest, proof: unknown },
      'unconfirmed',
      'signature',
      'not-checked: proof-kind-unknown',
      [],
    );
  });
});
