/**
 * An LMS says that something has happened in a course: its checks become due. An event says nothing else and proves nothing, so that
 * one that comes twice, or is replayed, does no more than one. docs/events.md
 */
import { z } from 'zod';
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import type { CourseStore } from '../courses/course-store.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { EventSecrets } from '../platforms/event-secrets.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import type { CheckStore } from './check-store.js';
import { isSignedWith, type SignedEvent } from './event-signature.js';
import { subjectOf } from './subject-of.js';

export interface ReceiveEventDeps {
  platforms: PlatformStore;
  eventSecrets: EventSecrets;
  courses: CourseStore;
  microCredentials: MicroCredentialStore;
  checks: CheckStore;
  clock: Clock;
}

const name = z.string().min(1).max(255);

/** The body of an event. Whom it is about is taken and not needed: a look at a course sees everybody. */
const eventBody = z.object({
  /** LTI issuer and client id of the LMS. */
  issuer: z.string().min(1).max(2_000),
  clientId: name,
  /** LTI context id. */
  courseId: name,
  /** LTI sub. */
  userId: name.optional(),
});

/** Milliseconds from the last look at a course to the next one that events bring about: a class that hands in a quiz sends hundreds. */
export const pause = 20_000;

/**
 * @returns how many courses will be looked at: none where Acquis was never opened from it, or nothing is published there
 * @throws Problem event-invalid (no event), event-refused (unknown or suspended LMS, no secret, wrong signature, too old)
 */
export async function receiveEvent(deps: ReceiveEventDeps, event: SignedEvent): Promise<{ courses: number }> {
  const { issuer, clientId, courseId } = read(event.body);
  const platform = await deps.platforms.byClient(issuer, clientId);
  const secret = platform && (await deps.eventSecrets.open(platform.id));
  const now = deps.clock();
  if (!secret || !isSignedWith(secret, event, now) || platform.state === 'suspended')
    throw new Problem('event-refused');
  const courses = await deps.courses.ofContext(platform.id, courseId);
  const asked = await Promise.all(courses.map((course) => askChecks(deps, course, now)));
  return { courses: asked.filter(Boolean).length };
}

function read(body: Uint8Array): z.infer<typeof eventBody> {
  const text = Buffer.from(body).toString('utf8');
  const parsed = eventBody.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'body')))];
  throw new Problem('event-invalid', { detail: `missing or wrong: ${fields.join(', ')}` });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('event-invalid', { detail: 'no JSON', cause: error });
  }
}

/** True when there is something to check. */
async function askChecks(
  { microCredentials, checks }: ReceiveEventDeps,
  course: Course,
  now: Date,
): Promise<boolean> {
  const all = await microCredentials.ofCourse(course.id);
  const subjects = all.flatMap((one) => subjectOf(one, course.platformId) ?? []);
  for (const subject of subjects) {
    const known = await checks.of(subject.microCredentialId, subject.version);
    const next = (known?.lookedAt?.getTime() ?? 0) + pause;
    await checks.ask(subject, new Date(Math.max(now.getTime(), next)));
  }
  return subjects.length > 0;
}
