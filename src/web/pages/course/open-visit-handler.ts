/** What happens after a launch that the LTI edge let in: the visit is opened for this browser, and its first page is shown. */
import type { Request, Response } from 'express';
import type { Launch } from '../../../domain/courses/launch.js';
import { openVisit, type OpenVisitDeps } from '../../../domain/courses/open-visit.js';
import type { Visit } from '../../../domain/courses/visit.js';
import { browserCookie, readBrowserCookie, newBrowserSecret } from '../../../shared/browser-cookie.js';

export type OnLaunch = (launch: Launch, req: Request, res: Response) => Promise<void>;

/**
 * One cookie, many visits: a browser that has a secret keeps it, so that two tabs do not put each other out.
 * @param onOpened told of each visit when its answer is on its way: it must not wait for anything
 */
export function openVisitHandler(services: OpenVisitDeps, onOpened?: (visit: Visit) => void): OnLaunch {
  return async (launch, req, res) => {
    const browserSecret = readBrowserCookie(req.headers.cookie) ?? newBrowserSecret();
    const visit = await openVisit(services, { launch, browserSecret });
    res.append('Set-Cookie', browserCookie(browserSecret));
    res.set('Cache-Control', 'no-store');
    res.status(303).location(`/visits/${visit.id}/`).end();
    onOpened?.(visit);
  };
}
