/**
 * What an LMS course offers through LTI Advantage, over tokens of the library and guarded requests.
 * NRPS 2.0 https://www.imsglobal.org/spec/lti-nrps/v2p0 , AGS 2.0 https://www.imsglobal.org/spec/lti-ags/v2p0
 */
import type { Course } from '../../domain/courses/course.js';
import type { LmsCourse, RosterMember } from '../../domain/courses/lms-course.js';
import { differencesOf } from '../../domain/platforms/differences/differences-of.js';
import type { KnownPlatforms } from '../../domain/platforms/known-platforms.js';
import type { Platform } from '../../domain/platforms/platform.js';
import { answeredJson } from '../../shared/answered-json.js';
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { takingTurns } from '../../shared/taking-turns.js';
import { askService, type AskServiceDeps, type ServiceRequest } from './ask-service.js';
import {
  createdLineItem,
  isOfLink,
  lineItemsType,
  lineItemType,
  readLineItem,
  readLineItems,
  type LineItem,
} from './line-items.js';
import { readPages, unreadable } from './read-pages.js';
import { resultsPage, resultsType } from './results-page.js';
import { onePerPerson, rosterPage, rosterType } from './roster-page.js';
import { isAboutPerson, scoreToSend, scoreType } from './scores.js';
import { isOnServerOf, resultsOf, scoresOf, withQuery } from './service-addresses.js';

export interface LmsCourseDeps extends Omit<AskServiceDeps, 'inTurn'> {
  platforms: KnownPlatforms;
  clock: Clock;
}

/** Milliseconds for one try and for a whole list; bytes of one answer: five thousand people are about four million. */
export interface ServiceLimits {
  timeoutMs: number;
  wholeMs: number;
  maxBytes: number;
}

const usualLimits: ServiceLimits = { timeoutMs: 15_000, wholeMs: 60_000, maxBytes: 8_000_000 };

/** Requests at once, to one LMS and to all together: whoever loads pages without end floods nobody, and fills no memory. */
const ofOnePlatform = 16;
const altogether = 64;

const rosterScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const agsScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/';
const lineItemScopes = [`${agsScope}lineitem.readonly`, `${agsScope}lineitem`];

