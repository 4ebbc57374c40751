/** Cookies of our own pages (the one of the visits is in src/shared/browser-cookie.ts). */
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';

export const administratorCookie = '__Host-acquis-admin';
const formCookie = '__Host-acquis-form';

/** The value of a cookie that we set (base64url); undefined when there is none. */
export function cookieOf(req: Request, name: string): string | undefined {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value && /^[A-Za-z0-9_-]{20,128}$/.test(value)) return value;
  }
  return undefined;
}

/** Sets a cookie that goes back to our own pages alone; undefined removes it. */
export function setCookie(res: Response, name: string, value: string | undefined, expires?: Date): void {
  res.cookie(name, value ?? '', {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'strict',
    expires: value === undefined ? new Date(0) : expires,
  });
}

/** Gives a browser without a session a value that its forms are bound to: res.locals.formSession. */
export const formSession: RequestHandler = (req, res, next) => {
  let value = cookieOf(req, formCookie);
  if (!value) {
    value = randomBytes(32).toString('base64url');
    setCookie(res, formCookie, value);
  }
  res.locals['formSession'] = value;
  next();
};
