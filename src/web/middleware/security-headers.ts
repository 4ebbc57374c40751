/**
 * Headers that keep a page to itself. Content-Security-Policy Level 3 https://www.w3.org/TR/CSP3/ with a nonce a response;
 * who may frame a page is set apart: nobody, until allowFraming says so.
 */
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { randomId } from '../../shared/ids.js';

/** Sets the policy anew with the origins that may frame the page; none: nobody. */
export function allowFraming(res: Response, origins: readonly string[]): void {
  const nonce = String(res.locals['nonce']);
  const framers = origins.length ? origins.join(' ') : "'none'";
  // A form of the launch pages may be answered with a redirect to the LMS: browsers hold that against form-action too.
  const formTargets = ["'self'", ...origins].join(' ');
  res.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "base-uri 'none'",
      "connect-src 'self'",
      "font-src 'self'",
      `form-action ${formTargets}`,
      `frame-ancestors ${framers}`,
      "img-src 'self' data:",
      "manifest-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
    ].join('; '),
  );
  if (origins.length) {
    res.removeHeader('X-Frame-Options');
    // The LMS that opened a window must be able to answer it (platform storage).
    res.removeHeader('Cross-Origin-Opener-Policy');
  } else {
    res.setHeader('X-Frame-Options', 'DENY');
    res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  }
}

export function securityHeaders(base: string): RequestHandler[] {
  const chooseNonce: RequestHandler = (_req, res, next) => {
    res.locals['nonce'] = randomId();
    next();
  };
  const setPolicy: RequestHandler = (_req, res, next) => {
    allowFraming(res, []);
    next();
  };
  const fixed = helmet({
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: false,
    xFrameOptions: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: base.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
  });
  return [chooseNonce, fixed as RequestHandler, setPolicy];
}
