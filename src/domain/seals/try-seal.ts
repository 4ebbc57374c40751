/** Tries a seal as learners will use it: a text of no meaning is sealed and thrown away. The service may count it. */
import { type SealOwner, sealOwner } from '../../documents/seals/seal-owner.js';
import type { Clock } from '../../shared/clock.js';
import type { SealAccess, SealService } from './seal-service.js';
import { sealText } from './seal-text.js';
import { useless } from './useless-seal.js';

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
  const [certificate] = seal.certificates;
  const owner = sealOwner(certificate);
  if (!owner) throw useless('no-organisation');
  await sealText(seal, JSON.stringify({ trial: clock().toISOString() }), clock());
  return {
    owner,
    certifiedUntil: new Date(certificate.validTo),
    hasTimeStamps: seal.timeStamp !== undefined,
  };
}
