import { expect } from 'chai';
import { answeredJson } from '../../src/shared/answered-json.js';

const read = (text: string): unknown => answeredJson(Buffer.from(text));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('answeredJson', () => {
  it('an answer, when it is JSON, then is what JSON.parse reads', () => {
    const value = { members: [{ name: 'Zoé "[[[" \\ {{{', roles: [] }], at: null };
    expect(read(JSON.stringify(value))).to.deep.equal(value);
    expect(read(`\uFEFF${JSON.stringify(value)}`)).to.deep.equal(value);
  });

  it('brackets in texts and one after the other, when there are thousands, then are no nesting', () => {
    const texts = Array.from({ length: 5_000 }, () => ['[[[{{{\\"[[[', '\\', {}]);
    expect(read(JSON.stringify(texts))).to.deep.equal(texts);
  });

  it('an HTML page, half an answer or nothing, when it comes, then is none', () => {
    for (const text of ['<!DOCTYPE html>', '{"members":[', '', '"\\']) expect(read(text)).to.equal(undefined);
  });

  it('a hundred lists within each other, when they come, then are read; one more is none', () => {
    expect(JSON.stringify(read(nested(100)))).to.equal(nested(100));
    expect(read(nested(101))).to.equal(undefined);
    expect(read('{"a":'.repeat(101) + '1' + '}'.repeat(101))).to.equal(undefined);
  });

  it('seventy megabytes of brackets, when they come, then are refused at once', () => {
    const began = performance.now();
    expect(read(nested(35_000_000))).to.equal(undefined);
    expect(performance.now() - began).to.be.lessThan(2_000);
  }).timeout(20_000);
});
