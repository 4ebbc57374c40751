/** Reads a list of an LMS service to its end, page by page, within one deadline. */
import type { Platform } from '../../domain/platforms/platform.js';
import { answeredJson } from '../../shared/answered-json.js';
import { nextPage } from '../../shared/next-page.js';
import type { OutboundAnswer } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import { askService, type AskServiceDeps, type ServiceRequest } from './ask-service.js';

/** Pages of one list: beyond this something goes round in a circle. */
const mostPages = 500;
/** People in a course, and the bytes that tell of them: an LMS that lists more would fill the memory for everybody. */
const mostEntries = 100_000;
const mostBytes = 64_000_000;

/**
 * @param read the entries in a page's JSON; undefined when it is not such a page
 * @throws Problem lms-unreachable, lms-refused, lms-answer-unreadable
 */
export async function readPages<Entry>(
  deps: AskServiceDeps,
  platform: Platform,
  request: ServiceRequest,
  read: (json: unknown) => Entry[] | undefined,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const asked = new Set<string>();
  let bytes = 0;
  for (let url: string | undefined = request.url; url !== undefined;) {
    if (asked.has(url) || asked.size >= mostPages) throw unreadable(platform, 'pages without an end');
    asked.add(url);
    const answer: OutboundAnswer = await askService(deps, platform, { ...request, url });
    const page = read(answeredJson(answer.body));
    if (!page) throw unreadable(platform, 'not such a list');
    bytes += answer.body.length;
    if (entries.length + page.length > mostEntries || bytes > mostBytes)
      throw unreadable(platform, 'more than any course has');
    for (const entry of page) entries.push(entry);
    url = nextOf(answer, url, platform);
  }
  return entries;
}

export function unreadable(platform: Platform, detail: string): Problem {
  return new Problem('lms-answer-unreadable', { detail, facts: { lms: platform.family } });
}

function nextOf(answer: OutboundAnswer, url: string, platform: Platform): string | undefined {
  try {
    return nextPage(answer.headers['link'], url);
  } catch (error) {
    throw error instanceof Problem ? unreadable(platform, error.detail) : error;
  }
}
