/** Finds the visit of a request. Unknown, expired, another browser's, of a suspended platform: all answer alike. */
import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import { hashSecret } from '../../shared/hash-secret.js';
import { looksLikeId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { Known } from './known.js';
import type { Visit } from './visit.js';

export interface FindVisitDeps {
  known: Pick<Known, 'visits' | 'platforms'>;
  clock: Clock;
}

/** @throws Problem visit-ended */
export async function findVisit(
  deps: FindVisitDeps,
  input: { id: string; browserSecret: string },
): Promise<Visit> {
  if (!looksLikeId(input.id)) throw ended();
  const now = deps.clock();
  const visit = await deps.known.visits.byId(input.id, now);
  if (!visit || visit.expiresAt <= now) throw ended();
  const given = Buffer.from(hashSecret(input.browserSecret));
  const kept = Buffer.from(visit.browserHash);
  if (given.length !== kept.length || !timingSafeEqual(given, kept)) throw ended();
  const platform = await deps.known.platforms.byId(visit.platformId);
  if (!platform || platform.state === 'suspended') throw ended();
  if (!platform.deployments.some((deployment) => deployment.id === visit.deploymentId)) throw ended();
  return visit;
}

const ended = (): Problem => new Problem('visit-ended');
