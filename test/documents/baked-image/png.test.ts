/** Badges in PNGs. https://www.imsglobal.org/spec/ob/v3p0/#png */
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import encode from 'png-chunks-encode';
import extract from 'png-chunks-extract';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { unbakePng } from '../../../src/documents/baked-image/unbake-png.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { seededRandom } from '../seeded-random.js';
import { aPng, chunk, joined, pngSignature, text } from './png.builder.js';

const json = '{"type":["VerifiableCredential"],"name":"Zoé 🌱 漢字 \\u0000 \\"x\\""}';
const jws = 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln';

describe('bakePng', () => {
  const contents = [
    ['3.0', 'openbadgecredential', json],
    ['3.0', 'openbadgecredential', jws],
    ['2.0', 'openbadges', json],
    ['2.0', 'openbadges', jws],
    ['2.0', 'openbadges', 'https://acquis.example/awards/a1/open-badge-2.json'],
  ] as const;
  for (const [version, keyword, badge] of contents) {
    it(`given ${badge.slice(0, 12)} of ${version}, writes one uncompressed iTXt chunk of its keyword in UTF-8`, () => {
      const baked = extract(bakePng(aPng(), version, badge));
      const found = baked.filter(({ name }) => name === 'iTXt');
      expect(found).to.have.length(1);
      const expected = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`), Buffer.from(badge, 'utf8')]);
      expect(Buffer.from(found[0]?.data ?? []).equals(expected)).to.equal(true);
    });

    it(`given ${badge.slice(0, 12)} of ${version}, gives it again when unbaked`, () => {
      expect(unbakePng(bakePng(aPng(), version, badge))).to.deep.equal({ found: 'badge', version, badge });
    });
  }

  it('given a PNG with chunks of every kind, leaves each of them byte for byte where it was', () => {
    const others = [
      chunk('gAMA', Uint8Array.of(0, 0, 1, 2)),
      text('Comment', 'mine'),
      chunk('tEXt', 'Author\0Ada'),
    ];
    const before = extract(aPng(others, [chunk('tIME', new Uint8Array(7))]));
    const after = extract(bakePng(aPng(others, [chunk('tIME', new Uint8Array(7))]), '3.0', json));
    expect(after.filter((_, index) => index !== 1)).to.deep.equal(before);
    expect(after[0]?.name).to.equal('IHDR');
  });

  it('given a picture, writes the same bytes as the common libraries', () => {
    const chunks = extract(aPng());
    chunks.splice(1, 0, { name: 'iTXt', data: Buffer.from(`openbadgecredential\0\0\0\0\0${json}`) });
    expect(Buffer.from(bakePng(aPng(), '3.0', json)).equals(Buffer.from(encode(chunks)))).to.equal(true);
  });

  it('given a picture that has a badge already, replaces it', () => {
    const twice = bakePng(bakePng(aPng(), '3.0', json), '3.0', jws);
    expect(unbakePng(twice)).to.deep.equal({ found: 'badge', version: '3.0', badge: jws });
    expect(Buffer.from(twice).equals(Buffer.from(bakePng(aPng(), '3.0', jws)))).to.equal(true);
  });

  it('given a picture with old badges in every form and place, replaces them all', () => {
    const old = [text('openbadgecredential', 'a'), chunk('tEXt', 'openbadgecredential\0b')];
    const baked = bakePng(
      aPng(old, [text('openbadgecredential', 'c'), text('Comment', 'mine')]),
      '3.0',
      json,
    );
    expect(
      Buffer.from(baked).equals(Buffer.from(bakePng(aPng([], [text('Comment', 'mine')]), '3.0', json))),
    ).to.equal(true);
  });

  it('given a picture with a badge of the other version, keeps both and gives 3.0 first', () => {
    const both = bakePng(bakePng(aPng(), '3.0', json), '2.0', jws);
    expect(unbakePng(both)).to.deep.equal({ found: 'badge', version: '3.0', badge: json });
    expect(extract(both).filter(({ name }) => name === 'iTXt')).to.have.length(2);
  });

  it('given something behind the end of the picture, keeps it', () => {
    const baked = bakePng(Buffer.concat([aPng(), Buffer.from('tail')]), '3.0', json);
    expect(Buffer.from(baked.subarray(-4)).toString()).to.equal('tail');
  });

  it('given no PNG, refuses', async () => {
    for (const bytes of [new Uint8Array(), Buffer.from('GIF89a'), pngSignature, aPng().subarray(0, -1)]) {
      expect((await thrownProblem(() => bakePng(bytes, '3.0', json))).code).to.equal('document-invalid');
    }
  });
});

describe('unbakePng', () => {
  const right = text('openbadgecredential', json);
  const broken: Record<string, Uint8Array> = {
    'no PNG': Buffer.from('hello'),
    'nothing but its signature': pngSignature,
    'a picture without its end': aPng([right]).subarray(0, -12),
    'a picture cut in the middle of the badge': aPng([right]).subarray(0, 60),
    'a chunk longer than the file': Buffer.concat([pngSignature, Buffer.from('7fffffff49484452', 'hex')]),
    'a chunk longer than chunks may be': Buffer.concat([
      pngSignature,
      Buffer.from('ffffffff49484452', 'hex'),
      aPng(),
    ]),
    'a picture that does not begin with its header': joined([right, chunk('IEND', '')]),
    'a badge with a wrong CRC': flipped(aPng([right]), 33 + 8 + right.data.length + 3),
    'a badge changed after baking': flipped(aPng([right]), 33 + 8 + right.data.length - 2),
    'a compressed badge': aPng([text('openbadgecredential', deflateSync(json), { compressed: 1 })]),
    'a bomb': aPng([text('openbadgecredential', deflateSync(Buffer.alloc(1e8)), { compressed: 1 })]),
    'a badge in tEXt': aPng([chunk('tEXt', `openbadgecredential\0${json}`)]),
    'a badge in zTXt': aPng([
      chunk('zTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0'), deflateSync(json)])),
    ]),
    'a badge that is not UTF-8': aPng([text('openbadgecredential', Uint8Array.of(0x7b, 0xff, 0x7d))]),
    'a badge chunk without its flags': aPng([chunk('iTXt', 'openbadgecredential\0')]),
    'a badge chunk without its languages': aPng([chunk('iTXt', 'openbadgecredential\0\0\0en')]),
  };
  for (const [what, png] of Object.entries(broken)) {
    it(`given ${what}, finds it broken`, () => {
      expect(unbakePng(png)).to.deep.equal({ found: 'broken' });
    });
  }

  it('given two badges of a version, tells that there are several', () => {
    expect(unbakePng(aPng([right], [right]))).to.deep.equal({ found: 'several' });
    expect(unbakePng(aPng([right, chunk('tEXt', 'openbadgecredential\0x')]))).to.deep.equal({
      found: 'several',
    });
  });

  it('given a picture without a badge, finds nothing', () => {
    expect(unbakePng(aPng([text('Comment', json), chunk('iTXt', 'no end')]))).to.deep.equal({
      found: 'nothing',
    });
  });

  it('given a badge with language and translated keyword, as others bake, gives its text', () => {
    const baked = aPng([text('openbadges', jws, { language: 'en', translated: 'Badge' })]);
    expect(unbakePng(baked)).to.deep.equal({ found: 'badge', version: '2.0', badge: jws });
  });

  it('given 2,000 random changes of a baked picture, never throws and never gives a changed badge', () => {
    const random = seededRandom('changed PNGs');
    const baked = bakePng(aPng(), '3.0', json);
    for (let round = 0; round < 2000; round++) {
      const copy = Buffer.from(baked);
      for (let times = 1 + random.below(3); times > 0; times--)
        copy[random.below(copy.length)] = random.below(256);
      const cut = random.chance(0.2) ? copy.subarray(0, random.below(copy.length)) : copy;
      const outcome = unbakePng(cut);
      if (outcome.found === 'badge') expect(outcome.badge).to.equal(json);
    }
  });

  it('given a picture of 400,000 empty chunks, answers soon', () => {
    const empty = Buffer.from(joined([chunk('teXt', '')]).subarray(8)).toString('hex');
    const png = Buffer.from(aPng()).toString('hex');
    const many = Buffer.from(png.slice(0, 66) + empty.repeat(400_000) + png.slice(66), 'hex');
    const begun = Date.now();
    expect(unbakePng(many)).to.deep.equal({ found: 'nothing' });
    expect(Date.now() - begun).to.be.lessThan(5000);
  });
});

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
