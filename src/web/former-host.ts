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
  const { host, protocol } = new URL(former);
  const router = Router();
  router.use((_req, res, next) => {
    res.locals['base'] = former;
    next();
  });
  for (const pages of documents) router.use(pages);
  router.use((req, res) => {
    // browsers would keep it for ever, also when the installation has moved back
    res.set('Cache-Control', 'no-store');
    // the method stays: what an LMS posts is told by the address of today why it does not fit
    // a whole address as target would be read as the end of the host name
    res.redirect(308, req.originalUrl.startsWith('/') ? base + req.originalUrl : `${base}/`);
  });
  return (req, res, next) => {
    if (hostOf(req, protocol) === host) void router(req, res, next);
    else next();
  };
}

/**
 * In small letters and without the usual port; undefined for what is no host. Of the Host header alone: proxies hand on an
 * X-Forwarded-Host that the client made up, and a cache in front would keep for all what it asked for.
 */
function hostOf(req: Request, protocol: string): string | undefined {
  const address = `${protocol}//${req.headers.host ?? ''}`;
  return URL.canParse(address) ? new URL(address).host : undefined;
}
