/**
 * A learner claims an offered award: name and e-mail are confirmed, the documents are made and signed, and one atomic write
 * makes it issued. Killed before that write, nothing has happened: the award is still offered.
 */
import { Problem } from '../../shared/problem.js';
import type { Visit } from '../courses/visit.js';
import type { GatherFactsDeps } from '../evidence/gather-facts.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import type { StatusListStore } from './status-list-store.js';

export interface ClaimAwardDeps extends GatherFactsDeps {
  awards: AwardStore;
  statusLists: StatusListStore;
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  keys: SigningKeys;
  /** Public origin, without a slash at the end. */
  base: string;
  /** Key of Recipient.emailKey (HMAC-SHA256). */
  emailPepper: Uint8Array;
}

export interface ClaimInput {
  awardId: string;
  visit: Visit;
  /** Used only where the LMS tells no name. */
  name?: string;
  /** Used only where the LMS tells no (usable) e-mail address. */
  email?: string;
  carryGrade: boolean;
  consent: boolean;
}

/**
 * The issued award; a second claim (double click, two tabs, two replicas) gets the same one.
 * @throws Problem not-found, not-permitted, request-invalid (facts.fields: name, email, consent), rule-not-met
 * (facts.result: RuleResult), award-already-claimed (the same e-mail address holds this version from elsewhere),
 * award-move-not-allowed (revoked)
 */
export async function claimAward(deps: ClaimAwardDeps, input: ClaimInput): Promise<Award> {
  await deps.awards.byId(input.awardId);
  throw new Problem('unexpected');
}
