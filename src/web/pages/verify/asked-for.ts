/** Makes of a form what is to be verified: exactly one of address, file and text. */
import type { VerificationInput } from '../../../domain/verification/verify-credential.js';
import { absoluteUrl } from '../../../shared/absolute-url.js';
import type { HandedForm } from './read-handed-form.js';

export type AskedFor = { input: VerificationInput } | { faults: Record<string, string> };

export function askedFor({ address, text, email, file, isFileEmpty }: HandedForm): AskedFor {
  const given = [address !== '', text.trim() !== '', file !== undefined].filter(Boolean).length;
  const url = address === '' ? undefined : webAddress(address);
  const faults = {
    ...(given === 0 && (isFileEmpty ? { file: 'empty' } : { address: 'none' })),
    ...(given > 1 && { address: 'only-one' }),
    ...(given === 1 && address !== '' && url === undefined && { address: 'not-an-address' }),
    ...(email !== '' && !looksLikeEmail(email) && { email: 'not-an-email' }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  const person = email === '' ? {} : { email };
  return { input: file ? { bytes: file, ...person } : { text: url ?? text, ...person } };
}

/** Generous: badges of others may have been issued to addresses of any kind. */
const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** People leave out https://. */
function webAddress(text: string): string | undefined {
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = /\s/.test(full) ? undefined : absoluteUrl(full);
  return url && (full === text || /\.[a-z]{2,}$/i.test(url.hostname)) ? full : undefined;
}
