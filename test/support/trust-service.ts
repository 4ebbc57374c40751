/** The trust service of the demonstration, with keys of elliptic curves where no other are wanted. */
import { p256 } from '@noble/curves/nist.js';
import { isRsa } from '../../src/demo-seals/answer-question.js';
import type { Certified } from '../../src/demo-seals/make-certificate.js';
import {
  startTrustService as start,
  type TrustService,
  type TrustServiceOptions,
} from '../../src/demo-seals/trust-service.js';
import { anOwner } from '../documents/seals/sealed.builder.js';

export type { TrustService };

interface Wanted extends Omit<TrustServiceOptions, 'chain'> {
  chain?: readonly Certified[];
  /** Writes signatures of curves side by side instead of in ASN.1. */
  plainCurves?: boolean;
}

export function startTrustService({ plainCurves, ...wanted }: Wanted = {}): Promise<TrustService> {
  const [owner, ...others] = wanted.chain ?? anOwner().chain;
  if (!owner) throw new Error('a seal has an owner');
  const signHash = (hash: Buffer): Buffer => signOfHash(owner, hash, plainCurves ? 'compact' : 'der');
  return start({ version: 1, ...wanted, chain: [owner, ...others], ...(!isRsa(owner) && { signHash }) });
}

/** Of a hash, as hardware signs; node:crypto signs texts alone. */
function signOfHash({ privateKey }: Certified, hash: Buffer, format: 'compact' | 'der'): Buffer {
  const { d = '' } = privateKey.export({ format: 'jwk' });
  return Buffer.from(p256.sign(hash, Buffer.from(d, 'base64url'), { prehash: false, format }));
}
