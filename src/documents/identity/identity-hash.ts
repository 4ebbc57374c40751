/** Hashed identities: SHA-256 over the text with the salt appended. https://www.imsglobal.org/spec/ob/v3p0/#identityhash */
import { createHash } from 'node:crypto';

/** 'sha256$' and hex. The text is hashed as it is: normalise an e-mail address first. */
export function identityHash(text: string, salt: string): string {
  return `sha256$${createHash('sha256')
    .update(text + salt)
    .digest('hex')}`;
}
