/** Questions to one Canvas with the token of its platform, named as they stand among its scopes. */
import type { z } from 'zod';
import type { Course } from '../../../domain/courses/course.js';
import type { Platform } from '../../../domain/platforms/platform.js';
import { Problem } from '../../../shared/problem.js';
import type { AskedOf } from '../lms-trouble.js';
import type { QuestionLimits, SendDeps } from '../send-question.js';
import { withToken, type UsedTokens } from '../with-token.js';
import { perPage, readPages } from './read-list.js';

/** [name, value]: Canvas has names that come several times, with brackets. */
export type Query = readonly (readonly [string, string])[];

/** Where an address has the course, a person or a module. */
export type Places = Readonly<Record<string, string>>;

export interface AskCanvas {
  /** @param scope as Canvas lists it, for example url:GET|/api/v1/courses/:course_id/assignments */
  pages<Shape extends z.ZodType>(
    scope: string,
    places: Places,
    query: Query,
    shape: Shape,
  ): Promise<z.infer<Shape>[]>;
  /** The one page of what is no list. */
  one<Shape extends z.ZodType>(scope: string, places: Places, shape: Shape): Promise<z.infer<Shape>>;
  /** The site that is asked. */
  site: string;
  /** Milliseconds since 1970 after which no further person is looked up: the answers themselves need time, too. */
  lookUpUntil: number;
}

/** Milliseconds for looking up the people of a class: somebody may wait for a page. */
const longestLookUp = 20_000;

export interface AskCanvasDeps extends SendDeps {
  tokens: UsedTokens;
}

/** @throws Problem as callCanvas, lms-token-missing (also where it was kept without its site) */
export async function askingCanvas<T>(
  deps: AskCanvasDeps,
  platform: Platform,
  limits: QuestionLimits,
  ask: (canvas: AskCanvas) => Promise<T>,
): Promise<T> {
  const about = (scope: string): AskedOf => ({ lms: 'canvas', function: scope });
  return withToken(deps.tokens, platform, about('token'), (kept) => {
    const { site } = kept;
    if (site === undefined)
      throw new Problem('lms-token-missing', { detail: 'the token was kept without its site' });
    const deadline = deps.clock().getTime() + limits.wholeMs;
    const pages: AskCanvas['pages'] = (scope, places, query, shape) => {
      const url = `${site}${pathOf(scope, places)}${query.length > 0 ? `?${searchOf(query)}` : ''}`;
      return readPages(deps, platform, about(scope), { url, deadline, limits, shape }, kept);
    };
    return ask({
      pages,
      one: async (scope, places, shape) => {
        const [page] = await pages(scope, places, [], shape);
        // there is one, or it was thrown
        return page as z.infer<typeof shape>;
      },
      site,
      lookUpUntil: deadline - Math.max(limits.wholeMs / 3, limits.wholeMs - longestLookUp),
    });
  });
}

/** Canvas finds a course by its LTI context id, and a person by what launches call `sub`. */
export const courseOf = ({ contextId }: Course): string => `lti_context_id:${contextId}`;
export const personOf = (subject: string): string => `lti_1_3_id:${subject}`;

export const asList: Query = [['per_page', String(perPage)]];

/** `nothing` where Canvas refuses by this errorcode: that is an answer. */
export async function unlessRefused<T>(
  nothing: T,
  errorcode: string,
  question: () => Promise<T>,
): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof Problem && error.facts['errorcode'] === errorcode) return nothing;
    throw error;
  }
}

const pathOf = (scope: string, places: Places): string =>
  scope.slice(scope.indexOf('|') + 1).replace(/:([a-z_]+)/g, (_whole, name: string) =>
    // the colon of lti_context_id: stands as it is
    encodeURIComponent(places[name] ?? '').replaceAll('%3A', ':'),
  );

const searchOf = (query: Query): string =>
  new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString();
