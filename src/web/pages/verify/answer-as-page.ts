/** Tells the answer of a verification to people: the result, or the form again with what is wrong. */
import type { Request, Response } from 'express';
import { formView } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import type { HandedForm } from './read-handed-form.js';
import { reportView } from './report-view.js';
import { shareForm } from './results/share-form.js';
import type { VerificationAnswer } from './verification-answer.js';

/** An award of ours has a page to link to; a result that was made here can be shared. */
export function answerAsPage(
  req: Request,
  res: Response,
  { base, sessionKey }: Pick<WebServices, 'base' | 'sessionKey'>,
  { answer, form }: { answer: VerificationAnswer; form: HandedForm },
): void {
  if ('report' in answer) {
    const { report } = answer;
    res.render('verify-result', {
      ...reportView(req, report),
      page: pageOf(base, report.credential?.id),
      share: shareForm(req, sessionKey, answer),
    });
  } else if ('faults' in answer) {
    showVerifyForm(req, res.status(400), form, { faults: answer.faults });
  } else {
    showVerifyForm(req, res, form, { notice: say(req, `verify:form.fault.${answer.later}`) });
  }
}

export function showVerifyForm(
  req: Request,
  res: Response,
  form: HandedForm,
  told: { faults?: Record<string, string>; notice?: string } = {},
): void {
  const { address, text, email } = form;
  const names = ['address', 'file', 'text', 'email'] as const;
  const values = { address, text, email };
  res.render('verify', {
    ...formView(req, { words: 'verify:form', names, values, faults: told.faults }),
    notice: told.notice,
    title: say(req, 'verify:form.title'),
  });
}

/** The page for people of an award of ours. */
function pageOf(base: string, id: string | undefined): string | undefined {
  const path = id?.startsWith(`${base}/`) ? id.slice(base.length) : '';
  const award = /^(\/awards\/[A-Za-z0-9_-]{22})(\/open-badge-2\.json|\/europass\.jsonld)?$/.exec(path);
  return award?.[1];
}
