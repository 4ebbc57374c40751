import { expect } from 'chai';
import { nextPage } from '../../../src/shared/next-page.js';
import { resultsOf, withQuery } from '../../../src/lti/services/service-addresses.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const at = 'https://lms.example.org/list?type=1';
const second = 'https://lms.example.org/list?page=2';

describe('next page of a list', () => {
  const headers: [string, string | undefined, string | undefined][] = [
    ['no header', undefined, undefined],
    ['an empty header', '', undefined],
    ['no next', `<${second}>; rel="last"`, undefined],
    ['a next page', `<${second}>; rel="next"`, second],
    ['the relation without quotes', `<${second}>; rel=next`, second],
    ['the relation in single quotes', `<${second}>; rel='next'`, second],
    ['the relation in capitals', `<${second}>; REL="NEXT"`, second],
    ['other parameters before it', `<${second}>; title="more"; rel="next"`, second],
    ['several relations in one', `<${second}>; rel="last next"`, second],
    ['several links', `<${at}>; rel="first", <${second}>; rel="next",<${at}>; rel="last"`, second],
    ['links without spaces, as Canvas sends', `<${at}>; rel="current",<${second}>; rel="next"`, second],
    [
      'a comma in the address',
      '<https://lms.example.org/list?ids=1,2>; rel="next"',
      'https://lms.example.org/list?ids=1,2',
    ],
    ['a relative address', '</list?page=2>; rel="next"', second],
    [
      'curly quotes and an escaped address, as Moodle sends',
      '<https://lms.example.org/l?a=1&amp;from=2>; rel=â\u0080\u009cnextâ\u0080\u009d',
      'https://lms.example.org/l?a=1&from=2',
    ],
    ['another relation that begins alike', `<${second}>; rel="next-archive"`, undefined],
    ['a parameter that is called like it', `<${second}>; rel="last"; title="next"`, undefined],
    ['no brackets', 'next', undefined],
  ];
  for (const [what, header, next] of headers) {
    it(`a header with ${what}, read, gives ${next ?? 'none'}`, () => {
      expect(nextPage(header, at)).to.equal(next);
    });
  }

  for (const foreign of [
    'https://evil.example/list',
    'http://lms.example.org/list',
    'https://lms.example.org:8443/list',
    '//evil.example/list',
    'http://[broken',
  ]) {
    it(`M7 a next page at ${foreign}, read, is refused`, async () => {
      const problem = await thrownProblem(() => nextPage(`<${foreign}>; rel="next"`, at));
      expect(problem.code).to.equal('lms-answer-unreadable');
    });
  }
});

describe('addresses of services', () => {
  it('a query, added to an address, keeps what stands there letter by letter', () => {
    const address = 'https://lms.example.org/m?tenant=42&x=a%20b';
    expect(withQuery(address, { rlid: 'a b&c' })).to.equal(`${address}&rlid=a+b%26c`);
    expect(withQuery('https://lms.example.org/m', { rlid: '1' })).to.equal(
      'https://lms.example.org/m?rlid=1',
    );
    expect(withQuery(address, {})).to.equal(address);
  });

  it('the results of a line item, whose address has a query, are below its path', () => {
    expect(resultsOf('https://lms.example.org/li/6?type_id=1')).to.equal(
      'https://lms.example.org/li/6/results?type_id=1',
    );
    expect(resultsOf('https://lms.example.org/li/6')).to.equal('https://lms.example.org/li/6/results');
    expect(resultsOf('https://lms.example.org/li/6/')).to.equal('https://lms.example.org/li/6/results');
  });
});
