/** The learner's progress and the teacher's preview of it, below /visits/:visit. */
import { Router } from 'express';
import { requireLearner, requireTeacher } from '../../middleware/require-role.js';
import type { WebServices } from '../../web-services.js';
import { showPreview } from './show-preview.js';
import { showProgress } from './show-progress.js';

export function progressPages(services: WebServices): Router {
  const router = Router({ mergeParams: true });
  router.get('/progress', requireLearner, showProgress(services));
  router.get('/preview', requireTeacher, showPreview(services));
  return router;
}
