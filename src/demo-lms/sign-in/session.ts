/** Who is logged in: a Lax cookie, as LMSs on http have it. Its name carries the port, because cookies do not know ports. */
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Lms } from '../lms.js';
import type { Person } from '../state/lms-state.js';
import { personOf } from '../state/read-course.js';

const cookieName = (lms: Lms): string =>
  `${lms.state.kind === 'moodle' ? 'MoodleSession' : 'canvas_session'}${new URL(lms.url).port}`;

/** @returns the Cookie header of a new session: for tests that need no browser. */
export function openSession(lms: Lms, userId: string): string {
  const id = randomBytes(16).toString('hex');
  lms.sessions.set(id, userId);
  return `${cookieName(lms)}=${id}`;
}

export function logIn(lms: Lms, response: Response, userId: string): void {
  response.append('Set-Cookie', `${openSession(lms, userId)}; Path=/; HttpOnly; SameSite=Lax`);
}

export function logOut(lms: Lms, request: Request, response: Response): void {
  const id = sessionId(lms, request);
  if (id) lms.sessions.delete(id);
  response.append('Set-Cookie', `${cookieName(lms)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`);
}

export function loggedIn(lms: Lms, request: Request): Person | undefined {
  const userId = lms.sessions.get(sessionId(lms, request) ?? '');
  return userId === undefined ? undefined : personOf(lms.state, userId);
}

function sessionId(lms: Lms, request: Request): string | undefined {
  const wanted = `${cookieName(lms)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length);
}
