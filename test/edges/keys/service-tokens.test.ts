import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createEnvelope } from '../../../src/edges/keys/envelope.js';
import { createServiceTokens } from '../../../src/edges/keys/service-tokens.js';
import { memorySealedTokens } from '../../support/memory/memory-sealed-tokens.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const envelope = () => createEnvelope({ currentId: '1', keys: new Map([['1', randomBytes(32)]]) });

describe('web-service tokens', () => {
  const records = memorySealedTokens();
  const tokens = createServiceTokens({ records, envelope: envelope(), clock: () => now });

  it('a token, when it was kept, then opens for its platform, and lies there sealed', async () => {
    await tokens.keep('platform-1', 'aabbccdd00112233');
    expect(await tokens.open('platform-1')).to.equal('aabbccdd00112233');
    expect(await tokens.keptSince('platform-1')).to.deep.equal(now);
    expect(JSON.stringify(await records.of('platform-1'))).not.to.contain('aabbccdd');
  });

  it('another one, when it is kept, then replaces it; when it is forgotten, then there is none', async () => {
    await tokens.keep('platform-1', 'another');
    expect(await tokens.open('platform-1')).to.equal('another');
    await tokens.forget('platform-1');
    expect([await tokens.open('platform-1'), await tokens.keptSince('platform-1')]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('a sealed token, when it is moved to another platform or the master key is another, then does not open', async () => {
    await tokens.keep('platform-1', 'aabbccdd');
    const kept = await records.of('platform-1');
    await records.put({ id: 'platform-2', sealed: kept?.sealed ?? '', since: now });
    expect((await thrownProblem(() => tokens.open('platform-2'))).code).to.equal('key-unreadable');
    const other = createServiceTokens({ records, envelope: envelope(), clock: () => now });
    expect((await thrownProblem(() => other.open('platform-1'))).code).to.equal('key-unreadable');
  });
});
