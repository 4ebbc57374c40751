/** A score as AGS wants it. https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service */
import type { GivenScore } from '../../domain/courses/lms-course.js';

export const scoreType = 'application/vnd.ims.lis.v1.score+json';

/** Without points, and not ready: Moodle and Canvas clear what was given. */
export function scoreToSend({ subject, points, comment }: GivenScore, at: Date): object {
  const told = { userId: subject, timestamp: at.toISOString(), comment };
  return points
    ? {
        ...told,
        scoreGiven: points.given,
        scoreMaximum: points.maximum,
        activityProgress: 'Completed',
        gradingProgress: 'FullyGraded',
      }
    : { ...told, activityProgress: 'Initialized', gradingProgress: 'NotReady' };
}

/** Moodle answers 400, Canvas 422 for somebody who is no learner of the course. */
export const isAboutPerson = (status: unknown): boolean => status === 400 || status === 422;
