/**
 * Hosted Open Badges 2.0 documents, made when asked: assertion (revoked form too), badge class, issuer.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html
 */
import { revokedAssertion } from '../../documents/open-badge-2/assertion.js';
import { badgeClass } from '../../documents/open-badge-2/badge-class.js';
import { issuerProfile2 } from '../../documents/open-badge-2/issuer-profile.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { AwardStore } from './award-store.js';
import { publishedAward } from './published-award.js';
import { publishedContent } from './published-content.js';

export interface OpenBadge2DocumentsDeps {
  awards: AwardStore;
  institutions: InstitutionStore;
  microCredentials: MicroCredentialStore;
  base: string;
}

/** JSON texts. Each is undefined for what is unknown, an offer nobody claimed included. */
export interface OpenBadge2Documents {
  /** As issued; after revocation its revoked form, to be served with 410 (`gone`). */
  assertion(awardId: string): Promise<{ json: string; gone: boolean } | undefined>;
  badgeClass(microCredentialId: string, version: number): Promise<string | undefined>;
  issuer(institutionId: string): Promise<string | undefined>;
}

export function openBadge2Documents(deps: OpenBadge2DocumentsDeps): OpenBadge2Documents {
  const { base } = deps;
  return {
    async assertion(awardId) {
      const award = await publishedAward(deps, awardId);
      if (!award) return undefined;
      if (award.state !== 'revoked') return { json: award.documents.openBadge2, gone: false };
      const reason = award.revocationReason ?? '';
      return { json: JSON.stringify(revokedAssertion({ base, awardId, reason })), gone: true };
    },
    async badgeClass(microCredentialId, version) {
      const content = await publishedContent(deps, microCredentialId, version);
      return content && JSON.stringify(badgeClass(content));
    },
    async issuer(institutionId) {
      const institution = await deps.institutions.byId(institutionId);
      return institution && JSON.stringify(issuerProfile2({ base, institution }));
    },
  };
}
