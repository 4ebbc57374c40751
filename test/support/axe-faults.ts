/** What axe finds wrong with a page as it is shown: WCAG 2.2, levels A and AA, and its own best practices. https://github.com/dequelabs/axe-core */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const source = readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  id: string;
  help: string;
  nodes: { html: string }[];
}

/**
 * One line a rule that is broken, with the first place; empty when none is.
 * @param without selectors of what is not looked at
 */
export async function axeFaults(page: Page | Frame, without: readonly string[] = []): Promise<string[]> {
  // The page's CSP lets no foreign script in; what is evaluated runs beside the page.
  await page.evaluate(await source);
  const context = without.length > 0 ? JSON.stringify({ exclude: without }) : 'document';
  const broken = `axe.run(${context}, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`;
  const violations = await page.evaluate<Violation[]>(broken);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
}
