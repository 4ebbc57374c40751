/** /admin/checks: checks that have stopped, each with its reason in a sentence and the way to run it again. */
import { Router, type Request } from 'express';
import { stoppedChecks, type StoppedCheck } from '../../../domain/checks/stopped-checks.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import { troubleText } from '../check-trouble.js';
import { wordsIn, writtenText } from '../words-of.js';

/** More at once would be no list that somebody reads. */
export const mostShown = 100;

export function checkPages(services: WebServices): Router {
  const router = Router();

  router.get('/checks', async (req, res) => {
    const words = wordsIn(req, 'checks');
    const stopped = await stoppedChecks(services, mostShown);
    const done = (['ran', 'ranAll'] as const).find((word) => word === req.query['done']);
    res.render('admin-checks', {
      title: words('admin.title'),
      notice: done && words(`admin.${done}`),
      checks: stopped.map((one) => viewCheck(req, one)),
      several: stopped.length > 1,
      most: stopped.length === mostShown && words('admin.most', { count: mostShown }),
    });
  });

  router.post('/checks/run-again', async (_req, res) => {
    for (const { id } of await services.checks.stopped(mostShown))
      await services.checks.runAgain(id, services.clock());
    res.redirect(303, '/admin/checks?done=ranAll');
  });

  router.post('/checks/:id/run-again', async (req, res) => {
    const found = await services.checks.runAgain(req.params.id, services.clock());
    if (!found) throw new Problem('not-found', { detail: 'check' });
    res.redirect(303, '/admin/checks?done=ran');
  });
  return router;
}

function viewCheck(req: Request, { check, course, platform, version }: StoppedCheck) {
  const words = wordsIn(req, 'checks');
  const definition = version?.definition;
  const title = definition && writtenText(req, definition.title, definition.language).text;
  return {
    id: check.id,
    course: course?.title || course?.label || words('admin.courseGone'),
    platform: platform && { id: platform.id, name: platform.name },
    microCredential: title && words('admin.of', { title, version: check.version }),
    reason: check.trouble && troubleText(req, check.trouble),
    stoppedAt: check.dueAt,
    lookedAt: check.lookedAt,
  };
}
