/** Asks with the token of a platform, and notes what its LMS thinks of it. */
import type { Platform } from '../../domain/platforms/platform.js';
import { tokenRefusals, type KeptToken, type ServiceTokens } from '../../domain/platforms/service-tokens.js';
import { tokenIsKnown } from '../../domain/platforms/token-is-known.js';
import { Problem } from '../../shared/problem.js';
import { lmsTrouble, type AskedOf } from './lms-trouble.js';

export type UsedTokens = Pick<ServiceTokens, 'open' | 'noteAnswer'>;

/** @throws Problem lms-token-missing, whatever `ask` throws */
export async function withToken<T>(
  tokens: UsedTokens,
  platform: Platform,
  asked: AskedOf,
  ask: (kept: KeptToken) => Promise<T>,
): Promise<T> {
  const kept = await tokens.open(platform.id);
  if (kept === undefined) throw lmsTrouble(asked, 'lms-token-missing', 'no token is kept');
  try {
    const told = await ask(kept);
    await tokens.noteAnswer(platform.id, kept.token, undefined);
    return told;
  } catch (error) {
    const code = error instanceof Problem ? error.code : undefined;
    const refusal = tokenRefusals.find((reason) => reason === code);
    if (refusal || tokenIsKnown(code)) await tokens.noteAnswer(platform.id, kept.token, refusal);
    throw error;
  }
}

/** A token that is not kept (yet): nothing is noted of it. */
export function onlyTried(tried: KeptToken): UsedTokens {
  return { open: () => Promise.resolve(tried), noteAnswer: () => Promise.resolve() };
}
