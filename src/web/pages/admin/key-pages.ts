/** The signing keys of an institution: /admin/institutions/:id/keys lists them and makes new ones. */
import { Router, type Request, type Response } from 'express';
import { leftToSign } from '../../../domain/awards/left-to-sign.js';
import { isScheduled } from '../../../domain/institutions/key-schedule.js';
import { renewKeys } from '../../../domain/institutions/renew-keys.js';
import type { PublicSigningKey } from '../../../domain/institutions/signing-keys.js';
import { addresses } from '../../../documents/addresses.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf, formView } from '../../forms/form-view.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, numberIn, wordsIn } from '../words-of.js';
import { ageOfKeys } from './age-of-keys.js';
import { institutionOfAddress } from './institution-of-address.js';

export function keyPages(services: WebServices): Router {
  const router = Router();

  const show = async (req: Request, res: Response, id: string, faults?: Record<string, string>) => {
    const institution = await institutionOfAddress(services, id);
    const words = wordsIn(req, 'admin');
    const keys = await services.keys.all(institution.id);
    const names = ['sure'] as const;
    res.render('admin-keys', {
      ...formView(req, { words: 'admin:keys', names, values: {}, faults }),
      title: words('keys.title', { name: institution.legalName }),
      notice: noticeOf(req),
      age: ageOfKeys(services, req, keys),
      bySchedule: scheduleText(services, req),
      keys: keys.map((key) => viewKey(req, key)),
      again: await viewSigningAgain(services, req, institution.id),
      inUse: keys.filter(({ retiredAt }) => !retiredAt).map((key) => key.id),
      compromisedPath: `/admin/institutions/${institution.id}/keys/compromised`,
    });
  };

  router.get('/institutions/:id/keys', async (req, res) => show(req, res, req.params.id));

  router.post('/institutions/:id/keys', async (req, res) => {
    const { id } = req.params;
    try {
      const keyIds = formText(req, 'inUse').split(' ');
      await renewKeys(services, { institutionId: id, keyIds, isSure: formText(req, 'sure') === 'yes' });
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      await show(req, res.status(422), id, faults);
      return;
    }
    res.redirect(303, `/admin/institutions/${id}/keys?done=renewed`);
  });
  return router;
}

function noticeOf(req: Request): string | undefined {
  const words = wordsIn(req, 'admin');
  if (req.query['done'] === 'renewed') return words('keys.renewed');
  return req.query['done'] === 'compromised' ? words('keys.compromised.done') : undefined;
}

/** Told where keys are renewed by themselves. */
function scheduleText({ keySchedule }: WebServices, req: Request): string | undefined {
  if (!isScheduled(keySchedule)) return undefined;
  return wordsIn(req, 'admin')('keys.bySchedule', { count: keySchedule.years });
}

function viewKey(req: Request, key: PublicSigningKey) {
  const { id, kind, createdAt, retiredAt, retiredBySchedule, compromise } = key;
  const words = wordsIn(req, 'admin');
  const day = dayIn(req);
  const name = words(`keys.kind.${kind}`);
  const identifier = words('keys.identifier', { id });
  if (compromise) {
    const dates = { date: day(compromise.declaredAt), since: day(compromise.since) };
    const told = words('keys.compromisedOn', dates);
    return { name, identifier, since: told, state: words('keys.compromisedState'), stateKind: 'bad' };
  }
  return {
    name,
    identifier,
    since: retiredAt
      ? words(retiredBySchedule ? 'keys.usedUntilSchedule' : 'keys.usedFromTo', {
          from: day(createdAt),
          to: day(retiredAt),
        })
      : words('keys.usedSince', { from: day(createdAt) }),
    state: words(retiredAt ? 'keys.retired' : 'keys.inUse'),
    stateKind: retiredAt ? 'neutral' : 'good',
  };
}

/** How far the signing again is; undefined while no key is compromised. */
async function viewSigningAgain(services: WebServices, req: Request, institutionId: string) {
  const found = await leftToSign(services, institutionId);
  if (!found) return undefined;
  const words = wordsIn(req, 'admin');
  const number = numberIn(req);
  const { awards, unknown, awardsInTrouble, endorsementsInTrouble } = found;
  const at = addresses(services.base);
  const troubled = [
    ...awardsInTrouble.map((id) => ({ id, href: at.award(id) })),
    ...endorsementsInTrouble.map((id) => ({ id, href: at.endorsement(id) })),
  ];
  return {
    left: words('keys.again.left', { count: awards, number: number(awards) }),
    unknown:
      unknown > 0 ? words('keys.again.unknown', { count: unknown, number: number(unknown) }) : undefined,
    isRunning: found.isRunning,
    isDone: awards === 0 && unknown === 0,
    troubled: troubled.length > 0 ? troubled : undefined,
    trouble: words('keys.again.trouble', { count: troubled.length }),
  };
}
