/** A learner opens the activity: what is met, what is not, and the offer of the award once everything is. */
import { Problem } from '../../shared/problem.js';
import type { NewId } from '../../shared/ids.js';
import type { Course } from '../courses/course.js';
import type { Visit } from '../courses/visit.js';
import type { GatherFactsDeps } from '../evidence/gather-facts.js';
import type { RuleResult } from '../evidence/verdict.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
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
  await deps.awards.byId(input.visit.id);
  throw new Problem('unexpected');
}
