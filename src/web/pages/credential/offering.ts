/** /visits/:visit/credential/offering: a teacher chooses whether Acquis offers the award by itself, wants to look first, or ends that it is offered. */
import type { RequestHandler } from 'express';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import {
  currentVersion,
  whoOffers,
  type WhoOffers,
} from '../../../domain/micro-credentials/micro-credential.js';
import { setOffering } from '../../../domain/micro-credentials/set-offering.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';

const choices: readonly WhoOffers[] = ['itself', 'hand', 'nobody'];

export function showOffering(services: WebServices): RequestHandler {
  return async (req, res) => {
    const words = wordsIn(req, 'offers');
    const microCredential = await neededMicroCredential(services, req);
    const { offering } = microCredential;
    const chosen = whoOffers(microCredential);
    const done = choices.find((one) => one === req.query['done']);
    res.render('offering', {
      title: words('setting.title'),
      notice: done && words(`setting.done.${done}`),
      since: offering && words('setting.since', { date: dayIn(req)(offering.changedAt) }),
      field: {
        name: 'who',
        label: words('setting.who'),
        // what was never offered cannot be ended
        options: choices
          .filter((value) => value !== 'nobody' || currentVersion(microCredential))
          .map((value) => ({
            value,
            text: words(`setting.${value}`),
            hint: words(`setting.${value}Hint`),
            checked: value === chosen,
          })),
      },
    });
  };
}

export function saveOffering(services: WebServices): RequestHandler {
  return async (req, res) => {
    const visit = visitOf(req);
    const who = choices.find((one) => one === formText(req, 'who')) ?? 'itself';
    const microCredential = await setOffering(services, {
      visit,
      microCredential: await neededMicroCredential(services, req),
      who,
    });
    // those who waited are offered the award by the next look
    if (who === 'itself' && currentVersion(microCredential))
      await askCheckNow(services, { visit, microCredential });
    res.redirect(303, `/visits/${visit.id}/credential/offering?done=${who}`);
  };
}
