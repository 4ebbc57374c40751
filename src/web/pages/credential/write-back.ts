/** /visits/:visit/credential/write-back: a teacher lets the LMS's gradebook say who holds the badge, or ends that. */
import type { Request, RequestHandler, Response } from 'express';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import { currentVersion, type MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { setWriteBack, writeBackObstacle } from '../../../domain/write-back/set-write-back.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';

export function showWriteBack(services: WebServices): RequestHandler {
  return async (req, res) => renderWriteBack(services, req, res, await neededMicroCredential(services, req));
}

export function saveWriteBack(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await neededMicroCredential(services, req);
    const { draft, versions } = microCredential;
    const definition = draft?.definition ?? versions.at(-1)?.definition;
    const label = definition?.title[definition.language] ?? '';
    const isOn = formText(req, 'wanted') === 'yes';
    try {
      const visit = visitOf(req);
      await setWriteBack(services, { visit, course: courseOf(req), microCredential, isOn, label });
      // what was claimed before is written by the next look, also where looks have failed or stopped
      if (isOn && currentVersion(microCredential)) await askCheckNow(services, { visit, microCredential });
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
      const reason = wordsIn(req, 'course')(`reason.${error.code}`);
      await renderWriteBack(services, req, res.status(409), microCredential, reason);
      return;
    }
    res.redirect(303, `/visits/${visitOf(req).id}/credential/write-back?done=${isOn ? 'on' : 'off'}`);
  };
}

/** The status is the caller's. @param trouble why the LMS made no column */
async function renderWriteBack(
  services: WebServices,
  req: Request,
  res: Response,
  microCredential: MicroCredential,
  trouble?: string,
): Promise<void> {
  const words = wordsIn(req, 'write-back');
  const course = courseOf(req);
  const { family = 'other' } = (await services.platforms.byId(course.platformId)) ?? {};
  const { writeBack } = microCredential;
  const isOn = writeBack?.isOn === true;
  const obstacle = isOn ? undefined : writeBackObstacle(microCredential, course, family);
  const done = ['on', 'off'].find((one) => one === req.query['done']);
  res.render('write-back', {
    title: words('title'),
    notice: done && words(`done.${done}`),
    trouble: trouble && words('trouble', { reason: trouble }),
    isOn,
    state: writeBack && words(isOn ? 'isOn' : 'wasOn', { date: dayIn(req)(writeBack.changedAt) }),
    obstacle: obstacle && words(`obstacle.${obstacle}`),
  });
}
