/** Badges in SVGs. https://www.imsglobal.org/spec/ob/v3p0/#svg */
import { expect } from 'chai';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import { unbakeSvg } from '../../../src/documents/baked-image/unbake-svg.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { seededRandom } from '../seeded-random.js';

const json = '{"id":"https://acquis.example/a1","name":"Zoé 🌱 <b>&amp;</b> ]]> \\"x\\""}';
const jws = 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln';
const picture =
  '<?xml version="1.0"?>\n<!-- mine --><svg xmlns="http://www.w3.org/2000/svg" width="9">\n' +
  '<title>a &lt; b</title><path d="M0 0"/></svg>\n';
const svg3 = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const svg2 = 'xmlns:openbadges="http://openbadges.org"';
const around = (inner: string, attributes = ''): string =>
  picture.replace('width="9">', `${attributes}>${inner}`);

describe('bakeSvg', () => {
  it('given the JSON of 3.0, writes it as CDATA in a credential without verify', () => {
    const baked = bakeSvg(picture, '3.0', '{"a":1}');
    expect(baked).to.contain(
      `width="9"><openbadges:credential ${svg3}><![CDATA[{"a":1}]]></openbadges:credential>`,
    );
  });

  it('given a JWS of 3.0, writes it as verify of an empty credential', () => {
    expect(bakeSvg(picture, '3.0', jws)).to.contain(`<openbadges:credential ${svg3} verify="${jws}"/>`);
  });

  it('given the JSON of 2.0, writes it as CDATA in an assertion whose verify is its id', () => {
    expect(bakeSvg(picture, '2.0', json)).to.contain(
      `<openbadges:assertion ${svg2} verify="https://acquis.example/a1"><![CDATA[{"id"`,
    );
  });

  it('given an address of 2.0, writes it as verify with its signs escaped', () => {
    expect(bakeSvg(picture, '2.0', 'https://x.example/?a=1&b="2"')).to.contain(
      'verify="https://x.example/?a=1&amp;b=&quot;2&quot;"/>',
    );
  });

  for (const [version, badge] of [
    ['3.0', json],
    ['3.0', jws],
    ['2.0', json],
    ['2.0', jws],
  ] as const) {
    it(`given ${badge.slice(0, 8)} of ${version}, gives it again when unbaked and leaves the picture as it was`, () => {
      const baked = bakeSvg(picture, version, badge);
      expect(unbakeSvg(baked)).to.deep.equal({ found: 'badge', version, badge });
      expect(baked.replace(/<openbadges:(\w+) .*?(\/>|<\/openbadges:\1>)/s, '')).to.equal(picture);
    });
  }

  it('given JSON with signs that XML has no room for, writes them as JSON can, and the JSON stays what it says', () => {
    const odd = JSON.stringify({ name: 'a\uFFFEb\uFFFF' });
    const baked = bakeSvg(picture, '3.0', odd);
    expect(baked).not.to.match(/[\uFFFE\uFFFF]/);
    const found = unbakeSvg(baked);
    expect(JSON.parse(found.found === 'badge' ? found.badge : '')).to.deep.equal(JSON.parse(odd));
  });

  it('given a picture that is one empty element, opens it', () => {
    const baked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" />', '3.0', jws);
    expect(baked).to.equal(
      `<svg xmlns="http://www.w3.org/2000/svg"><openbadges:credential ${svg3} verify="${jws}"/></svg>`,
    );
  });

  it('given a picture with a prefix of its own, bakes it too', () => {
    const baked = bakeSvg('<s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>', '3.0', jws);
    expect(unbakeSvg(baked)).to.deep.equal({ found: 'badge', version: '3.0', badge: jws });
  });

  it('given a picture that has a badge already, replaces it', () => {
    const twice = bakeSvg(bakeSvg(picture, '3.0', json), '3.0', jws);
    expect(twice).to.equal(bakeSvg(picture, '3.0', jws));
  });

  it('given a picture with ten old badges, replaces them all', () => {
    const old = around(`<openbadges:credential verify="old"/>`.repeat(10), svg3);
    expect(bakeSvg(old, '3.0', jws)).to.equal(bakeSvg(around('', svg3), '3.0', jws));
  });

  it('given a picture with a badge of the other version, keeps both and gives 3.0 first', () => {
    const both = bakeSvg(bakeSvg(picture, '3.0', json), '2.0', jws);
    expect(unbakeSvg(both)).to.deep.equal({ found: 'badge', version: '3.0', badge: json });
    expect(both).to.contain('<openbadges:assertion');
  });

  const refused: Record<string, string> = {
    'no SVG': '<html></html>',
    'no XML': 'hello',
    nothing: '',
    'a picture without its end': '<svg>',
    'a closing tag alone': '</svg>',
    'tags that cross': '<svg><g></svg></g>',
    'two pictures': '<svg/><svg/>',
    'entities of its own': '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
    'an attribute given twice': '<svg width="1" width="2"/>',
    'an attribute without quotes': '<svg width=1></svg>',
    'a comment without end': '<svg></svg><!-- ',
  };
  for (const [what, svg] of Object.entries(refused)) {
    it(`given ${what}, refuses`, async () => {
      expect((await thrownProblem(() => bakeSvg(svg, '3.0', jws))).code).to.equal('document-invalid');
      expect(unbakeSvg(svg)).to.deep.equal({ found: 'broken' });
    });
  }
});