/** @param limits others than the usual ones: tests do not wait that long */
export function createLmsCourse(deps: LmsCourseDeps, limits: Partial<ServiceLimits> = {}): LmsCourse {
  const { wholeMs, ...each } = { ...usualLimits, ...limits };
  const asking: AskServiceDeps = { ...deps, inTurn: takingTurns(altogether, ofOnePlatform) };
  const request = (url: string, accept: string, scope: string): ServiceRequest => ({
    ...each,
    url,
    accept,
    scopes: [scope],
    deadline: deps.clock().getTime() + wholeMs,
  });

  async function members(course: Course, query: Record<string, string>): Promise<RosterMember[]> {
    const platform = await platformOf(deps, course);
    const { membershipsUrl } = course;
    if (membershipsUrl === undefined) throw missing(platform, 'roster');
    const asked = request(withQuery(membershipsUrl, query), rosterType, rosterScope);
    return onePerPerson(await readPages(asking, platform, asked, rosterPage));
  }

  async function itemTold(platform: Platform, course: Course, url: string): Promise<LineItem | undefined> {
    const asked = request(url, lineItemType, granted(platform, course, lineItemScopes));
    try {
      const item = readLineItem(answeredJson((await askService(asking, platform, asked)).body));
      if (!item) throw unreadable(platform, 'not a line item');
      return item;
    } catch (error) {
      // taken away since the launch that told of it
      if (error instanceof Problem && error.facts['status'] === 404) return undefined;
      throw error;
    }
  }

  async function itemListed(
    platform: Platform,
    course: Course,
    linkId: string,
  ): Promise<LineItem | undefined> {
    const { lineItemsUrl } = course;
    if (lineItemsUrl === undefined) throw missing(platform, 'line items');
    const url = withQuery(lineItemsUrl, { resource_link_id: linkId, ...pageSize(platform) });
    const asked = request(url, lineItemsType, granted(platform, course, lineItemScopes));
    const items = await readPages(asking, platform, asked, readLineItems);
    // of several the first is the activity's own: the LMS made it with the activity
    return items.find((item) => isOfLink(item, linkId));
  }

  return {
    roster: (course) => members(course, {}),
    rosterOfLink: (course, linkId) => members(course, { rlid: linkId }),

    async lineItemOfLink(course, linkId) {
      const platform = await platformOf(deps, course);
      const told = course.links.find((link) => link.id === linkId)?.lineItemUrl;
      const known = told === undefined ? undefined : await itemTold(platform, course, told);
      if (known && told !== undefined) return { url: told, maximum: known.scoreMaximum, label: known.label };
      if (told !== undefined && course.lineItemsUrl === undefined) return undefined;
      const found = await itemListed(platform, course, linkId);
      return found && { url: found.id, maximum: found.scoreMaximum, label: found.label };
    },

    async results(course, lineItemUrl) {
      const platform = await platformOf(deps, course);
      refuseForeign(platform, course, lineItemUrl);
      const url = withQuery(resultsOf(lineItemUrl), pageSize(platform));
      const asked = request(url, resultsType, granted(platform, course, [`${agsScope}result.readonly`]));
      return readPages(asking, platform, asked, resultsPage);
    },

    async giveScore(course, lineItemUrl, score) {
      const platform = await platformOf(deps, course);
      refuseForeign(platform, course, lineItemUrl);
      const asked = request(
        scoresOf(lineItemUrl),
        scoreType,
        granted(platform, course, [`${agsScope}score`]),
      );
      const body = JSON.stringify(scoreToSend(score, deps.clock()));
      try {
        await askService(asking, platform, { ...asked, send: { type: scoreType, body } });
        return 'taken';
      } catch (error) {
        if (error instanceof Problem && isAboutPerson(error.facts['status'])) return 'refused';
        throw error;
      }
    },

    async createLineItem(course, linkId, label, maximum) {
      const platform = await platformOf(deps, course);
      const { lineItemsUrl } = course;
      if (lineItemsUrl === undefined) throw missing(platform, 'line items');
      const body = JSON.stringify({ label, scoreMaximum: maximum, resourceLinkId: linkId });
      const asked = request(lineItemsUrl, lineItemType, granted(platform, course, [`${agsScope}lineitem`]));
      const answer = await askService(asking, platform, { ...asked, send: { type: lineItemType, body } });
      const made = createdLineItem.safeParse(answeredJson(answer.body));
      if (!made.success) throw unreadable(platform, 'not a line item');
      refuseForeign(platform, course, made.data.id);
      return made.data.id;
    },
  };
}

/** @throws Problem lms-refused when the link with the LMS is suspended or gone */
async function platformOf(deps: LmsCourseDeps, course: Course): Promise<Platform> {
  const platform = await deps.platforms.byId(course.platformId);
  if (platform && platform.state !== 'suspended') return platform;
  throw new Problem('lms-refused', { detail: 'the link with this LMS is suspended or gone' });
}

/** The first of these scopes that the last launch granted. @throws Problem lms-service-missing */
function granted(platform: Platform, course: Course, scopes: readonly string[]): string {
  const scope = scopes.find((one) => course.gradeScopes.includes(one));
  if (scope === undefined) throw missing(platform, 'scope');
  return scope;
}

function missing(platform: Platform, detail: string): Problem {
  return new Problem('lms-service-missing', { detail, facts: { lms: platform.family } });
}

/** Canvas gives ten entries a page unless asked for more; Moodle's paging is broken, and it pages only when asked to. */
function pageSize(platform: Platform): Record<string, string> {
  return differencesOf(platform.family).pagesGradeServices ? { limit: '100' } : {};
}

/** Addresses of line items come out of answers: our token goes to the server of the launch alone. @throws Problem lms-answer-unreadable */
function refuseForeign(platform: Platform, course: Course, lineItemUrl: string): void {
  const told = [course.lineItemsUrl, ...course.links.map((link) => link.lineItemUrl)];
  if (!told.some((address) => address !== undefined && isOnServerOf(lineItemUrl, address)))
    throw unreadable(platform, 'line item on another server');
}
