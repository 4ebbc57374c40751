/** Certificates as a seal brings them: the owner's, then whoever vouches for it, one after the other. */
import type { X509Certificate } from 'node:crypto';
import { isChain } from './certificate-chain.js';

/** What does not vouch is left out. @param others in any order; some may be strangers */
export function orderedChain(
  owner: X509Certificate,
  others: readonly X509Certificate[],
): [X509Certificate, ...X509Certificate[]] {
  const chain: [X509Certificate, ...X509Certificate[]] = [owner];
  for (let last = owner; ;) {
    const maker = others.find((one) => !chain.some(({ raw }) => raw.equals(one.raw)) && isChain([last, one]));
    if (!maker) return chain;
    chain.push(maker);
    last = maker;
  }
}
