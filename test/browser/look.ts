/** Looks at a page as it is: screenshots at 1280 and 360 px under var/screenshots, and axe on every frame of Acquis. */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';

const folder = join('var', 'screenshots');
const widths = [1280, 360];
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

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
  for (const frame of frames) expect(await violations(frame), `axe on ${name}`).to.deep.equal([]);
}

async function violations(frame: Frame): Promise<string[]> {
  // The page's CSP lets no foreign script in; what is evaluated runs beside the page.
  await frame.evaluate(await axeSource);
  const result = await frame.evaluate(
    () =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
  );
  return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
}
