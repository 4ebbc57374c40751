/** A learner opens the activity: what is met, what is not, and the offer of the award once everything is. */
import { Problem } from '../../shared/problem.js';
import type { NewId } from '../../shared/ids.js';
import type { Course } from '../courses/course.js';
import type { Visit } from '../courses/visit.js';
import { gatherFacts, type GatherFactsDeps } from '../evidence/gather-facts.js';
import { meetsRule } from '../evidence/meets-rule.js';
import type { RuleResult } from '../evidence/verdict.js';
import {
  currentVersion,
  type MicroCredential,
  type PublishedVersion,
} from '../micro-credentials/micro-credential.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';

export interface OfferWhenMetDeps extends GatherFactsDeps {
  awards: AwardStore;
  newId: NewId;
}

/**
 * `award`: offered now or before. An award the learner has already, of this version or an older one, is returned as it
 * is, with its version, and nothing is asked. `result` is absent then.
 * @throws Problem not-permitted (visit of another course), micro-credential-not-published
 */
export async function offerWhenMet(
  deps: OfferWhenMetDeps,
  input: { visit: Visit; course: Course; microCredential: MicroCredential },
): Promise<{ result?: RuleResult; award?: Award; version: PublishedVersion }> {
  const { visit, course, microCredential } = input;
  if (visit.courseId !== course.id || microCredential.courseId !== course.id)
    throw new Problem('not-permitted');
  const { subject } = visit.person;
  const { platformId } = course;
  const current = currentVersion(microCredential);
  const held = await heldAward(deps.awards, microCredential, { platformId, subject });
  const heldVersion = held && microCredential.versions.find((version) => version.number === held.version);
  // a new version goes on beside what was earned: the offer keeps its version, nothing is earned twice
  if (held && heldVersion && (!current || held.state !== 'revoked' || held.version === current.number)) {
    return { award: held, version: heldVersion };
  }
  if (!current) throw new Problem('micro-credential-not-published');
  const facts = await gatherFacts(deps, { course, microCredential, version: current, subject });
  const result = meetsRule(current.definition.rule, facts);
  if (result.verdict !== 'met' || visit.roles.teaches) return { result, version: current };
  const now = deps.clock();
  const award = await deps.awards.offer({
    id: deps.newId(),
    institutionId: microCredential.institutionId,
    microCredentialId: microCredential.id,
    version: current.number,
    courseId: course.id,
    platformId,
    subject,
    lmsName: visit.person.name,
    state: 'offered',
    offeredAt: now,
    basis: result,
    public: false,
    stateChangedAt: now,
    history: [{ what: 'offered', at: now, by: subject }],
  });
  return { result, award, version: current };
}

/** The learner's award that counts: the newest that stands; a revoked one only when there is no other. */
async function heldAward(
  awards: AwardStore,
  microCredential: MicroCredential,
  learner: { platformId: string; subject: string },
): Promise<Award | undefined> {
  const all = await awards.ofLearnerAllVersions(microCredential.id, learner.platformId, learner.subject);
  return all.find((award) => award.state !== 'revoked') ?? all[0];
}
