/** The learner lets the public page show the name, or takes that back. Nobody else may. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { Visit } from '../courses/visit.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import { isLearnersOwn } from './learners-own.js';
import { isPublished } from './is-published.js';

/** What is so already stays without a new entry in the history. @throws Problem not-found, not-permitted, award-move-not-allowed (not issued) */
export async function setAwardPublic(
  deps: { awards: AwardStore; clock: Clock },
  input: { awardId: string; visit: Visit; public: boolean },
): Promise<Award> {
  const award = await deps.awards.byId(input.awardId);
  if (!award) throw new Problem('not-found');
  if (!isLearnersOwn(award, input.visit)) throw new Problem('not-permitted');
  if (!isPublished(award)) throw new Problem('award-move-not-allowed', { facts: { state: award.state } });
  if (award.public === input.public) return award;
  const what = input.public ? 'made-public' : 'made-private';
  const event = { what, at: deps.clock(), by: input.visit.person.subject } as const;
  await deps.awards.setPublic(award.id, input.public, event);
  return (await deps.awards.byId(award.id)) ?? award;
}
