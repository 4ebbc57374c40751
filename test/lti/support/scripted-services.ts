/** An LMS whose services give scripted answers one after the other, without a network. */
import type { LmsCourse } from '../../../src/domain/courses/lms-course.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { createLmsCourse } from '../../../src/lti/services/create-lms-course.js';
import type { OutboundAnswer, OutboundRequest } from '../../../src/shared/outbound-fetch.js';
import { Problem } from '../../../src/shared/problem.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
}

/** Gives these answers one after the other, the last one for ever. */
export function scripted(
  answers: (Answer | Problem)[],
  platform: Partial<Platform> = {},
): LmsCourse & { asked: OutboundRequest[]; dropped: number } {
  const asked: OutboundRequest[] = [];
  const told = { asked, dropped: 0 };
  const lms = createLmsCourse({
    platforms: memoryPlatforms(aPlatform(platform)),
    clock: () => new Date(),
    serviceToken: async () => `token-${told.dropped}`,
    dropToken: async () => {
      told.dropped += 1;
    },
    fetch: async (request): Promise<OutboundAnswer> => {
      asked.push(request);
      const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
      if (answer instanceof Problem) throw answer;
      const { status = 200, headers = {}, json, text = JSON.stringify(json ?? '') } = answer;
      return { status, headers, body: Buffer.from(text), url: request.url };
    },
  });
  return Object.assign(told, lms);
}
