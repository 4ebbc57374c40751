/** Makes of a form what is to be verified: exactly one of address, file and text. */
import type { VerificationInput } from '../../../domain/verification/verify-credential.js';
import { absoluteUrl } from '../../../shared/absolute-url.js';
import type { HandedForm } from './read-handed-form.js';

export type AskedFor = { input: VerificationInput } | { faults: Record<string, string> };

export function askedFor({ address, text, email, file }: HandedForm): AskedFor {
  const given = [address !== '', text.trim() !== '', file !== undefined].filter(Boolean).length;
  if (given !== 1) return { faults: { address: given === 0 ? 'none' : 'only-one' } };
  const person = email === '' ? {} : { email };
  if (file) return { input: { bytes: file, ...person } };
  if (address === '') return { input: { text, ...person } };
  const url = webAddress(address);
  return url === undefined ? { faults: { address: 'not-an-address' } } : { input: { text: url, ...person } };
}

/** People leave out https://. */
function webAddress(text: string): string | undefined {
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = /\s/.test(full) ? undefined : absoluteUrl(full);
  return url && (full === text || /\.[a-z]{2,}$/i.test(url.hostname)) ? full : undefined;
}
