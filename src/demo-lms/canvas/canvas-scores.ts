/**
 * Canvas's scores: 400 for an older time stamp, 422 for somebody who is no student; without a score the grade is cleared.
 * https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Lms } from '../lms.js';
import { gradeIn } from '../state/change-course.js';
import type { Course } from '../state/lms-state.js';
import { courseAsked, refuseCanvas, sendCanvas } from './canvas-answer.js';
import { personByCanvasId } from './canvas-ids.js';
import { ownLineItem } from './canvas-line-items.js';
import { resultUrl } from './canvas-results.js';

const sentScore = z.object({
  userId: z.coerce.string(),
  activityProgress: z.string(),
  gradingProgress: z.string(),
  timestamp: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  scoreGiven: z.number().optional(),
  scoreMaximum: z.number().optional(),
  comment: z.string().optional(),
  'https://canvas.instructure.com/lti/submission': z
    .object({
      preserve_score: z.boolean().optional(),
      prioritize_non_tool_grade: z.boolean().optional(),
      submitted_at: z.string().optional(),
    })
    .optional(),
});
type SentScore = z.infer<typeof sentScore>;

export function canvasScores(lms: Lms, request: Request, response: Response): void {
  const course = courseAsked(lms, request, response, ['https://purl.imsglobal.org/spec/lti-ags/scope/score']);
  if (!course) return;
  const item = ownLineItem(lms, course, String(request.params['item']));
  if (!item) return refuseCanvas(response, 404, 'not_found', 'The specified resource does not exist.');
  const score = readScore(request);
  if (!score) return refuseCanvas(response, 400, 'bad_request', 'The score is incomplete');
  if (score.scoreGiven !== undefined && (score.scoreGiven < 0 || !(Number(score.scoreMaximum) > 0)))
    return refuseCanvas(
      response,
      422,
      'unprocessable_entity',
      'ScoreMaximum must be greater than or equal to 0',
    );
  const userId = studentOf(lms, course, score.userId);
  if (userId === undefined)
    return refuseCanvas(
      response,
      422,
      'unprocessable_entity',
      'User not found in course or is not a student',
    );
  const known = lms.state.grades.find((grade) => grade.lineItemId === item.id && grade.userId === userId);
  if (known && Date.parse(known.at) > Date.parse(score.timestamp))
    return refuseCanvas(response, 400, 'bad_request', 'Provided timestamp is before last updated timestamp');
  const grade = gradeIn(lms, item.id, userId);
  const wishes = score['https://canvas.instructure.com/lti/submission'];
  const keepsGrade = wishes?.preserve_score || (wishes?.prioritize_non_tool_grade && grade.isOverridden);
  if (!keepsGrade) {
    const given = scaled(score, item.scoreMaximum);
    if (given === undefined) delete grade.score;
    else grade.score = given;
    grade.isOverridden = false;
  }
  grade.at = new Date(score.timestamp).toISOString();
  if (score.comment !== undefined) grade.comment = score.comment;
  lms.keep();
  sendCanvas(response, 'application/json', { resultUrl: resultUrl(lms, item, userId) });
}

/** Points of the column; may exceed them. Undefined clears the grade. */
function scaled(
  { scoreGiven, scoreMaximum, gradingProgress }: SentScore,
  points: number,
): number | undefined {
  const counts = gradingProgress === 'FullyGraded' || gradingProgress === 'PendingManual';
  if (!counts || scoreGiven === undefined) return undefined;
  return (scoreGiven * points) / (scoreMaximum ?? points);
}

/** The number of a learner named by LTI user id or Canvas number. */
function studentOf(lms: Lms, course: Course, id: string): string | undefined {
  const person = personByCanvasId(lms.state, id);
  const enrolment = course.enrolments.find(({ userId }) => userId === person?.id);
  return enrolment?.role === 'learner' && !enrolment.isSuspended ? enrolment.userId : undefined;
}

function readScore(request: Request): SentScore | undefined {
  try {
    return sentScore.safeParse(JSON.parse(String(request.body))).data;
  } catch {
    return undefined;
  }
}
