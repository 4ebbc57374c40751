/**
 * /visits/:visit/roster/offer and /visits/:visit/roster/confirm-many: several learners at once. A page names who is meant, who is left
 * out and why; what it shows is done once the teacher confirms it, for those who are still as they should be at that moment.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { ChosenLearnersInput, ChosenLook } from '../../../domain/offers/chosen-learners.js';
import { confirmChosen, lookForConfirmations } from '../../../domain/offers/confirm-chosen.js';
import { lookForOffers, offerToChosen } from '../../../domain/offers/offer-to-chosen.js';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';
import { askedByPage } from '../asked-by-page.js';
import { wordsIn } from '../words-of.js';
import { chosenInAddress, chosenInForm, markOf, type Chosen } from './chosen-marks.js';
import { renderChosen, renderDone, type ChosenPage, type DeedShown } from './render-chosen.js';
import { askedIn, queryOf } from './roster-question.js';

export interface ManyDeed extends DeedShown {
  look(services: WebServices, input: ChosenLearnersInput): Promise<ChosenLook>;
  act(services: WebServices, input: ChosenLearnersInput & { reason: string }): Promise<ChosenLook>;
}

export const offering: ManyDeed = {
  name: 'offer',
  page: 'offer',
  needsReason: false,
  look: lookForOffers,
  act: offerToChosen,
};

export const confirming: ManyDeed = {
  name: 'confirm',
  page: 'confirm-many',
  needsReason: true,
  look: lookForConfirmations,
  async act(services, input) {
    const done = await confirmChosen(services, input);
    await askCheckNow(services, input);
    return done;
  },
};

export function showChosen(services: WebServices, deed: ManyDeed): RequestHandler {
  return async (req, res) => {
    const chosen = chosenInAddress(req);
    const view = typeof req.query['view'] === 'string' ? req.query['view'] : '';
    if (!chosen.all && chosen.marks.size === 0) {
      res.redirect(303, `/visits/${visitOf(req).id}/roster?${nobody(view)}`);
      return;
    }
    const page = Number(req.query['page']) || 1;
    await lookAt(services, req, res, { deed, chosen, view: viewOf(view), page });
  };
}

export function actOnChosen(services: WebServices, deed: ManyDeed): RequestHandler {
  return async (req, res) => {
    const marks = chosenInForm(req);
    const view = formText(req, 'view');
    if (marks.size === 0) {
      res.redirect(303, `/visits/${visitOf(req).id}/roster?${nobody(view)}`);
      return;
    }
    const reason = formText(req, 'reason');
    const input = await inputOf(services, req, { all: false, marks });
    const again = async (status: number, page: { changed?: boolean; fault?: string }): Promise<void> => {
      const chosen = { all: formText(req, 'all') === 'yes', marks };
      const shown = { deed, chosen, view: viewOf(view), page: 1, reason, ...page };
      await lookAt(services, req, res.status(status), shown);
    };
    if (String(currentVersion(input.microCredential)?.number) !== formText(req, 'version')) {
      await again(409, { changed: true });
      return;
    }
    try {
      const done = await deed.act(services, { ...input, reason });
      renderDone(services, req, res, done, { deed, marks, view: viewOf(view) });
    } catch (error) {
      if (!faultsOf(error)['reason']) throw error;
      await again(422, { fault: wordsIn(req, 'course')('roster.reasonMissing') });
    }
  };
}

/** Shows who is meant, as it can be told by now. */
async function lookAt(
  services: WebServices,
  req: Request,
  res: Response,
  shown: ChosenPage & { deed: ManyDeed },
): Promise<void> {
  const asked = askedByPage(services, req);
  const look = await shown.deed.look(asked.services, await inputOf(services, req, shown.chosen));
  const noAnswer = asked.noAnswer(wordsIn(req, 'offers'), 'many.noAnswer');
  renderChosen(services, req, res, look, { ...shown, noAnswer });
}

async function inputOf(
  services: WebServices,
  req: Request,
  { all, marks }: Chosen,
): Promise<ChosenLearnersInput> {
  return {
    visit: visitOf(req),
    course: courseOf(req),
    microCredential: await neededMicroCredential(services, req),
    isChosen: (subject) => all || marks.has(markOf(subject)),
  };
}

/** What the list was asked for, cleaned. */
const viewOf = (text: string): string => queryOf(askedIn(text));

function nobody(view: string): string {
  const query = new URLSearchParams(viewOf(view));
  query.set('done', 'none-chosen');
  return query.toString();
}
