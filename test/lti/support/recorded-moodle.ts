/** The recorded Moodle as a server that answers what it answered then, to the very request it got then, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../../../src/domain/courses/course.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import type { OutboundFetch } from '../../../src/shared/outbound-fetch.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aPlatform } from '../../support/builders/a-platform.js';

export interface Exchange {
  what: string;
  request: { method: string; url: string; headers: Record<string, string> };
  response: { status: number; headers: Record<string, string>; body: string };
}

export interface RecordedLaunch {
  login: Record<string, string>;
  idToken: string;
}

function read<T>(name: string): T {
  const file = join(import.meta.dirname, '..', '..', 'recorded', 'moodle', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

export const launches = read<{ keySet: object; launches: Record<string, RecordedLaunch> }>('launches');
const exchanges: Record<string, Exchange> = {
  ...read<Record<string, Exchange>>('rosters'),
  ...read<Record<string, Exchange>>('grades'),
};
const tokens = read<Record<string, Exchange>>('tokens');

export const issuer = 'http://127.0.0.1:8090';
export const agsScopes = ['lineitem', 'lineitem.readonly', 'result.readonly', 'score'].map(
  (scope) => `https://purl.imsglobal.org/spec/lti-ags/scope/${scope}`,
);

/** Tool 1: names and e-mail shared. */
export function recordedPlatform(overrides: Partial<Platform> = {}): Platform {
  return aPlatform({
    issuer,
    clientId: 'hZCs1rDdSc9WWHM',
    authorizationEndpoint: `${issuer}/mod/lti/auth.php`,
    tokenEndpoint: `${issuer}/mod/lti/token.php`,
    keySetUrl: `${issuer}/mod/lti/certs.php`,
    ...overrides,
  });
}

export function recordedCourse(overrides: Partial<Course> = {}): Course {
  return aCourse({
    membershipsUrl: `${issuer}/mod/lti/services.php/CourseSection/2/bindings/1/memberships`,
    lineItemsUrl: `${issuer}/mod/lti/services.php/2/lineitems?type_id=1`,
    gradeScopes: agsScopes,
    links: [],
    ...overrides,
  });
}

export const lineItemUrl = (id: number): string =>
  `${issuer}/mod/lti/services.php/2/lineitems/${id}/lineitem?type_id=1`;

/** Answers these recordings, first come first served where two are of one request; everything else fails the test. */
export function replay(names: string[], from: Record<string, Exchange> = exchanges): OutboundFetch {
  const recorded = names.map((name) => {
    const exchange = from[name];
    if (!exchange) throw new Error(`nothing is recorded as ${name}`);
    return exchange;
  });
  return async ({ url, method = 'GET', headers = {} }) => {
    const asked = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const found = recorded.find(
      ({ request }) =>
        request.method === method &&
        request.url === url &&
        Object.entries(request.headers).every(([name, value]) => asked[name] === value),
    );
    if (!found) throw new Error(`Moodle was never asked ${method} ${url} with ${JSON.stringify(asked)}`);
    const { status, headers: told, body } = found.response;
    return { status, headers: told, body: Buffer.from(body), url };
  };
}

export const replayToken = (name: string): OutboundFetch => replay([name], tokens);
