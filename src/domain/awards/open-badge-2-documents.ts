/**
 * Open Badges 2.0 documents, made when asked: hosted assertion (revoked form too), badge class, issuer, its keys and what it
 * revoked of the signed ones.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html
 */
import { revokedAssertion } from '../../documents/open-badge-2/assertion.js';
import { badgeClass } from '../../documents/open-badge-2/badge-class.js';
import { cryptographicKey } from '../../documents/open-badge-2/cryptographic-key.js';
import { issuerProfile2 } from '../../documents/open-badge-2/issuer-profile.js';
import type { KeyProfile } from '../../documents/open-badge-2/key-profile.js';
import { revocationList2 } from '../../documents/open-badge-2/revocation-list.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import { hostedEndorsements } from '../endorsements/open-badge-2-endorsements.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import { hasOwnProfile, keyProfile } from '../institutions/key-profiles.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { AwardStore } from './award-store.js';
import { baseOfAward } from './base-of-award.js';
import { publishedAward } from './published-award.js';
import { publishedContent } from './published-content.js';
import { revocationReasonOf } from './revocation-reason.js';

export interface OpenBadge2DocumentsDeps {
  awards: AwardStore;
  endorsements: EndorsementStore;
  institutions: InstitutionStore;
  microCredentials: MicroCredentialStore;
  keys: Pick<SigningKeys, 'all'>;
  base: string;
}

/** JSON texts. Each is undefined for what is unknown, an offer nobody claimed included, and for a key (`ofKey`) that has none of its own. */
export interface OpenBadge2Documents {
  /** As issued; after revocation, and while it is suspended, its revoked form, to be served with 410 (`gone`). */
  assertion(awardId: string): Promise<{ json: string; gone: boolean } | undefined>;
  /** `edition`: the language of one in a further one. */
  badgeClass(
    microCredentialId: string,
    version: number,
    ofKey?: string,
    edition?: string,
  ): Promise<string | undefined>;
  issuer(institutionId: string, ofKey?: string): Promise<string | undefined>;
  /** CryptographicKey; undefined for an unknown key, a compromised one, and one of another institution. */
  key(institutionId: string, keyId: string): Promise<string | undefined>;
  /** Of signed assertions. */
  revocationList(institutionId: string, ofKey?: string): Promise<string | undefined>;
}

export function openBadge2Documents(deps: OpenBadge2DocumentsDeps): OpenBadge2Documents {
  const { base } = deps;
  const profileOf = async (institutionId: string, ofKey?: string): Promise<KeyProfile | undefined> =>
    keyProfile(await deps.keys.all(institutionId), ofKey);
  return {
    async assertion(awardId) {
      const award = await publishedAward(deps, awardId);
      if (!award) return undefined;
      if (award.state === 'issued') return { json: award.documents.openBadge2, gone: false };
      const { suspension, revocationReason, supersededBy } = award;
      const reason = suspension
        ? revocationReasonOf(base, { reason: suspension.reason, suspended: true })
        : revocationReasonOf(base, { reason: revocationReason, supersededBy });
      const issuedAt = baseOfAward(award) ?? base;
      return { json: JSON.stringify(revokedAssertion({ base: issuedAt, awardId, reason })), gone: true };
    },
    async badgeClass(microCredentialId, version, ofKey, edition) {
      const content = await publishedContent(deps, microCredentialId, version, edition);
      const profile = content && (await profileOf(content.institution.id, ofKey));
      if (!profile) return undefined;
      const thing = { institutionId: content.institution.id, microCredentialId, version };
      // endorsements speak of the first edition
      const endorsedAt = edition === undefined ? await hostedEndorsements(deps, thing) : [];
      return JSON.stringify(badgeClass(content, endorsedAt, profile));
    },
    async issuer(institutionId, ofKey) {
      const institution = await deps.institutions.byId(institutionId);
      const profile = institution && (await profileOf(institutionId, ofKey));
      if (!profile) return undefined;
      const endorsedAt = await hostedEndorsements(deps, { institutionId });
      return JSON.stringify(issuerProfile2({ base, institution, profile, endorsedAt }));
    },
    async key(institutionId, keyId) {
      if (!(await deps.institutions.byId(institutionId))) return undefined;
      const all = await deps.keys.all(institutionId);
      const key = all.find(({ id, kind, compromise }) => id === keyId && kind === 'RSA' && !compromise);
      return key && JSON.stringify(cryptographicKey({ base, key, hasOwnProfile: hasOwnProfile(all, key) }));
    },
    async revocationList(institutionId, ofKey) {
      const institution = await deps.institutions.byId(institutionId);
      if (!institution || !(await profileOf(institutionId, ofKey))) return undefined;
      const revoked = await deps.awards.revokedOf(institutionId);
      const told = revoked.map((one) => ({ id: one.id, reason: revocationReasonOf(base, one) }));
      return JSON.stringify(revocationList2(base, institutionId, told, ofKey));
    },
  };
}
