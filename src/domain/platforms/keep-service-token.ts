/**
 * An administrator enters the token for the web services of an LMS: it is tried first, and what works is not given up for what does
 * not. It is never shown again.
 */
import { formProblem } from '../../shared/field-faults.js';
import { absoluteUrl } from '../../shared/absolute-url.js';
import { Problem } from '../../shared/problem.js';
import { differencesOf } from './differences/differences-of.js';
import type { PlatformStore } from './platform-store.js';
import type { KeptToken, ServiceTokens } from './service-tokens.js';
import { tokenIsKnown } from './token-is-known.js';

export interface ServiceTokenDeps {
  platforms: PlatformStore;
  serviceTokens: ServiceTokens;
  /** Asks the LMS with a token what it may do. */
  records: { functions(platformId: string, tried: KeptToken): Promise<unknown> };
  /** True where a site may be on http, too. */
  allowHttp: boolean;
}

/** Moodle's are 32 hexadecimal digits; Canvas's begin with a number and a tilde. */
const tokenShape = /^[A-Za-z0-9_~-]{8,256}$/;

/**
 * What the LMS refuses is not kept. Where it cannot be asked, the token is kept in the place of none, or of one that was refused.
 * @throws Problem not-found (no such LMS, or none whose web services are asked), request-invalid (facts.fields.token: required,
 * invalid, refused, refused-kept, untried-kept; kept: the one before is in use still. facts.fields.site: required, not-an-address,
 * https-required)
 */
export async function keepServiceToken(
  deps: ServiceTokenDeps,
  input: { platformId: string; token: string; site?: string },
): Promise<void> {
  const platform = await deps.platforms.byId(input.platformId);
  const lms = platform && differencesOf(platform.family).records;
  if (!lms) throw new Problem('not-found');
  const site = lms.needsSite ? readSite(input.site ?? '', deps.allowHttp) : undefined;
  const token = input.token.trim();
  if (token === '') throw formProblem({ token: 'required' });
  if (!tokenShape.test(token)) throw formProblem({ token: 'invalid' });
  const { serviceTokens } = deps;
  const kept: KeptToken = { token, site };
  const outcome = await tried(deps, platform.id, kept);
  const isKept = (await serviceTokens.keptSince(platform.id)) !== undefined;
  if (outcome === 'refused') throw formProblem({ token: isKept ? 'refused-kept' : 'refused' });
  if (outcome === 'untried' && isKept && !(await serviceTokens.refusal(platform.id)))
    throw formProblem({ token: 'untried-kept' });
  await serviceTokens.keep(platform.id, kept);
}

async function tried(
  { records }: ServiceTokenDeps,
  platformId: string,
  token: KeptToken,
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

/** The origin of whatever page of it was typed. */
function readSite(typed: string, allowHttp: boolean): string {
  const text = typed.trim();
  if (text === '') throw formProblem({ site: 'required' });
  const url = absoluteUrl(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || url.hostname === '' || url.username !== '' || url.password !== '')
    throw formProblem({ site: 'not-an-address' });
  if (url.protocol !== 'https:' && !allowHttp) throw formProblem({ site: 'https-required' });
  return url.origin;
}
