/** GET /institutions/:id/keys for people: every key that an institution ever signed with, and what became of it. */
import type { Request, RequestHandler } from 'express';
import type { PublicSigningKey } from '../../../domain/institutions/signing-keys.js';
import { addresses } from '../../../documents/addresses.js';
import { looksLikeId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

export function showKeyHistory({ institutions, keys, base }: WebServices): RequestHandler {
  return async (req, res) => {
    const { id } = req.params;
    const institution = looksLikeId(id) ? await institutions.byId(id) : undefined;
    if (!institution) throw new Problem('not-found', { detail: 'no such institution' });
    const words = wordsIn(req, 'public');
    const at = addresses(base);
    res.render('key-history', {
      title: words('keyHistory.title', { name: institution.legalName }),
      publicHead: { address: at.keyHistoryPage(institution.id), description: words('keyHistory.lead') },
      back: { href: at.institution(institution.id), text: institution.legalName },
      keys: (await keys.all(institution.id)).map((key) => viewKey(req, key)),
      json: at.keyHistory(institution.id),
    });
  };
}

function viewKey(req: Request, { id, kind, multibase, createdAt, retiredAt, compromise }: PublicSigningKey) {
  const words = wordsIn(req, 'public');
  const day = dayIn(req);
  const state = compromise ? 'compromised' : retiredAt ? 'retired' : 'inUse';
  return {
    kind,
    name: multibase ?? id,
    used: retiredAt
      ? words('keyHistory.usedFromTo', { from: day(createdAt), to: day(retiredAt) })
      : words('keyHistory.usedSince', { from: day(createdAt) }),
    revoked:
      compromise &&
      words('keyHistory.revoked', { date: day(compromise.declaredAt), since: day(compromise.since) }),
    state: words(`keyHistory.${state}`),
    stateKind: { compromised: 'bad', retired: 'neutral', inUse: 'good' }[state],
  };
}
