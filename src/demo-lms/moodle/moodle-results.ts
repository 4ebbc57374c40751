/**
 * Moodle's results and scores: every learner somebody touched is listed, teachers' overrides stay, old scores are refused.
 * https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { scopesOf } from '../access-tokens.js';
import type { Lms } from '../lms.js';
import { gradeIn } from '../state/change-course.js';
import type { Grade, LineItem } from '../state/lms-state.js';
import { courseOf } from '../state/read-course.js';
import { phpJson, refuseFormat, refuseMoodle, sendMoodle, setReason, suits } from './moodle-answer.js';
import { lineItemUrl, toolTypeId } from './moodle-claims.js';
import { moodleErrorPage } from './moodle-error-page.js';

const resultFormat = 'application/vnd.ims.lis.v2.resultcontainer+json';
const scoreFormat = 'application/vnd.ims.lis.v1.score+json';
const scope = (name: string): string => `https://purl.imsglobal.org/spec/lti-ags/scope/${name}`;

const sentScore = z.object({
  userId: z.coerce.string(),
  scoreGiven: z.number().optional(),
  scoreMaximum: z.number().positive().optional(),
  timestamp: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  gradingProgress: z.string(),
  activityProgress: z.string(),
  comment: z.string().optional(),
});

export function moodleResults(lms: Lms, request: Request, response: Response): void {
  const item = itemAsked(lms, request, response, 'results', [resultFormat], 'result.readonly');
  if (!item) return;
  if (request.query['limit'] !== undefined) {
    response
      .status(404)
      .type('html')
      .send(moodleErrorPage('Exception - Call to a member function out() on null'));
    return;
  }
  const { user_id: userId } = request.query;
  const grades = lms.state.grades.filter(
    (grade) => grade.lineItemId === item.id && (userId === undefined || grade.userId === userId),
  );
  sendMoodle(response, resultFormat, phpJson(grades.map((grade) => written(lms, item, grade))));
}

function written(lms: Lms, item: LineItem, { userId, score, comment, at }: Grade): object {
  const url = lineItemUrl(lms, item.courseId, item.id);
  const entry = { id: `${url.replace('/lineitem?', '/lineitem/results?')}&user_id=${userId}`, userId };
  if (score === undefined) return entry;
  return {
    ...entry,
    resultScore: score,
    resultMaximum: item.scoreMaximum,
    ...(comment === undefined ? {} : { comment }),
    scoreOf: url,
    timestamp: `${at.slice(0, 19)}+00:00`,
  };
}

export function moodleScores(lms: Lms, request: Request, response: Response): void {
  const item = itemAsked(lms, request, response, 'scores', [scoreFormat], 'score');
  if (!item) return;
  const body = String(request.body);
  const score = readScore(body);
  const isLearner = courseOf(lms.state, item.courseId)?.enrolments.some(
    ({ userId, role, isSuspended }) => userId === score?.userId && role === 'learner' && !isSuspended,
  );
  // the body echoed in the reason phrase is Moodle's own
  if (!score || !isLearner) return refuseScore(response, 400, `Incorrect score received${body}`);
  const known = lms.state.grades.find(
    ({ lineItemId, userId }) => lineItemId === item.id && userId === score.userId,
  );
  const at = new Date(score.timestamp);
  if (known && seconds(known.at) > seconds(score.timestamp)) {
    const reason = `Refusing score with an earlier timestamp for item ${item.id} and user ${score.userId}`;
    return refuseScore(response, 409, reason);
  }
  const grade = gradeIn(lms, item.id, score.userId);
  if (!grade.isOverridden) {
    grade.at = at.toISOString();
    const counts = score.gradingProgress === 'FullyGraded' && score.scoreGiven !== undefined;
    if (counts) {
      const scaled =
        ((score.scoreGiven ?? 0) * item.scoreMaximum) / (score.scoreMaximum ?? item.scoreMaximum);
      grade.score = Math.min(scaled, item.scoreMaximum);
      if (score.comment !== undefined) grade.comment = score.comment;
    } else delete grade.score;
  }
  lms.keep();
  sendMoodle(response, scoreFormat, '');
}

/** The tool's line item of the address; undefined after the refusal was sent. */
function itemAsked(
  lms: Lms,
  request: Request,
  response: Response,
  name: string,
  formats: readonly string[],
  neededScope: string,
): LineItem | undefined {
  const { course: courseId = '', item: itemId = '' } = request.params as Record<string, string>;
  const { type_id: typeId } = request.query;
  const isKnown = scopesOf(lms, request)?.includes(scope(neededScope));
  const item = lms.state.lineItems.find((one) => one.id === itemId && one.courseId === courseId);
  if (!suits(request, formats))
    refuseFormat(request, response, `/${courseId}/lineitems/${itemId}/lineitem/${name}`);
  else if (!isKnown || (typeId !== undefined && typeId !== toolTypeId(lms)))
    refuseMoodle(request, response, 401, 'Unauthorized');
  else if (!item || item.owner === 'lms')
    refuseMoodle(request, response, 404, `Not Found: Grade item ${itemId} doesn't exist`);
  else if (item.owner === 'other-tool') refuseMoodle(request, response, 403, 'Invalid LTI id supplied.');
  else return item;
  return undefined;
}

function refuseScore(response: Response, status: number, reason: string): void {
  setReason(response, status, reason);
  sendMoodle(response, scoreFormat, '[]', status);
}

function readScore(body: string): z.infer<typeof sentScore> | undefined {
  try {
    return sentScore.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);
