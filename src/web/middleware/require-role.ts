/** Lets only teachers, or only learners, of the course go on. */
import type { RequestHandler } from 'express';
import { Problem } from '../../shared/problem.js';
import { visitOf } from './with-visit.js';

/** @throws Problem not-permitted */
export const requireTeacher: RequestHandler = (req, _res, next) => {
  if (!visitOf(req).roles.teaches) throw new Problem('not-permitted', { detail: 'teachers only' });
  next();
};

/** @throws Problem not-permitted */
export const requireLearner: RequestHandler = (req, _res, next) => {
  if (!visitOf(req).roles.learns) throw new Problem('not-permitted', { detail: 'learners only' });
  next();
};
