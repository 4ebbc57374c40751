import { expect } from 'chai';
import { cleanLine, cleanParagraphs } from '../../src/shared/clean-text.js';

describe('clean text', () => {
  it('when it holds control characters, then line ends stay one LF and the others go', () => {
    expect(cleanParagraphs(' a\r\nb\rc\td\u0000\u0007\u007f\u0085e ')).to.equal('a\nb\nc de');
  });
  it('when it is one line, then nothing in it turns what stands around it, and marks that scripts need stay', () => {
    expect(cleanLine('\u202EAda\u202C \u2066Learner\u2069 \u202D')).to.equal('Ada Learner');
    expect(cleanLine('\u202E\u2067')).to.equal('');
    expect(cleanLine('\u05D0\u200F! \u200E')).to.equal('\u05D0\u200F! \u200E'.trim());
    expect(cleanParagraphs('a \u2066b\u2069')).to.equal('a \u2066b\u2069');
  });
  it('when it is one line, then line ends are spaces', () => {
    expect(cleanLine(' a\r\nb\tc ')).to.equal('a b c');
  });
  it('when it holds half a surrogate pair, then that is replaced and whole pairs stay', () => {
    expect(cleanLine('a\ud83d b\udc00 \u{1f393}')).to.equal('a\ufffd b\ufffd \u{1f393}');
  });
  it('when one letter bears more marks than any script needs, then they are cut, and it takes no time', () => {
    const begun = performance.now();
    expect([...cleanLine(`a${'\u0316\u0301'.repeat(200_000)}b`)].length).to.be.within(30, 32);
    expect(performance.now() - begun).to.be.below(1_000);
  });
  it('when thirty marks stand on one letter, then all stay', () => {
    const text = `x${'\u0323'.repeat(30)}`;
    expect(cleanLine(text)).to.equal(text.normalize('NFC'));
  });
  it('when accents come apart, then they are put together', () => {
    expect(cleanLine('E\u0301')).to.equal('\u00c9');
  });
});
