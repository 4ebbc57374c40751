/** The Canvas-like demonstration LMS over real HTTP, asked by the code that asks a Canvas in life. */
import { startDemoLms, type DemoLms } from '../../../src/demo-lms/demo-lms.js';
import { contextId, ltiUserId } from '../../../src/demo-lms/canvas/canvas-ids.js';
import type { CourseRecords } from '../../../src/domain/courses/course-records.js';
import type { Course } from '../../../src/domain/courses/course.js';
import type { ServiceTokens } from '../../../src/domain/platforms/service-tokens.js';
import { createCourseRecords } from '../../../src/edges/lms/create-course-records.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import type { OutboundFetch, OutboundRequest } from '../../../src/shared/outbound-fetch.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';

export interface DemoCanvas {
  lms: DemoLms;
  tokens: ServiceTokens;
  records: CourseRecords;
  /** What was sent since the last `forget`. */
  sent: OutboundRequest[];
  /** The requests so far no longer count. */
  forget: () => void;
  fetch: OutboundFetch;
  /** @param fetch in the place of the real one */
  recordsOver: (fetch: OutboundFetch) => CourseRecords;
  close: () => Promise<void>;
}

/** Courses and people of the demonstration by the ids that LTI gives them. */
export const courseNumber = (id: string): Course =>
  aCourse({ contextId: contextId({ id } as Parameters<typeof contextId>[0]) });
export const subjectOf = (userId: string): string => ltiUserId(userId);

/** @param timeoutMs of one try: short where the LMS is to hang */
export async function startDemoCanvas(bigLearners: number, timeoutMs = 5_000): Promise<DemoCanvas> {
  const tool = { loginUrl: '', launchUrl: '', keySetUrl: '' };
  const lms = await startDemoLms({ kind: 'canvas', host: '127.0.0.1', port: 0, tool, bigLearners });
  const { issuer, tokenEndpoint } = lms.registration;
  const tokens = memoryServiceTokens({ 'platform-1': lms.webServiceToken }, lms.url);
  const guarded: GuardedFetch = createGuardedFetch({ allowPrivate: true, backoffMs: 20 });
  const sent: OutboundRequest[] = [];
  const platforms = memoryPlatforms(aPlatform({ family: 'canvas', issuer, tokenEndpoint }));
  const recordsOver = (fetch: OutboundFetch): CourseRecords =>
    createCourseRecords(
      { fetch, platforms, tokens, clock: () => new Date() },
      { timeoutMs, wholeMs: Math.max(3_000, timeoutMs * 5) },
    );
  return {
    lms,
    tokens,
    records: recordsOver((request) => {
      sent.push(request);
      return guarded.fetch(request);
    }),
    sent,
    forget: () => void sent.splice(0),
    fetch: guarded.fetch,
    recordsOver,
    close: async () => {
      await guarded.close();
      await lms.close();
    },
  };
}
