/** Reads what a service says of one of its keys: whether it signs without a person, how, and with which certificates. */
import type { X509Certificate } from 'node:crypto';
import { orderedChain } from '../../documents/certificates/ordered-chain.js';
import { keyOf, readCertificates } from '../../documents/certificates/certificate-chain.js';
import { type SealOwner, sealOwner } from '../../documents/seals/seal-owner.js';
import type { SealAccess } from '../../domain/seals/seal-service.js';
import { useless } from '../../domain/seals/useless-seal.js';
import { Problem } from '../../shared/problem.js';
import type { CredentialInfo } from './csc-shapes.js';
import { type SigningMethod, signingMethod } from './signing-methods.js';

export interface UsableCredential {
  certificates: readonly [X509Certificate, ...X509Certificate[]];
  owner: SealOwner;
  method: SigningMethod;
  /** What the service is told so that it lets the key sign, in the words of its version. */
  factors: { PIN?: string; authData?: { id: string; value: string }[] };
}

/** @throws Problem seal-unusable, seal-answer-unreadable */
export function usableCredential(info: CredentialInfo, access: SealAccess): UsableCredential {
  if (info.key.status !== 'enabled') throw useless('disabled');
  if (info.cert.status !== undefined && info.cert.status !== 'valid') {
    throw useless(info.cert.status === 'expired' ? 'out-of-date' : 'disabled');
  }
  const factors = factorsOf(info, access);
  if (!factors) throw useless('needs-person');
  const read = readCertificates(info.cert.certificates);
  if ('fault' in read)
    throw new Problem('seal-answer-unreadable', { detail: read.fault, facts: { step: 'credential' } });
  const [certificate, ...others] = read.certificates;
  const owner = sealOwner(certificate);
  if (!owner) throw useless('no-organisation');
  const method = keyOf(certificate) && signingMethod(info.key.algo, certificate);
  if (!method) throw useless('no-method');
  return { certificates: orderedChain(certificate, others), owner, method, factors };
}

/** Undefined where somebody must agree each time: by a one-time password, or in a browser. */
function factorsOf(
  { authMode, PIN, OTP, auth }: CredentialInfo,
  { pin }: SealAccess,
): UsableCredential['factors'] | undefined {
  if (auth) {
    const objects = auth.objects ?? [];
    const [first] = objects;
    if (auth.mode !== 'explicit' || objects.length > 1) return undefined;
    if (!first) return {};
    if (!/^(password|pin)$/i.test(first.type)) return undefined;
    return pin === undefined ? {} : { authData: [{ id: first.id, value: pin }] };
  }
  if (authMode === 'implicit') return {};
  if (authMode !== 'explicit' || OTP?.presence === 'true') return undefined;
  return pin !== undefined && PIN?.presence !== 'false' ? { PIN: pin } : {};
}