describe('unbakeSvg', () => {
  const ob3 = 'https://purl.imsglobal.org/ob/v3p0';
  const right: Record<string, [svg: string, badge: string]> = {
    'a namespace declared at the root': [around(`<openbadges:credential verify="${jws}"/>`, svg3), jws],
    'another prefix': [around(`<b:credential xmlns:b='${ob3}' verify='${jws}'/>`), jws],
    'no prefix': [around(`<credential xmlns="${ob3}" verify="${jws}"/>`), jws],
    'space around': [
      around(`<openbadges:credential ${svg3}>\n  {"a":1}\n</openbadges:credential>`),
      '{"a":1}',
    ],
    'escaped text': [
      around(`<openbadges:credential ${svg3}>{&quot;a&#34;:&#x31;}</openbadges:credential>`),
      '{"a":1}',
    ],
    'CDATA in pieces': [
      around(`<openbadges:credential ${svg3}><![CDATA[{"a":]]><![CDATA[1}]]></openbadges:credential>`),
      '{"a":1}',
    ],
    'a document type and comments': [
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">${around(`<openbadges:credential ${svg3} verify="${jws}"/><!-- <openbadges:credential/> -->`)}`,
      jws,
    ],
    'a script beside it, which is text here': [
      around(
        `<script><![CDATA[ if (1<2) alert(1) ]]></script><openbadges:credential ${svg3} verify="${jws}"/>`,
      ),
      jws,
    ],
    'groups around': [
      around(`<g><metadata><openbadges:credential ${svg3} verify="${jws}"/></metadata></g>`),
      jws,
    ],
  };
  for (const [what, [svg, badge]] of Object.entries(right)) {
    it(`given a badge with ${what}, finds it`, () => {
      expect(unbakeSvg(svg)).to.include({ found: 'badge', badge });
    });
  }

  const nothing: Record<string, string> = {
    'no badge': picture,
    'a badge in a comment': around(`<!-- <openbadges:credential ${svg3} verify="${jws}"/> -->`),
    'a badge in CDATA': around(`<desc><![CDATA[<openbadges:credential ${svg3} verify="${jws}"/>]]></desc>`),
    'a badge of another namespace': around(`<o:credential xmlns:o="http://x.example" verify="${jws}"/>`),
    'a namespace that ended before': around(`<g ${svg3}/><openbadges:credential verify="${jws}"/>`),
    'a prefix not declared': around(`<openbadges:credential verify="${jws}"/>`),
  };
  for (const [what, svg] of Object.entries(nothing)) {
    it(`given ${what}, finds nothing`, () => {
      expect(unbakeSvg(svg)).to.deep.equal({ found: 'nothing' });
    });
  }

  it('given two badges of a version, tells that there are several', () => {
    const two = around(`<openbadges:credential verify="a"/><openbadges:credential verify="b"/>`, svg3);
    expect(unbakeSvg(two)).to.deep.equal({ found: 'several' });
  });

  it('given a badge inside a badge, tells that there are several', () => {
    const nested = around(
      `<openbadges:credential><openbadges:credential verify="b"/></openbadges:credential>`,
      svg3,
    );
    expect(unbakeSvg(nested)).to.deep.equal({ found: 'several' });
  });

  it('given an empty badge, finds it broken', () => {
    expect(unbakeSvg(around(`<openbadges:credential ${svg3}/>`))).to.deep.equal({ found: 'broken' });
  });

  const hostile: Record<string, string> = {
    'badges that never close': `<credential>`,
    'open tags': '<g>',
    'opening signs': '<',
    'comments that never close': '<!--',
    'CDATA that never closes': '<![CDATA[',
    'spaces in a tag': ' ',
    'empty badges': '<credential/>',
    references: '&amp;',
    quotes: '"',
  };
  for (const [what, piece] of Object.entries(hostile)) {
    it(`given five megabytes of ${what}, answers soon`, () => {
      const svg = `<svg xmlns="${ob3}">` + (piece === ' ' ? '<g' : '') + piece.repeat(5e6 / piece.length);
      const begun = Date.now();
      unbakeSvg(svg);
      unbakeSvg(`${svg}</svg>`);
      expect(Date.now() - begun).to.be.lessThan(8000);
    });
  }

  it('given CDATA that never closes in a comment in a badge, answers at once', () => {
    const comment = `<!--${'<![CDATA['.repeat(200_000)}-->`;
    const begun = Date.now();
    expect(
      unbakeSvg(around(`<openbadges:credential ${svg3}>${comment}</openbadges:credential>`)).found,
    ).to.equal('badge');
    expect(Date.now() - begun).to.be.lessThan(2000);
  });

  it('given 49,000 elements that each declare a namespace, beside or inside each other, answers soon', () => {
    const begun = Date.now();
    const declaring = Array.from({ length: 49_000 }, (_, index) => `<a xmlns:p${index}="x">`);
    expect(unbakeSvg(`<svg>${declaring.join('')}${'</a>'.repeat(49_000)}</svg>`).found).to.equal('broken');
    expect(unbakeSvg(`<svg>${declaring.join('').replaceAll('">', '"/>')}</svg>`).found).to.equal('nothing');
    expect(Date.now() - begun).to.be.lessThan(8000);
  });

  it('given 2,000 random changes of a baked picture, never throws', () => {
    const random = seededRandom('changed SVGs');
    const baked = bakeSvg(picture, '3.0', json);
    const signs = ['<', '>', '"', "'", '/', '&', '=', ']', '!', '-', ' ', ':', 'x', '\u0000'];
    for (let round = 0; round < 2000; round++) {
      const at = random.below(baked.length);
      const changed = baked.slice(0, at) + random.oneOf(signs) + baked.slice(at + random.below(3));
      expect(unbakeSvg(changed).found).to.be.oneOf(['badge', 'nothing', 'several', 'broken']);
    }
  });
});
