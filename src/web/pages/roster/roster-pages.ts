/** The teacher's list of learners, below /visits/:visit. */
import { Router } from 'express';
import { requireTeacher } from '../../middleware/require-role.js';
import type { WebServices } from '../../web-services.js';
import { actOnChosen, confirming, offering, showChosen } from './act-on-chosen.js';
import { checkOnRoster } from './check-on-roster.js';
import { confirmOnRoster } from './confirm-on-roster.js';
import { correctOnRoster, showCorrect } from './correct-on-roster.js';
import { keepInReview, revokeInReview, showReview } from './decide-review.js';
import { recordJury, showJury, withdrawJury } from './jury-on-roster.js';
import { keepLeft, showLeft } from './keep-left.js';
import { revokeOnRoster, showRevoke } from './revoke-on-roster.js';
import { rosterCsv } from './roster-csv.js';
import { moveOnRoster, resuming, showMove, suspending } from './suspend-on-roster.js';
import { showRoster } from './show-roster.js';

export function rosterPages(services: WebServices): Router {
  const router = Router({ mergeParams: true });
  router.use('/roster', requireTeacher);
  router.get('/roster', showRoster(services));
  router.get('/roster/learners.csv', rosterCsv(services));
  router.post('/roster/check', checkOnRoster(services));
  router.post('/roster/confirm', confirmOnRoster(services));
  router.get('/roster/offer', showChosen(services, offering));
  router.post('/roster/offer', actOnChosen(services, offering));
  router.get('/roster/confirm-many', showChosen(services, confirming));
  router.post('/roster/confirm-many', actOnChosen(services, confirming));
  router.get('/roster/jury', showJury(services));
  router.post('/roster/jury', recordJury(services));
  router.post('/roster/jury/withdraw', withdrawJury(services));
  router.get('/roster/review/:award', showReview(services));
  router.post('/roster/review/:award/keep', keepInReview(services));
  router.post('/roster/review/:award/revoke', revokeInReview(services));
  router.get('/roster/left', showLeft(services));
  router.post('/roster/left', keepLeft(services));
  router.get('/roster/correct/:award', showCorrect(services));
  router.post('/roster/correct/:award', correctOnRoster(services));
  router.get('/roster/suspend/:award', showMove(services, suspending));
  router.post('/roster/suspend/:award', moveOnRoster(services, suspending));
  router.get('/roster/resume/:award', showMove(services, resuming));
  router.post('/roster/resume/:award', moveOnRoster(services, resuming));
  router.get('/roster/revoke/:award', showRevoke(services));
  router.post('/roster/revoke/:award', revokeOnRoster(services));
  return router;
}
