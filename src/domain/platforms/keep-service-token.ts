/** An administrator enters the token for the web services of an LMS, or takes it out. It is never shown again. */
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import { differencesOf } from './differences/differences-of.js';
import type { PlatformStore } from './platform-store.js';
import type { ServiceTokens } from './service-tokens.js';

export interface ServiceTokenDeps {
  platforms: PlatformStore;
  serviceTokens: ServiceTokens;
}

/** Moodle's are 32 hexadecimal digits; a site may make its own. */
const tokenShape = /^[A-Za-z0-9_-]{8,256}$/;

/** @throws Problem not-found (no such LMS, or none whose web services are asked), request-invalid (facts.fields.token) */
export async function keepServiceToken(
  deps: ServiceTokenDeps,
  input: { platformId: string; token: string },
): Promise<void> {
  const platform = await deps.platforms.byId(input.platformId);
  if (!platform || !differencesOf(platform.family).records) throw new Problem('not-found');
  const token = input.token.trim();
  if (token === '') throw formProblem({ token: 'required' });
  if (!tokenShape.test(token)) throw formProblem({ token: 'invalid' });
  await deps.serviceTokens.keep(platform.id, token);
}
