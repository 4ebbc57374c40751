/**
 * Who is behind the key? An institution of this installation is known; of any other it can only be said which domain controls
 * the key: whose domain that is, the reader must judge. A name in a credential proves nothing: anybody may write it.
 */
import { notChecked, passed } from './checks.js';
import { issuerHost } from './issuer-host.js';
import { ownInstitution, type OwnDocumentsDeps } from './own-documents.js';
import type { OwnBases } from './own-bases.js';
import type { Check } from './report.js';

/** @param owner the check key-belongs-to-issuer */
export async function identifyIssuer(
  deps: Pick<OwnDocumentsDeps, 'institutions'> & OwnBases,
  issuer: string | undefined,
  owner: Check,
): Promise<Check> {
  const name = 'issuer-identified';
  // an outdated copy says what this installation keeps
  const isProven = owner.result === 'passed' || owner.reason === 'copy-outdated';
  if (issuer === undefined || !isProven) return notChecked(name, 'issuer-not-proven');
  const own = await ownInstitution(deps, issuer);
  if (own) return passed(name, 'issuer-known-here', { institution: own.legalName });
  if (issuer.startsWith('did:key:')) return notChecked(name, 'issuer-is-a-key');
  const at = issuerHost(issuer);
  if (!at) return notChecked(name, 'issuer-kind-unknown');
  const domain = { domain: at.host };
  return at.secure
    ? passed(name, 'issuer-controls-domain', domain)
    : notChecked(name, 'issuer-address-insecure', domain);
}
