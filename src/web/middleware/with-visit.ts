/** Finds the visit in the address, if it belongs to this browser, and its course. What follows may rely on both. */
import type { Request, RequestHandler, Response } from 'express';
import { findVisit } from '../../domain/courses/find-visit.js';
import type { Course } from '../../domain/courses/course.js';
import type { Visit } from '../../domain/courses/visit.js';
import { readBrowserCookie } from '../../shared/browser-cookie.js';
import { looksLikeId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { WebServices } from '../web-services.js';
import { originOf } from './frame-ancestors.js';
import { languageOfTag } from './language.js';
import { allowFraming } from './security-headers.js';

/**
 * @throws Problem visit-ended when it is unknown, over, suspended or another browser's: all look alike;
 * visit-elsewhere when no cookie came: a frame's is not sent from a tab of its own, so nothing is known of the visit
 */
export function withVisit(services: WebServices): RequestHandler {
  return async (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    const id = req.params['visit'];
    const browserSecret = readBrowserCookie(req.headers.cookie);
    if (!looksLikeId(id)) throw new Problem('visit-ended', { detail: 'no such address' });
    if (!browserSecret) throw new Problem('visit-elsewhere', { detail: 'no cookie' });
    const visit = await findVisit(services, { id, browserSecret });
    const course = await services.known.courses.byId(visit.courseId);
    if (!course) throw new Problem('visit-ended', { detail: 'the course is gone' });
    req.visit = visit;
    req.course = course;
    req.language = languageOfTag(visit.locale) ?? req.language;
    framePage(res, visit);
    res.locals['lang'] = req.language;
    res.locals['visit'] = visit;
    res.locals['course'] = course;
    res.locals['visitPath'] = `/visits/${visit.id}`;
    next();
  };
}

/** The page the LMS wants the person back on is on the LMS's own site, which may be none of its addresses' (Canvas). */
function framePage(res: Response, visit: Visit): void {
  const back = originOf(visit.returnUrl);
  const framers = (res.locals['framers'] ?? []) as string[];
  if (back && !framers.includes(back)) allowFraming(res, [...framers, back]);
}

/** The visit of a request below withVisit. */
export function visitOf(req: Request): Visit {
  if (!req.visit) throw new Problem('visit-ended', { detail: 'page outside of a visit' });
  return req.visit;
}

/** The course of a request below withVisit. */
export function courseOf(req: Request): Course {
  if (!req.course) throw new Problem('visit-ended', { detail: 'page outside of a visit' });
  return req.course;
}
