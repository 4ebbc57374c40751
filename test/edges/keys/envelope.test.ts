import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createEnvelope } from '../../../src/edges/keys/envelope.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('createEnvelope', () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const envelope = createEnvelope({ currentId: '1', keys: new Map([['1', first]]) });
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
  const secret = Buffer.from('a private key');

  it('a secret, sealed and opened with its context, is as it was', () => {
    expect(text(envelope.open(envelope.seal(secret, 'key-1'), 'key-1'))).to.equal('a private key');
    expect(envelope.open(envelope.seal(new Uint8Array(), 'empty'), 'empty')).to.have.length(0);
  });

  it('a secret, sealed twice, gives two texts that do not show it', () => {
    const [one, two] = [envelope.seal(secret, 'key-1'), envelope.seal(secret, 'key-1')];
    expect(one).not.to.equal(two);
    for (const encoding of ['utf8', 'base64url', 'hex'] as const) {
      expect(one).not.to.contain(secret.toString(encoding));
    }
  });

  it('a sealed text, moved to another record, does not open', async () => {
    const problem = await thrownProblem(() => envelope.open(envelope.seal(secret, 'key-1'), 'key-2'));
    expect(problem.code).to.equal('key-unreadable');
  });

  for (const part of ['iv', 'tag', 'data'] as const) {
    it(`a sealed text whose ${part} was altered, does not open`, async () => {
      const sealed = JSON.parse(envelope.seal(secret, 'key-1')) as Record<typeof part, string>;
      const bytes = Buffer.from(sealed[part], 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const altered = JSON.stringify({ ...sealed, [part]: bytes.toString('base64url') });
      expect((await thrownProblem(() => envelope.open(altered, 'key-1'))).code).to.equal('key-unreadable');
    });
  }

  it('a tag cut to four bytes, which GCM would allow, does not open', async () => {
    const sealed = JSON.parse(envelope.seal(secret, 'key-1')) as { tag: string };
    const tag = Buffer.from(sealed.tag, 'base64url').subarray(0, 4).toString('base64url');
    const problem = await thrownProblem(() => envelope.open(JSON.stringify({ ...sealed, tag }), 'key-1'));
    expect(problem.code).to.equal('key-unreadable');
  });

  for (const sealed of ['', 'no JSON', 'null', '[]', '{}', '{"v":2,"kid":"1","iv":"","tag":"","data":""}']) {
    it(`a text that is no sealed one, ${JSON.stringify(sealed)}, does not open`, async () => {
      expect((await thrownProblem(() => envelope.open(sealed, 'key-1'))).code).to.equal('key-unreadable');
    });
  }

  it('a text sealed with a former master key, opens while that key is named, and not otherwise', async () => {
    const old = envelope.seal(secret, 'key-1');
    const after = createEnvelope({
      currentId: '2',
      keys: new Map([
        ['1', first],
        ['2', second],
      ]),
    });
    expect(text(after.open(old, 'key-1'))).to.equal('a private key');
    expect(after.seal(secret, 'key-1')).to.contain('"kid":"2"');
    const without = createEnvelope({ currentId: '2', keys: new Map([['2', second]]) });
    const problem = await thrownProblem(() => without.open(old, 'key-1'));
    expect(problem.code).to.equal('key-unreadable');
    expect(problem.detail).to.contain('"1"');
  });

  it('another master key under the same name, does not open and is named', async () => {
    const other = createEnvelope({ currentId: '1', keys: new Map([['1', second]]) });
    const problem = await thrownProblem(() => other.open(envelope.seal(secret, 'key-1'), 'key-1'));
    expect(problem.code).to.equal('key-unreadable');
    expect(problem.detail).to.contain('"1"');
  });

  it('master keys without the current one, or of a wrong length, are refused', async () => {
    const none = await thrownProblem(() => createEnvelope({ currentId: '2', keys: new Map([['1', first]]) }));
    expect(none.code).to.equal('settings-invalid');
    const short = new Map([['1', randomBytes(16)]]);
    const problem = await thrownProblem(() => createEnvelope({ currentId: '1', keys: short }));
    expect(problem.code).to.equal('settings-invalid');
  });
});
