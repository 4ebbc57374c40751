/** Whatever is done to a credential for wallets, it never verifies as something else; and nothing of it takes long. */
import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import { digestOf } from '../../../../src/documents/sd-jwt/disclosure.js';
import { readSdJwt } from '../../../../src/documents/sd-jwt/read-sd-jwt.js';
import { heldBackNames } from '../../../../src/documents/sd-jwt/held-back-claims.js';
import { without } from '../../../../src/documents/json/json-value.js';
import { told } from '../told.js';
import { aWalletIssuer, encoded, heldBack, payloadOf, type WalletIssuer } from './wallet-issuer.js';
import { computedSince } from '../../../support/computed-since.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~';
const anyOf = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

const mutations: ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + letters.charAt(randomInt(letters.length)) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at + randomInt(1, 40)),
  (text, at) => text.slice(0, at) + text.slice(randomInt(text.length)) + text.slice(at),
  (text, at) =>
    text.slice(0, at) +
    text
      .slice(at, at + 9)
      .split('')
      .reverse()
      .join('') +
    text.slice(at + 9),
];
/** Whole parts: taken out, doubled, exchanged. */
const ofParts: ((parts: string[], at: number) => string[])[] = [
  (parts, at) => parts.filter((_, place) => place !== at),
  (parts, at) => [...parts.slice(0, at), parts[at] ?? '', ...parts.slice(at)],
  (parts, at) => [...parts.slice(0, at), ...parts.slice(at).reverse()],
];

describe('a credential for wallets that was changed at random', function () {
  this.timeout(60_000);
  let here: WalletIssuer;
  let made: string;
  before(async () => {
    here = await aWalletIssuer();
    made = await here.make();
  });

  const whole = () => readSdJwt(made)?.claims ?? {};
  /** The same claims, but for those that its holder may keep back. */
  const saysNoMore = (text: string): boolean => {
    const claims = readSdJwt(text.trim())?.claims ?? {};
    const original = whole();
    const isSame = Object.entries(claims).every(([name, value]) => isDeepStrictEqual(value, original[name]));
    const left = Object.keys(original).filter((name) => !(name in claims));
    return isSame && left.every((name) => heldBackNames.some((held) => held === name));
  };

  it('2,000 times, when it is handed in, then it is valid only where it says nothing but what its issuer said', async () => {
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 2_000; round += 1) {
      const parts = made.split('~');
      const changed =
        round % 4 === 0
          ? anyOf(ofParts)(parts, randomInt(parts.length)).join('~')
          : anyOf(mutations)(made, randomInt(made.length));
      const { outcome } = await here.verify(changed);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'valid') expect(saysNoMore(changed), changed).to.equal(true);
    }
    expect([...outcomes.keys()]).to.include.members(['valid', 'altered', 'unreadable']);
    expect(outcomes.get('altered')).to.be.above(500);
  });

  const bombs: Record<string, () => [object, string[]]> = {
    'a thousand parts inside each other': () => {
      const nested = Array.from({ length: 1_000 }).reduce<string[]>(
        (texts) => [encoded(['c2FsdA', 'more', texts[0] === undefined ? 1 : heldBack(texts[0])]), ...texts],
        [],
      );
      return [heldBack(nested[0] ?? ''), nested];
    },
    'one part named by ten thousand digests': () => {
      const text = encoded(['c2FsdA', 'more', 1]);
      return [{ _sd: Array.from({ length: 10_000 }, () => digestOf(text)) }, [text]];
    },
    'parts that each name the next twice': () => {
      const nested = Array.from({ length: 60 }).reduce<string[]>((texts) => {
        const digest = texts[0] === undefined ? 'x' : digestOf(texts[0]);
        return [encoded(['c2FsdA', { a: [{ '...': digest }], b: [{ '...': digest }] }]), ...texts];
      }, []);
      return [{ list: [{ '...': digestOf(nested[0] ?? '') }] }, nested];
    },
    'two hundred thousand empty parts': () => [{}, Array.from({ length: 200_000 }, () => 'W10')],
    'twenty thousand decoys': () => [
      { _sd: Array.from({ length: 20_000 }, (_, place) => `decoy-${place}`) },
      [],
    ],
    'ten thousand values': () => [{ list: Array.from({ length: 10_000 }, (_, place) => place) }, []],
  };
  for (const [what, build] of Object.entries(bombs)) {
    it(`when it is made of ${what}, then the answer takes less than a second of computing`, async () => {
      const [changes, texts] = build();
      const text = await here.sign({ ...without(payloadOf(made), '_sd'), ...changes }, texts);
      const begun = process.cpuUsage();
      const report = await here.verify(text);
      expect(computedSince(begun)).to.be.below(1_000);
      // decoys are no fault
      if (what.includes('decoys')) expect(report.outcome).to.equal('valid');
      else expect(told(report, 'readable'), what).to.match(/^(failed: too-complex|passed: sd-jwt-vc)$/);
      if (!what.includes('decoys')) expect(report.outcome).not.to.equal('valid');
    });
  }
});
