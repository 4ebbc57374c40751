/** Verification by the reference implementation `@digitalbazaar/vc`, with our pinned contexts and the test issuer's documents. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadContext } from '../../src/documents/contexts/load-context.js';
import type { TestIssuer } from './signers.js';

/** Undefined: verified; otherwise the reference's error. */
export async function referenceFault(
  credential: object,
  issuer: TestIssuer,
  now = new Date('2026-06-01T00:00:00Z'),
): Promise<string | undefined> {
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: issuer.dataIntegrity.verificationMethod,
    type: 'Multikey',
    controller: issuer.did,
    publicKeyMultibase: issuer.multikey,
  };
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: issuer.did,
    assertionMethod: [method],
  };
  const documentLoader = (url: string): Promise<object> => {
    if (url === method.id) return Promise.resolve({ documentUrl: url, document: method });
    if (url === issuer.did) return Promise.resolve({ documentUrl: url, document: controller });
    return loadContext(url);
  };
  const answer = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now,
    checkStatus: async () => ({ verified: true }),
  });
  return answer.verified
    ? undefined
    : JSON.stringify(answer.error, Object.getOwnPropertyNames(answer.error ?? {}));
}
