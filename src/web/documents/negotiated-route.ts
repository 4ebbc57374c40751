/**
 * One address that has a page for people and the same thing in forms for machines, told apart by Accept.
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
import type { Request, RequestHandler, Router } from 'express';
import { Problem } from '../../shared/problem.js';
import { openToAll, sendDocument, type MachineDocument } from './send-document.js';

export interface NegotiatedForm {
  /** Media types it is given as, the usual one first; the one asked for is answered. */
  types: readonly string[];
  find: (req: Request) => Promise<Omit<MachineDocument, 'type' | 'cache'> | undefined>;
}

/** Who asks for nothing, for anything, or for what there is not, gets the page. */
export function negotiatedRoute(
  router: Router,
  path: string,
  page: RequestHandler,
  forms: readonly NegotiatedForm[],
): void {
  const types = ['text/html', ...forms.flatMap((form) => form.types)];
  router.all(path, openToAll);
  router.get(path, async (req, res, next) => {
    res.vary('Accept');
    const type = req.accepts(types) || 'text/html';
    const form = forms.find((one) => one.types.includes(type));
    if (!form) {
      res.set('Cache-Control', 'no-cache');
      return page(req, res, next);
    }
    res.locals['forMachines'] = true;
    const document = await form.find(req);
    if (!document) throw new Problem('not-found', { detail: 'no such document' });
    sendDocument(req, res, { ...document, type, cache: 'ask' });
  });
}
