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
  isOfferedByHand,
  type MicroCredential,
  type PublishedVersion,
} from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import { heldAwards, isHeldBack, mayBeOffered } from './held-award.js';
import { newOffer } from './new-offer.js';

export interface OfferWhenMetDeps extends GatherFactsDeps {
  awards: AwardStore;
  newId: NewId;
}

/**
 * `award`: offered now or before. An award the learner has already, of this version or an older one, is returned as it
 * is, with its version, and nothing is asked. `result` is absent then, and where it is retired. Where teachers look first, nothing is offered here.
 * `former`: a revoked one of an older version, beside which the version can be earned.
 * @throws Problem not-permitted (visit of another course), micro-credential-not-published
 */
export async function offerWhenMet(
  deps: OfferWhenMetDeps,
  input: { visit: Visit; course: Course; microCredential: MicroCredential },
): Promise<{ result?: RuleResult; award?: Award; former?: Award; version: PublishedVersion }> {
  const { visit, course, microCredential } = input;
  if (visit.courseId !== course.id || microCredential.courseId !== course.id)
    throw new Problem('not-permitted');
  const { subject } = visit.person;
  const { platformId } = course;
  const current = currentVersion(microCredential);
  const all = await deps.awards.ofLearnerAllVersions(microCredential.id, platformId, subject);
  const held = heldAwards(all).get(subject);
  const heldVersion = held && microCredential.versions.find((version) => version.number === held.version);
  // a new version goes on beside what was earned: the offer keeps its version, nothing is earned twice
  if (held && heldVersion && (!current || !mayBeOffered(held, current.number))) {
    return { award: held, version: heldVersion };
  }
  if (!current) throw new Problem('micro-credential-not-published');
  if (microCredential.retiredAt) return { former: held, version: current };
  const facts = await gatherFacts(deps, { course, microCredential, version: current, subject });
  const result = meetsRule(ruleOf(current.definition), facts);
  const waits = isOfferedByHand(microCredential) || isHeldBack(held);
  const isOffered = result.verdict === 'met' && !visit.roles.teaches && !waits;
  if (!isOffered) return { result, former: held, version: current };
  const award = await deps.awards.offer(
    newOffer({
      id: deps.newId(),
      course,
      microCredential,
      version: current,
      learner: visit.person,
      basis: result,
      at: deps.clock(),
      by: subject,
    }),
  );
  return { result, award, former: held, version: current };
}
