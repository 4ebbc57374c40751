import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { createDocumentChecks } from '../../../src/edges/document-checks/create-document-checks.js';
import { aForeignIssuer, type ForeignIssuer } from '../../domain/verification/foreign-issuer.js';
import { documentChecksHere } from '../../support/document-checks-here.js';

describe('createDocumentChecks', function () {
  this.timeout(120_000);
  let foreign: ForeignIssuer;
  const checks = createDocumentChecks((sentence) => {
    throw new Error(sentence);
  });
  before(async () => (foreign = await aForeignIssuer()));
  after(() => checks.close());

  const readingOf = (credential: JsonObject) => ({
    kind: 'open-badge-3' as const,
    credential,
    oddNumbers: 0,
  });
  const theKey = () => ({ multikey: foreign.issuer.multikey });

  it('a right credential, when it is checked in the thread, then passes', async () => {
    const credential = await foreign.sign(foreign.credential());
    expect((await checks.contexts(credential)).reason).to.equal('contexts-known');
    expect((await checks.signature(readingOf(credential), theKey())).reason).to.equal('signature-right');
  });

  it('documents of all kinds, when they are checked, then the answers are those of the checks themselves', async () => {
    const right = await foreign.sign(foreign.credential());
    const other = await aForeignIssuer('https://evil.example');
    const reasons = new Set<string>();
    for (const document of [
      right,
      { ...right, name: 'Another name' },
      { ...right, honours: 'summa' },
      { ...right, '@context': ['https://example.org/unknown'] },
      { ...right, proof: [] },
      await other.sign(foreign.credential()),
    ] as JsonObject[]) {
      const reading = readingOf(document);
      const [contexts, signature] = [
        await checks.contexts(document),
        await checks.signature(reading, theKey()),
      ];
      expect(contexts).to.deep.equal(await documentChecksHere.contexts(document));
      expect(signature).to.deep.equal(await documentChecksHere.signature(reading, theKey()));
      reasons.add(contexts.reason).add(signature.reason);
    }
    expect([...reasons].sort()).to.deep.equal([
      'context-unknown',
      'contexts-known',
      'proof-missing',
      'signature-right',
      'signature-wrong',
      'terms-undefined',
    ]);
  });

  it('a question, when it was answered before, then is answered without the thread, that of the contexts after the signature too; one not finished is not kept', async () => {
    const kept = createDocumentChecks((sentence) => {
      throw new Error(sentence);
    });
    const [credential, other] = [
      await foreign.sign(foreign.credential()),
      await foreign.sign({ ...foreign.credential(), name: 'Another' }),
    ];
    const ask = (document: JsonObject) => kept.signature(readingOf(document), theKey());
    expect((await ask(credential)).reason).to.equal('signature-right');
    await kept.close();
    expect((await kept.contexts(credential)).reason).to.equal('contexts-known');
    expect((await kept.contexts(other)).reason).to.equal('not-finished');
    expect((await ask(other)).reason).to.equal('not-finished');
    expect((await ask(credential)).reason).to.equal('signature-right');
    expect((await ask({ ...credential, name: 'Another' })).reason).to.equal('not-finished');
    expect((await kept.signature(readingOf(credential), { multikey: 'z6Mk' })).reason).to.equal(
      'not-finished',
    );
  });

  it('a class, when two of it were right in the thread, then the others are checked without it; what is wrong is never told so without it', async () => {
    const kept = createDocumentChecks((sentence) => {
      throw new Error(sentence);
    });
    const member = (number: number, changes: JsonObject = {}) =>
      foreign.sign({
        ...foreign.credential(),
        id: `https://issuer.example/credentials/${number}`,
        ...changes,
      });
    const ask = (document: JsonObject) => kept.signature(readingOf(document), theKey());
    for (const number of [1, 2]) expect((await ask(await member(number))).reason).to.equal('signature-right');
    const third = await member(3);
    // after the template that it asks the thread for
    expect((await kept.contexts(await member(9))).reason).to.equal('contexts-known');
    await kept.close();
    expect(await ask(third)).to.deep.equal(await documentChecksHere.signature(readingOf(third), theKey()));
    expect(await kept.contexts(third)).to.deep.equal(await documentChecksHere.contexts(third));
    for (const wrong of [
      { ...third, id: 'https://issuer.example/credentials/4' },
      { ...third, name: 'Another' },
      { ...third, honours: 'summa' },
      { ...third, proof: (await member(4))['proof'] ?? null },
    ])
      expect((await ask(wrong)).reason).to.equal('not-finished');
    expect((await ask(await member(5, { name: 'Another' }))).reason).to.equal('not-finished');
  });

  it('a class, when it was signed here, then is kept apart from those of strangers, by the name of its key', async () => {
    const asked: string[] = [];
    const kept = createDocumentChecks(
      (sentence) => {
        throw new Error(sentence);
      },
      {
        isOwnKey(reference) {
          asked.push(reference);
          return reference.startsWith(foreign.issuer.did);
        },
      },
    );
    const stranger = await aForeignIssuer('https://stranger.example');
    const classOf = (issuer: ForeignIssuer, name: string) => async (number: number) => {
      const id = `https://issuer.example/credentials/${name.length}-${number}`;
      const credential = await issuer.sign({ ...issuer.credential(), id, name });
      const key = { multikey: issuer.issuer.multikey };
      return (await kept.signature(readingOf(credential), key)).reason;
    };
    const here = classOf(foreign, 'Here');
    for (const number of [1, 2]) await here(number);
    for (const name of Array.from({ length: 10 }, (_, n) => 'x'.repeat(22_000 + n)))
      for (const number of [1, 2]) await classOf(stranger, name)(number);
    expect(asked[0]).to.contain('#');
    await kept.close();
    expect(await here(3)).to.equal('signature-right');
  });

  it('a document, when its check takes longer than there is time, then is told as not checked', async () => {
    const troubles: string[] = [];
    const hasty = createDocumentChecks((sentence) => void troubles.push(sentence), { jobMs: 1 });
    const credential = await foreign.sign(foreign.credential());
    const told = [await hasty.contexts(credential), await hasty.signature(readingOf(credential), theKey())];
    expect(told).to.deep.equal([
      { name: 'contexts', result: 'not-checked', reason: 'not-finished' },
      { name: 'signature', result: 'not-checked', reason: 'not-finished' },
    ]);
    expect(troubles).to.have.length(2);
    await hasty.close();
  });
});
