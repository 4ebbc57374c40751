/** What is kept of a secret that we hand out: never the secret itself. */
import { createHash } from 'node:crypto';

/** SHA-256 in hex. Only for secrets of 128 random bits or more; passwords need a slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
