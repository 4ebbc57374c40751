/** Badges as SVG for people. */
import { renderAsync } from '@resvg/resvg-js';
import { expect } from 'chai';
import { svgElements } from '../../../src/documents/baked-image/svg-elements.js';
import { unescapeXml } from '../../../src/documents/baked-image/svg-tags.js';
import { createPictures } from '../../../src/edges/pictures/create-pictures.js';
import { readPixels } from './read-pixels.js';

/** Once: the renderer copies all pixels each time that it is asked for them. */
const copied = ({ width, height, pixels }: Awaited<ReturnType<typeof renderAsync>>) => ({
  width,
  height,
  pixels,
});

describe('a badge as a drawing', () => {
  const pictures = createPictures();
  const shown = { title: 'Sustainable Finance', issuer: 'University of Ljubljana', language: 'en' };

  for (const [shape, seed] of [
    ['a hexagon', 'a'],
    ['a circle', 'b'],
    ['an octagon', 'c'],
  ] as const) {
    it(`${shape}, rendered where there is no font, then looks as its PNG does`, async () => {
      const svg = await pictures.drawing({ ...shown, seed });
      const { width, height, pixels } = copied(await renderAsync(svg, { font: { loadSystemFonts: false } }));
      const png = readPixels(await pictures.badge({ ...shown, seed }));
      let others = 0;
      for (let y = 0; y < 480; y++) {
        const line = png.line(y);
        for (let x = 0; x < 480; x++) {
          const [at, inLine] = [(y * 480 + x) * 4, x * 4];
          const far = [0, 1, 2, 3].some(
            (part) => Math.abs((pixels[at + part] ?? 0) - (line[inLine + part] ?? 0)) > 96,
          );
          if (far) others += 1;
        }
      }
      expect([width, height]).to.deep.equal([480, 480]);
      // edges of letters, which are set a little closer in the PNG
      expect(others / (480 * 480)).to.be.lessThan(0.02);
    });
  }

  it('whatever is on it, made, then needs nothing from elsewhere and runs nothing', async () => {
    const svg = await pictures.drawing({ ...shown, seed: 'a' });
    const elements = svgElements(svg) ?? [];
    expect(elements.map(({ local }) => local)).not.to.include.members(['text']);
    for (const { local, open } of elements) {
      expect(local).to.be.oneOf(['svg', 'title', 'clipPath', 'path', 'g', 'circle']);
      for (const name of open.attributes.keys()) expect(name).not.to.match(/^on|href|style|font/);
    }
    expect(svg.length).to.be.within(3_000, 60_000);
  });

  it('its title and its issuer, read to somebody, then are there in its language', async () => {
    const [root, title] = svgElements(await pictures.drawing({ ...shown, seed: 'a' })) ?? [];
    const attributes = Object.fromEntries(root?.open.attributes ?? []);
    expect(attributes).to.include({ role: 'img', 'aria-labelledby': 'title', 'xml:lang': 'en' });
    expect([title?.local, title?.open.attributes.get('id')]).to.deep.equal(['title', 'title']);
  });

  for (const title of [
    '</title><script>alert(1)</script>',
    'a & b < c > d "e" \'f\'',
    ']]>',
    'odd \uFFFE\uFFFF\u0000',
    '日本語',
    '🎓',
    '',
  ]) {
    it(`a title ${JSON.stringify(title)}, drawn, then is text and nothing else`, async () => {
      const svg = await pictures.drawing({ ...shown, title, seed: 'a' });
      const elements = svgElements(svg) ?? [];
      expect(elements.map(({ local }) => local))
        .to.include('path')
        .and.not.include('script');
      const [, told] = elements;
      const text = unescapeXml(svg.slice(told?.open.end, told?.close.start));
      const known = title.replace(/[\uFFFE\uFFFF\u0000]/g, '');
      expect(text).to.equal(`${known} (University of Ljubljana)`);
    });
  }
});
