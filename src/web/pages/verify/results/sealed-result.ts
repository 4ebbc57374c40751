/**
 * A result on its way through the reader's browser: in the page that shows it, and back when it is shared. Nothing is kept here in
 * between, and nobody can have another result shown than one that was made here: an HMAC under the installation's key is on it.
 * It hides nothing: the page shows the same.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ShareableResult } from '../../../../domain/verification/shared-results/shared-result.js';
import { Problem } from '../../../../shared/problem.js';

/** Milliseconds after the verification: an older result says too little. */
const sharableFor = 3_600_000;

/** Another shape of results needs another number: what an older version sealed is then refused. */
const purpose = 'verification-result-1:';

/** @param key the session key of the installation */
export function sealResult(key: Uint8Array, result: ShareableResult): string {
  const text = Buffer.from(JSON.stringify(result)).toString('base64url');
  return `${text}.${macOf(key, text).toString('base64url')}`;
}

/** @throws Problem result-not-sealed: not made here, changed, or older than an hour */
export function openResult(key: Uint8Array, sealed: string, now: Date): ShareableResult {
  const [text = '', mac = ''] = sealed.split('.');
  const [given, right] = [Buffer.from(mac, 'base64url'), macOf(key, text)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    throw new Problem('result-not-sealed', { detail: 'the seal does not fit' });
  }
  const result = JSON.parse(Buffer.from(text, 'base64url').toString()) as ShareableResult;
  const checkedAt = new Date(result.checkedAt);
  if (now.getTime() - checkedAt.getTime() > sharableFor) {
    throw new Problem('result-not-sealed', { detail: 'older than an hour' });
  }
  return { ...result, checkedAt };
}

function macOf(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(purpose).update(text).digest();
}
