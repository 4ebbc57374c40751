/**
 * Hosted Open Badges 2.0 documents, made when asked: assertion (revoked form too), badge class, issuer.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html
 */
import { Problem } from '../../shared/problem.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { AwardStore } from './award-store.js';

export interface OpenBadge2DocumentsDeps {
  awards: AwardStore;
  institutions: InstitutionStore;
  microCredentials: MicroCredentialStore;
  base: string;
}

/** JSON texts. `gone`: a revoked assertion, to be served with 410. Undefined: unknown, or an offer nobody claimed. */
export interface OpenBadge2Documents {
  assertion(awardId: string): Promise<{ json: string; gone: boolean } | undefined>;
  badgeClass(microCredentialId: string, version: number): Promise<string | undefined>;
  issuer(institutionId: string): Promise<string | undefined>;
}

export function openBadge2Documents(deps: OpenBadge2DocumentsDeps): OpenBadge2Documents {
  throw new Problem('unexpected', { detail: deps.base });
}
