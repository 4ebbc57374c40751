/** The teacher asked for a grade column in this activity: it is made once in the LMS, and remembered with the link. */
import type { Request } from 'express';
import type { Course } from '../../../domain/courses/course.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';

/** Highest maximum of a grade column that the teacher asks for here. */
const columnMaximum = 100;

/** The course, with the column known. @throws Problem lms-* when the LMS does not make it */
export async function makeGradeColumn(services: WebServices, req: Request, label: string): Promise<Course> {
  const course = courseOf(req);
  const { linkId, linkTitle } = visitOf(req);
  const there = await services.lms.lineItemOfLink(course, linkId);
  const lineItemUrl = there?.url ?? (await services.lms.createLineItem(course, linkId, label, columnMaximum));
  return services.courses.see({
    id: course.id,
    platformId: course.platformId,
    deploymentId: course.deploymentId,
    institutionId: course.institutionId,
    contextId: course.contextId,
    title: course.title,
    label: course.label,
    membershipsUrl: course.membershipsUrl,
    lineItemsUrl: course.lineItemsUrl,
    gradeScopes: course.gradeScopes,
    locale: course.locale,
    link: { id: linkId, title: linkTitle, lineItemUrl },
    at: services.clock(),
  });
}
