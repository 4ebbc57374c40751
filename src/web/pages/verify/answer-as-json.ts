/** Tells the answer of a verification to programs: docs/verify-answer.md. */
import type { Request, Response } from 'express';
import { say } from '../../middleware/page-locals.js';
import type { VerificationAnswer } from './verification-answer.js';
import { verifyAnswer } from './verify-answer.js';

export function answerAsJson(req: Request, res: Response, answer: VerificationAnswer): void {
  if ('report' in answer) res.json(verifyAnswer(req, answer.report));
  else if ('faults' in answer) {
    const what = Object.entries(answer.faults).map(([field, code]) =>
      say(req, `verify:form.${field}.fault.${code}`),
    );
    tellError(req, res.status(400), {
      code: 'request-invalid',
      what: what.join('; '),
      fields: answer.faults,
    });
  } else tellError(req, res, { code: answer.later, what: say(req, `verify:form.fault.${answer.later}`) });
}

function tellError(req: Request, res: Response, error: Record<string, unknown>): void {
  res.json({ error: { ...error, reference: req.reference } });
}
