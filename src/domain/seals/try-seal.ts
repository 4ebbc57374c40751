/** Tries a seal as learners will use it: a text of no meaning is sealed and thrown away. The service may count it. */
import type { SealOwner } from '../../documents/seals/seal-owner.js';
import type { Clock } from '../../shared/clock.js';
import type { SealAccess, SealService } from './seal-service.js';
import { sealText } from './seal-text.js';

export interface TriedSeal {
  owner: SealOwner;
  certifiedUntil: Date;
  hasTimeStamps: boolean;
}

/** @throws Problem seal-unreachable, seal-refused, seal-answer-unreadable, seal-unusable */
export async function trySeal(
  { sealService, clock }: { sealService: SealService; clock: Clock },
  access: SealAccess,
): Promise<TriedSeal> {
  const seal = await sealService.open(access);
  await sealText(seal, JSON.stringify({ trial: clock().toISOString() }), clock());
  return {
    owner: seal.owner,
    certifiedUntil: new Date(seal.certificates[0].validTo),
    hasTimeStamps: seal.timeStamp !== undefined,
  };
}
