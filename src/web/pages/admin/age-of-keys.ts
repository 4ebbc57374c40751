/** What the administrator is told of the age of signing keys, on the overview and on their page. */
import type { Request } from 'express';
import { stateOfKeys } from '../../../domain/institutions/key-schedule.js';
import type { PublicSigningKey } from '../../../domain/institutions/signing-keys.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

/** Undefined while there is nothing to tell. */
export function ageOfKeys(
  { clock, keySchedule }: WebServices,
  req: Request,
  keys: readonly PublicSigningKey[],
): string | undefined {
  const words = wordsIn(req, 'admin');
  const state = stateOfKeys(keys, clock(), keySchedule);
  if (state.kind === 'young') return undefined;
  if (state.kind === 'old') return words('keys.old', { count: keySchedule.years });
  return words(`keys.${state.kind}`, { date: dayIn(req)(state.on) });
}
