/** Tells whoever can accept endorsements how many wait for that. */
import type { Request } from 'express';
import { type Scope, waitingIn } from '../../../domain/invitations/endorsements-in-scope.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';

/** Undefined where none waits. */
export async function waitingSentence(
  services: WebServices,
  req: Request,
  scope: Scope,
): Promise<string | undefined> {
  const count = await waitingIn(services, scope);
  return count > 0 ? wordsIn(req, 'endorsements')('list.waiting', { count }) : undefined;
}
