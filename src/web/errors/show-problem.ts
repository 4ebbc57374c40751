/** The last handler: turns whatever was thrown into a page for people or JSON for machines, and one log line. */
import type { ErrorRequestHandler, Request, Response } from 'express';
import { Problem } from '../../shared/problem.js';
import type { Words } from '../middleware/words.js';
import { explainProblem, type Explanation } from './explain-problem.js';
import { problemOf } from './problem-of.js';
import { statuses } from './statuses.js';
import { logOf } from '../middleware/request-log.js';

/** Longest unread rest of a request (bytes) that is taken in and thrown away, so that a browser gets to see the answer. */
const drained = 16 * 1024 * 1024;

export function showProblem(words: Words): ErrorRequestHandler {
  // Express knows an error handler by its four parameters; nothing is passed on, as its own page would tell the stack.
  return (error: unknown, req, res, _next) => {
    const problem = problemOf(error);
    const status = statuses[problem.code];
    logProblem(req, problem, status);
    if (res.headersSent) {
      res.destroy();
      return;
    }
    if (problem.code === 'request-too-large') drain(req);
    res.status(status).set('Cache-Control', 'no-store');
    if (wantsJson(req, res)) {
      const { title, what, next: step } = explainProblem(words, req.language, problem);
      res.json({ error: { code: problem.code, title, what, next: step, reference: req.reference } });
      return;
    }
    if (problem.code === 'sign-in-required' && req.method === 'GET') {
      res.redirect(303, `/admin/sign-in?to=${encodeURIComponent(req.originalUrl)}`);
      return;
    }
    showPage(req, res, problem, explainProblem(words, req.language, problem));
  };
}

/** Where a document for machines is, JSON is the answer unless a browser says that it would rather have a page. */
function wantsJson(req: Request, res: Response): boolean {
  if (res.locals['forMachines']) return req.accepts(['json', 'html']) !== 'html';
  return req.accepts(['html', 'json']) === 'json';
}

function showPage(req: Request, res: Response, problem: Problem, explanation: Explanation): void {
  const locals = { ...explanation, code: problem.code, problemPage: true };
  res.render('error', locals, (failure: Error | null, html?: string) => {
    if (!failure) {
      res.type('html').send(html);
      return;
    }
    logProblem(req, new Problem('unexpected', { detail: 'error page', cause: failure }), 500);
    res
      .type('text')
      .send(`${explanation.title}\n${explanation.what}\n${explanation.next}\n${req.reference}\n`);
  });
}

function logProblem(req: Request, problem: Problem, status: number): void {
  const line = { code: problem.code, detail: problem.detail, status };
  if (status < 500) {
    logOf(req).info(line, 'refused');
    return;
  }
  const cause = problem.cause instanceof Error ? problem.cause : problem;
  logOf(req).error({ ...line, stack: withoutPersons(cause.stack ?? cause.message) }, 'failed');
}

/** Messages of libraries may quote what people typed: e-mail addresses and quoted values are cut out. */
function withoutPersons(stack: string): string {
  return stack.replace(/\S+@\S+/g, '…').replace(/dup key: \{[^}]*\}/g, 'dup key: {…}');
}

function drain(req: Request): void {
  let taken = 0;
  req.on('data', (chunk: Buffer) => {
    taken += chunk.length;
    if (taken > drained) req.destroy();
  });
  req.resume();
}

/** The handler before it: an address that nobody answers. */
export function noSuchPage(): never {
  throw new Problem('not-found', { detail: 'no such address' });
}
