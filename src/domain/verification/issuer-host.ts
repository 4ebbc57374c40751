/** Where an issuer's identifier stands on the web. https://w3c-ccg.github.io/did-method-web/ */
import { didWebAddress } from '../../documents/did/did-web-address.js';
import { absoluteUrl } from '../../shared/absolute-url.js';

/** Undefined when the identifier names no host. secure: https, by which the host proves itself. */
export function issuerHost(issuer: string): { host: string; secure: boolean } | undefined {
  const address = issuer.startsWith('did:web:') ? didWebAddress(issuer) : issuer;
  const url = address !== undefined && /^https?:\/\//i.test(address) ? absoluteUrl(address) : undefined;
  return url && { host: url.host, secure: url.protocol === 'https:' };
}
