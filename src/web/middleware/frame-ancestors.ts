/** Who may frame the pages of a course and of a launch: the pages of the linked LMSs, and nobody else. */
import type { RequestHandler } from 'express';
import { differencesOf } from '../../domain/platforms/differences/differences-of.js';
import type { Platform } from '../../domain/platforms/platform.js';
import type { PlatformStore } from '../../domain/platforms/platform-store.js';
import type { Clock } from '../../shared/clock.js';
import { allowFraming } from './security-headers.js';
import { logOf } from './request-log.js';

const keptMilliseconds = 5_000;

/** The origin of an address; undefined when it is none (some issuers are mere names). */
export function originOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { origin, protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** Origins that the pages of a platform are on. */
export function pageOrigins(platform: Platform): string[] {
  const origins = [originOf(platform.authorizationEndpoint), originOf(platform.issuer)];
  return [...origins.filter((origin) => origin !== undefined), ...differencesOf(platform.family).pageOrigins];
}

/**
 * Lets the linked LMSs frame what follows. They are asked for at most every five seconds; while the database is away the
 * last known ones hold, so that the error page can be seen inside the LMS.
 */
export function framedByPlatforms(deps: { platforms: PlatformStore; clock: Clock }): RequestHandler {
  let kept: { origins: string[]; until: number } = { origins: [], until: 0 };
  return async (req, res, next) => {
    const now = deps.clock().getTime();
    if (now >= kept.until) {
      try {
        const platforms = await deps.platforms.all();
        kept = { origins: [...new Set(platforms.flatMap(pageOrigins))], until: now + keptMilliseconds };
      } catch (error) {
        logOf(req).warn({ err: error }, 'platforms could not be read: the last known may frame the page');
      }
    }
    allowFraming(res, kept.origins);
    res.locals['framers'] = kept.origins;
    res.locals['framed'] = true;
    res.locals['layout'] = 'layouts/frame';
    next();
  };
}
