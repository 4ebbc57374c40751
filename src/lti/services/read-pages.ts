/** Reads a list of an LMS service to its end, page by page, within one deadline. */
import type { Platform } from '../../domain/platforms/platform.js';
import type { OutboundAnswer } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import { askService, type AskServiceDeps, type ServiceRequest } from './ask-service.js';
import { nextPage } from './next-page.js';

/** Pages of one list: beyond this something goes round in a circle. */
const mostPages = 500;

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
  for (let url: string | undefined = request.url; url !== undefined;) {
    if (asked.has(url) || asked.size >= mostPages) throw unreadable(platform, 'pages without an end');
    asked.add(url);
    const answer: OutboundAnswer = await askService(deps, platform, { ...request, url });
    const page = read(jsonOf(answer));
    if (!page) throw unreadable(platform, 'not such a list');
    entries.push(...page);
    url = nextOf(answer, url, platform);
  }
  return entries;
}

/** The JSON of an answer; undefined when it is none. LMSs name all kinds of types, so what it says it is does not count. */
export function jsonOf(answer: OutboundAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(answer.body)) as unknown;
  } catch {
    return undefined; // an HTML page, most often: the caller's schema refuses it
  }
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
