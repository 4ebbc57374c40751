import { expect } from 'chai';
import { createPictures } from '../../../src/edges/pictures/create-pictures.js';
import { readPixels, type Pixels } from './read-pixels.js';

describe('badges', () => {
  const pictures = createPictures();
  const draw = (title: string, seed = 'a', issuer = 'University of Ljubljana'): Promise<Uint8Array> =>
    pictures.badge({ title, issuer, seed });
  const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
  /** Their shapes are a hexagon, a circle and an octagon. */
  const seeds = ['a', 'b', 'c'];

  it('a badge, drawn, is a PNG of 480 x 480 between 5 and 40 kB with a clear background', async () => {
    for (const seed of seeds) {
      const png = await draw('Sustainable Finance', seed);
      const pixels = readPixels(png);
      const alpha = (x: number, y: number): number | undefined => pixels.line(y)[x * 4 + 3];
      expect([pixels.width, pixels.height]).to.deep.equal([480, 480]);
      expect(png.length).to.be.within(5_000, 40_000);
      for (const [x, y] of [
        [0, 0],
        [479, 0],
        [0, 479],
        [479, 479],
      ] as const) {
        expect(alpha(x, y)).to.equal(0);
      }
      expect(alpha(240, 440)).to.equal(255);
    }
  });

  it('the same input, drawn again and elsewhere, gives the same bytes', async () => {
    const elsewhere = createPictures();
    for (const seed of seeds) {
      const input = { title: 'Sustainable Finance', issuer: 'TU Wien', seed };
      const first = await pictures.badge(input);
      expect(same(first, await pictures.badge(input))).to.equal(true);
      expect(same(first, await elsewhere.badge(input))).to.equal(true);
    }
  });

  it('another seed, title or issuer, drawn, gives another picture', async () => {
    const badges = [
      await draw('Ethics', 'a'),
      await draw('Ethics', 'b'),
      await draw('Ethics 2', 'a'),
      await draw('Ethics', 'a', 'TU Wien'),
    ];
    expect(new Set(badges.map((png) => Buffer.from(png).toString('base64'))).size).to.equal(4);
  });

  it('many badges, drawn at once, are each what they are alone', async () => {
    const alone = [await draw('One', 'a'), await draw('Two', 'b'), await draw('Three', 'c')];
    const together = await Promise.all([draw('One', 'a'), draw('Two', 'b'), draw('Three', 'c')]);
    expect(together.map((png, index) => same(png, alone[index] ?? png))).to.deep.equal([true, true, true]);
  });

  const longTitles = {
    'of many words': 'Introduction to Data Protection Law for Public Administrations '.repeat(6),
    'of one word': 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(5),
    'of wide letters': 'WMW WWMMWW MMWMWW '.repeat(20),
    'of a hundred thousand signs': 'x '.repeat(50_000),
  };
  for (const [kind, title] of Object.entries(longTitles)) {
    it(`a title ${kind}, drawn, stays away from the edge`, async () => {
      for (const seed of seeds) {
        const edge = edgeOf(readPixels(await draw(title, seed, title)));
        expect(edge === edgeOf(readPixels(await draw('', seed, ''))), seed).to.equal(true);
      }
    });
  }

  const scripts = ['Εισαγωγή', 'Основи на', 'Łódź šžőű', 'Ḣ Ẁ Ỳ', 'Nguyễn', 'e\u0301tude', 'Ελληνικά Ἀθῆναι'];
  for (const title of scripts) {
    it(`a title in the letters of ${title}, drawn, is there`, async () => {
      expect(same(await draw(title), await draw(''))).to.equal(false);
    });
  }

  for (const title of ['日本語入門', 'مقدمة', 'Introduction to 日本語', '🎓', '   ', '\u0000\u0007']) {
    it(`a title that cannot be drawn whole, ${JSON.stringify(title)}, leaves the emblem alone`, async () => {
      expect(same(await draw(title), await draw(''))).to.equal(true);
    });
  }

  it('an emoji in a title, drawn, is left out and the title stays', async () => {
    expect(same(await draw('🎓 Data 👩🏽‍🔬 Science'), await draw('Data Science'))).to.equal(true);
  });

  it('composed and decomposed letters, drawn, look the same', async () => {
    expect(same(await draw('e\u0301tude'), await draw('\u00e9tude'))).to.equal(true);
  });

  const hostile = [
    '</text><image href="file:///etc/passwd"/>',
    ']]>',
    '&amp;&#0;',
    '"\'<!--',
    '\ud800 x \ufffe y',
    'a\u202eb',
  ];
  for (const title of hostile) {
    it(`a title with markup or broken signs, ${JSON.stringify(title)}, is drawn as text`, async () => {
      const edge = edgeOf(readPixels(await draw(title, 'b', title)));
      expect(edge === edgeOf(readPixels(await draw('', 'b', '')))).to.equal(true);
      expect(same(await draw(title, 'b'), await draw('', 'b'))).to.equal(false);
    });
  }
});

/** The pixels of each line from the badge's edge inwards, as far as no word may come; whole lines below the words. */
function edgeOf(pixels: Pixels): string {
  const parts: Buffer[] = [];
  for (let y = 200; y < 480; y++) {
    const line = pixels.line(y);
    const isOpaque = (x: number): boolean => line[x * 4 + 3] === 255;
    let [left, right] = [0, 479];
    while (left < right && !isOpaque(left)) left++;
    while (left < right && !isOpaque(right)) right--;
    const middle = y > 440 ? right : left + 33;
    parts.push(line.subarray(0, middle * 4), line.subarray(Math.max(middle, right - 32) * 4));
  }
  return Buffer.concat(parts).toString('base64');
}
