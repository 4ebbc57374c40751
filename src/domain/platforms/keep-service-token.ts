/**
 * An administrator enters the token for the web services of an LMS: it is tried first, and what works is not given up for what does
 * not. It is never shown again.
 */
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import { differencesOf } from './differences/differences-of.js';
import type { PlatformStore } from './platform-store.js';
import type { ServiceTokens } from './service-tokens.js';
import { tokenIsKnown } from './token-is-known.js';

export interface ServiceTokenDeps {
  platforms: PlatformStore;
  serviceTokens: ServiceTokens;
  /** Asks the LMS with a token what it may do. */
  records: { functions(platformId: string, token: string): Promise<unknown> };
}

/** Moodle's are 32 hexadecimal digits; a site may make its own. */
const tokenShape = /^[A-Za-z0-9_-]{8,256}$/;

/**
 * What the LMS refuses is not kept. Where it cannot be asked, the token is kept in the place of none, or of one that was refused.
 * @throws Problem not-found (no such LMS, or none whose web services are asked), request-invalid (facts.fields.token: required,
 * invalid, refused, refused-kept, untried-kept; kept: the one before is in use still)
 */
export async function keepServiceToken(
  deps: ServiceTokenDeps,
  input: { platformId: string; token: string },
): Promise<void> {
  const platform = await deps.platforms.byId(input.platformId);
  if (!platform || !differencesOf(platform.family).records) throw new Problem('not-found');
  const token = input.token.trim();
  if (token === '') throw formProblem({ token: 'required' });
  if (!tokenShape.test(token)) throw formProblem({ token: 'invalid' });
  const { serviceTokens } = deps;
  const outcome = await tried(deps, platform.id, token);
  const isKept = (await serviceTokens.keptSince(platform.id)) !== undefined;
  if (outcome === 'refused') throw formProblem({ token: isKept ? 'refused-kept' : 'refused' });
  if (outcome === 'untried' && isKept && !(await serviceTokens.refusal(platform.id)))
    throw formProblem({ token: 'untried-kept' });
  await serviceTokens.keep(platform.id, token);
}

async function tried(
  { records }: ServiceTokenDeps,
  platformId: string,
  token: string,
): Promise<'known' | 'refused' | 'untried'> {
  try {
    await records.functions(platformId, token);
    return 'known';
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
    if (error.code === 'lms-token-refused') return 'refused';
    return tokenIsKnown(error.code) ? 'known' : 'untried';
  }
}
