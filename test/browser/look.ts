/** Looks at a page as it is: screenshots at 1280 and 360 px under var/screenshots, and axe on every frame of Acquis. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe-faults.js';

const folder = join('var', 'screenshots');
const widths = [1280, 360];

/**
 * A click finds its place by what was drawn last: after a change of size, in a frame of another site, that may be of before. A
 * frame that nobody sees is never drawn.
 */
const drawnTwice = `new Promise((done) => {
  setTimeout(done, 1000);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)));
})`;

/** @param base origin of Acquis: its frames are checked, the LMS's own page around them is not */
export async function look(page: Page, name: string, base: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
  const frames = page.frames().filter((frame) => frame.url().startsWith(base));
  expect(frames, `${name} shows a page of Acquis`).to.not.be.empty;
  for (const frame of frames) expect(await axeFaults(frame), `axe on ${name}`).to.deep.equal([]);
  for (const frame of page.frames()) await frame.evaluate(drawnTwice);
}
