/**
 * Canvas's results: ten a page, no time stamp.
 * https://www.imsglobal.org/spec/lti-ags/v2p0#result-service
 */
import type { Request, Response } from 'express';
import type { Lms } from '../lms.js';
import type { Grade, LineItem } from '../state/lms-state.js';
import { courseAsked, onePage, refuseCanvas, sendCanvas } from './canvas-answer.js';
import { canvasLineItemsUrl } from './canvas-claims.js';
import { ltiUserId } from './canvas-ids.js';
import { ownLineItem } from './canvas-line-items.js';

const container = 'application/vnd.ims.lis.v2.resultcontainer+json';

export function canvasResults(lms: Lms, request: Request, response: Response): void {
  const scope = 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly';
  const course = courseAsked(lms, request, response, [scope]);
  if (!course) return;
  const item = ownLineItem(lms, course, String(request.params['item']));
  if (!item) return refuseCanvas(response, 404, 'not_found', 'The specified resource does not exist.');
  const { user_id: userId } = request.query;
  const grades = lms.state.grades.filter(
    (grade) => grade.lineItemId === item.id && (userId === undefined || ltiUserId(grade.userId) === userId),
  );
  const one = request.params['user'];
  if (one !== undefined) {
    const grade = grades.find((each) => each.userId === one);
    if (!grade) return refuseCanvas(response, 404, 'not_found', 'The specified resource does not exist.');
    return sendCanvas(response, container, written(lms, item, grade));
  }
  const shown = onePage(lms, request, response, grades, { usual: 10, most: 100 });
  sendCanvas(
    response,
    container,
    shown.map((grade) => written(lms, item, grade)),
  );
}

/** The address of one learner's result, which a score is answered with. */
export const resultUrl = (lms: Lms, item: LineItem, userId: string): string =>
  `${canvasLineItemsUrl(lms, item.courseId)}/${item.id}/results/${userId}`;

function written(lms: Lms, item: LineItem, { userId, score, comment }: Grade): object {
  return {
    id: resultUrl(lms, item, userId),
    scoreOf: `${canvasLineItemsUrl(lms, item.courseId)}/${item.id}`,
    userId: ltiUserId(userId),
    ...(score === undefined ? {} : { resultScore: score, resultMaximum: item.scoreMaximum }),
    ...(comment === undefined ? {} : { comment }),
  };
}
