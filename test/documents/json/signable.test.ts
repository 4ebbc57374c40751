/** https://www.imsglobal.org/spec/ob/v3p0/#serialization and what widespread verifiers read differently. */
import { expect } from 'chai';
import { isSafeNumber, signable } from '../../../src/documents/json/signable.js';
import { utcSeconds } from '../../../src/documents/json/utc-seconds.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('signable', () => {
  it('given null, undefined and empty arrays anywhere, leaves them out', () => {
    const draft = { a: null, b: undefined, c: [], d: [null, 1, []], e: { f: null, g: 'x' }, h: false, i: 0 };
    expect(signable(draft)).to.deep.equal({ d: [1], e: { g: 'x' }, h: false, i: 0 });
  });

  it('given control characters, keeps LF and text about them alone', () => {
    const text = 'a\u0000b\u0007c\td\r\ne\rf\u007fg\u0085h\ni';
    expect(signable({ text })).to.deep.equal({ text: 'abc d\ne\nfgh\ni' });
  });

  it('given accents, emoji and line separators, changes nothing', () => {
    const text = 'Été 🌱 漢字 \u2028 "quoted" \\ <b>';
    expect(signable({ text })).to.deep.equal({ text });
  });

  for (const text of ['\ud83c', 'a\udf31', '\udf31\ud83c']) {
    it(`given the lone surrogate in ${JSON.stringify(text)}, refuses`, async () => {
      expect((await thrownProblem(() => signable({ a: [{ text }] }))).code).to.equal('document-invalid');
    });
  }

  for (const number of [0.5, 0.1, -0.25, NaN, Infinity, 2 ** 53, 1e21]) {
    it(`given the number ${number}, refuses`, async () => {
      expect((await thrownProblem(() => signable({ number }))).code).to.equal('document-invalid');
    });
  }

  for (const number of [0, 1, -1, 2.5, 7.35, 2 ** 53 - 1]) {
    it(`given the number ${number}, keeps it`, () => {
      expect(isSafeNumber(number)).to.equal(true);
      expect(signable({ number })).to.deep.equal({ number });
    });
  }

  it('given a draft, leaves it as it was', () => {
    const draft = { a: ['x\u0000', null], b: { c: undefined } };
    const before = structuredClone(draft);
    signable(draft);
    expect(draft).to.deep.equal(before);
  });
});

describe('utcSeconds', () => {
  it('given a fraction, cuts it off: never later than the moment', () => {
    expect(utcSeconds(new Date('2026-03-04T10:11:12.999Z'))).to.equal('2026-03-04T10:11:12Z');
  });

  it('given an offset, writes UTC with Z', () => {
    expect(utcSeconds(new Date('2026-03-04T01:11:12+02:00'))).to.equal('2026-03-03T23:11:12Z');
  });
});
