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
    ['entities that would be markup', '&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
    ['nothing', '', ''],
  ];
  for (const [what, html, text] of cases) {
    it(`${what}, when the text is taken out, then is what a reader sees`, () => {
      expect(plainText(html)).to.equal(text);
    });
  }
});
