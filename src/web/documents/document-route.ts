/** One address that has one document: the same bytes for everybody, whatever they accept and whatever language they read. */
import type { Request, Router } from 'express';
import { Problem } from '../../shared/problem.js';
import { openToAll, sendDocument, type MachineDocument } from './send-document.js';

/** @param find undefined answers not-found, to machines as JSON */
export function documentRoute(
  router: Router,
  path: string,
  find: (req: Request) => Promise<MachineDocument | undefined>,
): void {
  router.all(path, openToAll, (_req, res, next) => {
    res.removeHeader('Vary');
    res.locals['forMachines'] = true;
    next();
  });
  router.get(path, async (req, res) => {
    const document = await find(req);
    if (!document) throw new Problem('not-found', { detail: 'no such document' });
    sendDocument(req, res, document);
  });
}
