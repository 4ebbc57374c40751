/** The recorded Moodle's web services: each answers what it answered then, to the very question it was asked then. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseRecords } from '../../../src/domain/courses/course-records.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import type { ServiceTokens } from '../../../src/domain/platforms/service-tokens.js';
import { createCourseRecords } from '../../../src/edges/lms/create-course-records.js';
import type { OutboundFetch, OutboundRequest } from '../../../src/shared/outbound-fetch.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';

interface Exchange {
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  response: { status: number; headers: Record<string, string>; body: string };
}

const file = join(import.meta.dirname, '..', '..', 'recorded', 'moodle', 'web-services.json');
const exchanges = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Exchange>;

export const wwwroot = 'http://127.0.0.1:8090';

export function recordedMoodle(overrides: Partial<Platform> = {}): Platform {
  return aPlatform({ issuer: wwwroot, tokenEndpoint: `${wwwroot}/mod/lti/token.php`, ...overrides });
}

/** The token that stands in the recordings. */
export function oneToken(token: string | undefined = 'REDACTED'): ServiceTokens {
  return {
    keep: async () => undefined,
    keptSince: async () => undefined,
    open: async () => (token === undefined ? undefined : { token }),
    noteAnswer: async () => undefined,
    refusal: async () => undefined,
    forget: async () => undefined,
  };
}

/** Answers this recording to its question; any other question fails the test. */
export function replay(name: string): OutboundFetch {
  const exchange = exchanges[name];
  if (!exchange) throw new Error(`nothing is recorded as ${name}`);
  return async ({ url, method, body, headers = {} }) => {
    const { request, response } = exchange;
    const asked = new Map(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
    const same =
      method === request.method &&
      url === request.url &&
      body === request.body &&
      Object.entries(request.headers).every(([key, value]) => asked.get(key) === value);
    if (!same) throw new Error(`Moodle was never asked ${method} ${url} ${body}`);
    return {
      status: response.status,
      headers: response.headers,
      body: Buffer.from(response.body),
      url,
    };
  };
}

/** Answers this recording to any question: for errors, which look alike whatever was asked. */
export function answering(name: string): OutboundFetch {
  const { status, headers, body } = exchanges[name]?.response ?? { status: 0, headers: {}, body: '' };
  return async ({ url }: OutboundRequest) => ({ status, headers, body: Buffer.from(body), url });
}

export function recordsOver(
  fetch: OutboundFetch,
  given: { platform?: Platform; tokens?: ServiceTokens } = {},
): CourseRecords {
  return createCourseRecords({
    fetch,
    platforms: memoryPlatforms(given.platform ?? recordedMoodle()),
    tokens: given.tokens ?? oneToken(),
    clock: () => new Date('2026-11-22T10:00:00Z'),
  });
}
