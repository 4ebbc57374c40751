import { expect } from 'chai';
import { looksLikeState, openState, signState } from '../../../src/lti/launch/launch-state.js';

describe('the state of a launch', () => {
  const key = new Uint8Array(32).fill(7);
  const at = new Date('2026-11-26T10:00:00Z');
  const content = {
    purpose: 'login' as const,
    nonce: 'n'.repeat(22),
    platformId: 'p'.repeat(22),
    browserHash: 'b'.repeat(64),
    storageTarget: 't'.repeat(100),
    expiresAt: at.getTime() + 600_000,
  };
  const { state, id } = signState(key, content);

  it('signed, opened with the same key, tells what was signed and under which id it is used', () => {
    expect(openState(key, state, at)).to.deep.equal({ ...content, id });
  });

  it('signed with the longest content there is, is short enough for an address', () => {
    const longest = signState(key, { ...content, proofHash: 'f'.repeat(64) }).state;
    expect(longest.length).to.be.lessThan(800);
    expect(looksLikeState(longest)).to.equal(true);
  });

  it('opened with another key, is unknown', () => {
    expect(openState(new Uint8Array(32), state, at)).to.equal(undefined);
  });

  it('opened at its end, is unknown', () => {
    expect(openState(key, state, new Date(content.expiresAt))).to.equal(undefined);
  });

  it('changed in any one letter, is unknown', () => {
    const opened = [...state].map((letter, place) => {
      const other = letter === 'A' ? 'B' : 'A';
      return openState(key, state.slice(0, place) + other + state.slice(place + 1), at);
    });
    expect(opened.filter((one) => one !== undefined)).to.deep.equal([]);
  });

  for (const [what, spelled] of [
    ['padding', `${state}=`],
    ['white space', `${state} `],
    ['a second signature', `${state}.${id}`],
    ['nothing before the signature', `.${id}`],
    ['no signature', state.split('.')[0] ?? ''],
    ['nothing at all', ''],
  ] as const) {
    it(`spelled with ${what}, is unknown: one state has one text`, () => {
      expect(openState(key, spelled, at)).to.equal(undefined);
    });
  }
});
