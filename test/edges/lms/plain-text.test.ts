import { expect } from 'chai';
import { plainText } from '../../../src/edges/lms/plain-text.js';

describe('text of an LMS', () => {
  const cases: [string, string, string][] = [
    [
      'paragraphs and entities',
      '<p>To compare &amp; judge&nbsp;data.</p><p>Well.</p>',
      'To compare & judge data. Well.',
    ],
    ['attributes with angles in them', '<a href="https://example.org/?a=1">here</a>', 'here'],
    ['scripts and styles', 'a<style>p{}</style>b<script>alert("<p>")</script >c', 'a b c'],
    ['an unclosed tag', 'less than < five', 'less than < five'],
    ['a script without an end', 'a<script>b</p>c', 'a b c'],
    ['an element named alike', '<scripture>a</scripture>', 'a'],
    ['entities that would be markup', '&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
    ['nothing', '', ''],
  ];
  for (const [what, html, text] of cases) {
    it(`${what}, when the text is taken out, then is what a reader sees`, () => {
      expect(plainText(html)).to.equal(text);
    });
  }

  for (const part of ['<', '<script>', '</script ', '<style></script>', '< >', '&']) {
    it(`half a megabyte of "${part}", when the text is taken out, then it takes no time to speak of`, () => {
      const html = part.repeat(500_000 / part.length);
      const begun = performance.now();
      plainText(html);
      expect(performance.now() - begun).to.be.below(3_000);
    });
  }
});
