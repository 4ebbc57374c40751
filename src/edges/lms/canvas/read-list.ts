/**
 * A list of Canvas's, page by page to its end: half a list is none. The next page is asked for only where the token belongs.
 * https://developerdocs.instructure.com/services/canvas/basics/file.pagination
 */
import type { z } from 'zod';
import type { Platform } from '../../../domain/platforms/platform.js';
import type { KeptToken } from '../../../domain/platforms/service-tokens.js';
import { answeredJson } from '../../../shared/answered-json.js';
import { nextPage } from '../../../shared/next-page.js';
import { Problem } from '../../../shared/problem.js';
import { lmsTrouble, type AskedOf } from '../lms-trouble.js';
import { readAnswer } from '../read-answer.js';
import type { SendDeps } from '../send-question.js';
import { callCanvas, type CanvasCall } from './call-canvas.js';

/** What Canvas gives on a page at most. */
export const perPage = 100;
/** Beyond these something goes round in a circle, or would fill the memory for everybody. */
const mostPages = 500;
const mostBytes = 64_000_000;

/** Each page as it was read. @throws Problem as callCanvas, lms-answer-unreadable */
export async function readPages<Shape extends z.ZodType>(
  deps: SendDeps,
  platform: Platform,
  asked: AskedOf,
  call: CanvasCall & { shape: Shape },
  kept: KeptToken,
): Promise<z.infer<Shape>[]> {
  const pages: z.infer<Shape>[] = [];
  const seen = new Set<string>();
  let bytes = 0;
  for (let url: string | undefined = call.url; url !== undefined;) {
    if (seen.has(url) || seen.size >= mostPages)
      throw lmsTrouble(asked, 'lms-answer-unreadable', 'pages without an end');
    seen.add(url);
    const { body, headers } = await callCanvas(deps, platform, asked, { ...call, url }, kept);
    bytes += body.length;
    if (bytes > mostBytes) throw lmsTrouble(asked, 'lms-answer-unreadable', 'more than any course has');
    pages.push(readAnswer(asked, call.shape, answeredJson(body)));
    url = nextOf(headers['link'], url, asked);
  }
  return pages;
}

function nextOf(header: string | undefined, url: string, asked: AskedOf): string | undefined {
  try {
    return nextPage(header, url);
  } catch (error) {
    throw error instanceof Problem ? lmsTrouble(asked, 'lms-answer-unreadable', error.detail) : error;
  }
}
