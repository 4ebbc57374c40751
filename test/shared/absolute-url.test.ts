import { expect } from 'chai';
import { absoluteUrl } from '../../src/shared/absolute-url.js';

describe('reading an absolute address', () => {
  for (const text of [
    'https://acquis.example/awards/a?b=c#d',
    'HTTP://Example.org:8080',
    'https:\\\\example.org\\a',
    ' ht\ttps://example.org/ ',
    'https://hœtel.example/é',
    `https://example.org/${'é'.repeat(100_000)}?${'b'.repeat(100_000)}`,
    'urn:uuid:1',
  ]) {
    it(`when it is ${text.slice(0, 40)}, then it is read as URL reads it`, () => {
      expect(absoluteUrl(text)?.href).to.equal(new URL(text).href);
    });
  }

  for (const text of ['', 'example.org', '/awards', 'https://', 'https://a b/', 'http://[::1']) {
    it(`when it is "${text}", then it is none`, () => expect(absoluteUrl(text)).to.equal(undefined));
  }

  const marks = '\u0316\u0301'.repeat(300_000);
  for (const text of [
    `https://a${marks}.example/`,
    `https://user@a${marks}.example/`,
    `https:${marks}`,
    `h\tttps://a${marks}.example/`,
    `\u0000https:\\a${marks}.example/`,
  ]) {
    it(`when its host is made to take for ever, as ${JSON.stringify(text.slice(0, 16))}, then it is none at once`, () => {
      const begun = performance.now();
      expect(absoluteUrl(text)).to.equal(undefined);
      expect(performance.now() - begun).to.be.below(1_000);
    });
  }
});
