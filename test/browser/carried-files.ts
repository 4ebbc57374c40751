/** Files that a learner carries away, and copies of them that somebody has changed or signed. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { bakePng } from '../../src/documents/baked-image/bake-png.js';
import { bakeSvg } from '../../src/documents/baked-image/bake-svg.js';
import { unbakePng } from '../../src/documents/baked-image/unbake-png.js';
import { unbakeSvg } from '../../src/documents/baked-image/unbake-svg.js';
import { makeCertificate } from '../../src/documents/certificate/make-certificate.js';
import { aCertificate } from '../support/builders/a-certificate.js';

/** Contents by name of the file. */
export type CarriedFiles = Map<string, Buffer>;

/** Downloads what the learner's page of an award offers, each by its link; the record of several awards, too. */
export async function downloadAll(page: Page): Promise<CarriedFiles> {
  const frame = page.frameLocator('iframe#contentframe, iframe#tool_content');
  const files: CarriedFiles = new Map();
  for (const link of await frame.locator('.download-list a, a[href$="/award/record.json"]').all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    // the names say of which award they are as well
    const form = download.suggestedFilename().replace(/^([^_]+)_.*(\.[a-z-]+)$/, '$1$2');
    files.set(form, await readFile(await download.path()));
  }
  return files;
}

/** The same file with another title or another day in what is signed. */
export async function altered(name: string, bytes: Buffer): Promise<Buffer> {
  if (name.endsWith('.png')) {
    const inside = unbakePng(bytes);
    if (inside.found !== 'badge') throw new Error(`${name} has no badge in it`);
    return Buffer.from(bakePng(bytes, inside.version, alteredText(inside.badge)));
  }
  if (name.endsWith('.svg')) {
    const drawing = bytes.toString();
    const inside = unbakeSvg(drawing);
    if (inside.found !== 'badge') throw new Error(`${name} has no badge in it`);
    return Buffer.from(bakeSvg(drawing, inside.version, alteredText(inside.badge)));
  }
  return Buffer.from(alteredText(bytes.toString()));
}

/** A certificate with this credential attached instead of its own. */
export async function certificateWith(credential: string): Promise<Buffer> {
  const certificate = aCertificate();
  return Buffer.from(
    await makeCertificate({ ...certificate, credential: { ...certificate.credential, json: credential } }),
  );
}

function alteredText(text: string): string {
  if (text.trimStart().startsWith('{')) return alteredJson(text);
  const [header, payload = '', signature] = text.trim().split('.');
  const changed = alteredJson(Buffer.from(payload, 'base64url').toString());
  return [header, Buffer.from(changed).toString('base64url'), signature].join('.');
}

function alteredJson(text: string): string {
  const changed = text
    .replaceAll('Data literacy', 'Data mastery')
    .replace(/("issuedOn": ?")\d{4}/, (_found, before: string) => `${before}2020`);
  if (changed === text) throw new Error(`nothing to change in ${text.slice(0, 200)}`);
  return changed;
}
