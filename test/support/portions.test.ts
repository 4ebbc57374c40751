import { expect } from 'chai';
import { portionsOf } from './portions.js';

describe('portionsOf', () => {
  it('files of all kinds, when they are shared out, then each is in one portion, and what starts programs comes first, alone, the longest before all, and then the pages in a browser, together', () => {
    const long = [
      'test/web/browser/frame-pages.test.ts',
      'test/app/demo.test.ts',
      'test/browser/journey.test.ts',
    ];
    const seen = ['test/web/browser/copying.test.ts', 'test/web/browser/scripts.test.ts'];
    const short = Array.from({ length: 60 }, (_none, at) => `test/domain/${at}.test.ts`);
    const portions = portionsOf([...seen, ...short, ...long.slice(1), ...long.slice(0, 1)]);
    expect(portions.slice(0, 4)).to.deep.equal([...long.map((file) => [file]), seen]);
    expect(portions.slice(4).flat()).to.deep.equal(short);
    expect(portions.length).to.be.within(5, 8);
  });
});
