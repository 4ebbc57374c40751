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
    await tokens.keep('platform-1', { token: 'aabbccdd00112233' });
    expect((await tokens.open('platform-1'))?.token).to.equal('aabbccdd00112233');
    expect(await tokens.keptSince('platform-1')).to.deep.equal(now);
    expect(JSON.stringify(await records.of('platform-1'))).not.to.contain('aabbccdd');
  });

  it('another one, when it is kept, then replaces it; when it is forgotten, then there is none', async () => {
    await tokens.keep('platform-1', { token: 'another' });
    expect((await tokens.open('platform-1'))?.token).to.equal('another');
    await tokens.forget('platform-1');
    expect([await tokens.open('platform-1'), await tokens.keptSince('platform-1')]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('a refusal, when it is noted, then is told until another answer is, or another token is kept', async () => {
    await tokens.keep('platform-3', { token: 'aabbccdd' });
    await tokens.noteAnswer('platform-3', 'aabbccdd', 'lms-token-refused');
    expect(await tokens.refusal('platform-3')).to.deep.equal({ reason: 'lms-token-refused', since: now });
    await tokens.noteAnswer('platform-3', 'aabbccdd', undefined);
    expect(await tokens.refusal('platform-3')).to.equal(undefined);
    await tokens.noteAnswer('platform-3', 'aabbccdd', 'lms-services-off');
    await tokens.keep('platform-3', { token: 'eeff0011' });
    expect(await tokens.refusal('platform-3')).to.equal(undefined);
  });

  it('a late answer, when it comes for a token that was replaced meanwhile, then says nothing of the present one', async () => {
    await tokens.keep('platform-4', { token: 'aabbccdd' });
    await tokens.keep('platform-4', { token: 'eeff0011' });
    await tokens.noteAnswer('platform-4', 'aabbccdd', 'lms-token-refused');
    expect(await tokens.refusal('platform-4')).to.equal(undefined);
  });

  it('an answer, when it is as the last one, then is not written down again for a minute', async () => {
    let [time, asked] = [now, 0];
    const counted = { ...records, of: async (id: string) => ((asked += 1), records.of(id)) };
    const one = createServiceTokens({ records: counted, envelope: envelope(), clock: () => time });
    await one.keep('platform-5', { token: 'aabbccdd' });
    for (let answer = 1; answer <= 300; answer += 1)
      await one.noteAnswer('platform-5', 'aabbccdd', undefined);
    expect(asked).to.equal(1);
    time = new Date(now.getTime() + 60_000);
    await one.noteAnswer('platform-5', 'aabbccdd', undefined);
    expect(asked).to.equal(2);
  });

  it('a token of one site, when the site beside it is changed, then does not open: it goes to no other server', async () => {
    const site = 'https://school.example.org';
    await tokens.keep('platform-6', { token: 'aabbccdd', site });
    expect(await tokens.open('platform-6')).to.deep.equal({ token: 'aabbccdd', site });
    const kept = await records.of('platform-6');
    for (const other of ['https://elsewhere.example.org', undefined]) {
      await records.put({ id: 'platform-6', sealed: kept?.sealed ?? '', site: other, since: now });
      expect((await thrownProblem(() => tokens.open('platform-6'))).code).to.equal('key-unreadable');
    }
  });

  it('a sealed token, when it is moved to another platform or the master key is another, then does not open', async () => {
    await tokens.keep('platform-1', { token: 'aabbccdd' });
    const kept = await records.of('platform-1');
    await records.put({ id: 'platform-2', sealed: kept?.sealed ?? '', since: now });
    expect((await thrownProblem(() => tokens.open('platform-2'))).code).to.equal('key-unreadable');
    const other = createServiceTokens({ records, envelope: envelope(), clock: () => now });
    expect((await thrownProblem(() => other.open('platform-1'))).code).to.equal('key-unreadable');
  });
});
