/**
 * Requests that come with a host name that the installation had before: what credentials of then name is answered under the addresses of
 * then, all else is led to the address of today. docs/decisions/0029-moving-to-another-host.md
 */
import { Router, type Request, type RequestHandler } from 'express';

/**
 * @param former origin of then; @param base origin of today
 * @param documents the documents and pages of credentials, under the origin of then
 */
export function formerHost(
  { former, base }: { former: string; base: string },
  documents: readonly Router[],
): RequestHandler {
  const { host } = new URL(former);
  const router = Router();
  router.use((_req, res, next) => {
    res.locals['base'] = former;
    next();
  });
  for (const pages of documents) router.use(pages);
  router.use((req, res) => {
    // the method stays: what an LMS posts is told by the address of today why it does not fit
    res.redirect(308, base + req.originalUrl);
  });
  return (req, res, next) => {
    if (hostOf(req) === host) void router(req, res, next);
    else next();
  };
}

/** With the port where there is one, and as the proxy tells it where it is believed. */
const hostOf = (req: Request): string => req.host.toLowerCase();
