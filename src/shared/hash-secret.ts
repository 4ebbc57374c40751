/** What is kept of a secret that we hand out: never the secret itself. */
import { hash } from 'node:crypto';

/** SHA-256 in hex. Only for secrets of 128 random bits or more; passwords need a slow hash. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}
