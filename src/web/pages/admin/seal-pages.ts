/** The electronic seal of an institution: linking, trying and unlinking it. /admin/institutions/:id/seal */
import { Router, type Request, type Response } from 'express';
import type { Institution } from '../../../domain/institutions/institution.js';
import { decideSeal } from '../../../domain/seals/decide-seal.js';
import { linkSeal, linkSealAgain } from '../../../domain/seals/link-seal.js';
import type { SealLink } from '../../../domain/seals/seal-link.js';
import { countryName } from '../../forms/country-options.js';
import { formFields, formText } from '../../forms/form-body.js';
import { faultsOf, formView } from '../../forms/form-view.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';
import { institutionOfAddress } from './institution-of-address.js';
import { sealState, sealTrouble } from './seal-state.js';

const names = ['address', 'clientId', 'clientSecret', 'credentialId', 'pin'] as const;
type Typed = Partial<Record<(typeof names)[number], string>>;
const notices = ['linked', 'works', 'decided', 'removed'];

export function sealPages(services: WebServices): Router {
  const router = Router();
  const { sealLinks } = services;

  const show = async (
    req: Request,
    res: Response,
    institution: Institution,
    { typed, faults }: { typed?: Typed; faults?: Record<string, string> } = {},
  ): Promise<void> => {
    const link = await sealLinks.of(institution.id);
    const words = wordsIn(req, 'seal');
    const done = notices.find((one) => one === req.query['done']);
    const { address = '', clientId = '', credentialId = '' } = typed ?? link ?? {};
    const form = formView(req, {
      words: 'seal:access',
      names,
      values: { address, clientId, credentialId },
      faults,
    });
    res.render('admin-seal', {
      ...form,
      errors: [...form.errors, ...relationErrors(req, faults?.['relation'])],
      title: words('title', { name: institution.legalName }),
      notice: done && words(`done.${done}`),
      path: `/admin/institutions/${institution.id}/seal`,
      state: sealState(req, link),
      trouble: sealTrouble(services, req, link),
      rows: link && rowsOf(req, link),
      relation: link && !link.relation && relationField(req, institution, link, faults?.['relation']),
      withoutStamps: link && !link.hasTimeStamps,
      isLinked: link !== undefined,
      needs: words('needs').split('\n'),
    });
  };

  /** Runs a deed whose faults are shown at the fields of the form. */
  const orShow = async (
    req: Request,
    res: Response,
    institution: Institution,
    { done, typed, deed }: { done: string; typed?: Typed; deed: () => Promise<unknown> },
  ): Promise<void> => {
    try {
      await deed();
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      await show(req, res.status(422), institution, { typed, faults });
      return;
    }
    res.redirect(303, `/admin/institutions/${institution.id}/seal?done=${done}`);
  };

  router.get('/institutions/:id/seal', async (req, res) =>
    show(req, res, await institutionOfAddress(services, req.params.id)),
  );

  router.post('/institutions/:id/seal', async (req, res) => {
    const institution = await institutionOfAddress(services, req.params.id);
    const { address, clientId, credentialId } = formFields(req, ['address', 'clientId', 'credentialId']);
    // a secret may begin or end with anything
    const [clientSecret, pin] = [formText(req, 'clientSecret'), formText(req, 'pin')];
    const access = { address, clientId, credentialId, clientSecret, pin };
    await orShow(req, res, institution, {
      done: 'linked',
      typed: { address, clientId, credentialId },
      deed: () => linkSeal(services, { institutionId: institution.id, access }),
    });
  });

  router.post('/institutions/:id/seal/try', async (req, res) => {
    const institution = await institutionOfAddress(services, req.params.id);
    const deed = () => linkSealAgain(services, institution.id);
    await orShow(req, res, institution, { done: 'works', deed });
  });

  router.post('/institutions/:id/seal/relation', async (req, res) => {
    const institution = await institutionOfAddress(services, req.params.id);
    const linkedAt = new Date(formText(req, 'linkedAt'));
    const said = { institutionId: institution.id, linkedAt, relation: formText(req, 'relation') };
    const deed = () => decideSeal(services, said);
    await orShow(req, res, institution, { done: 'decided', deed });
  });

  router.post('/institutions/:id/seal/remove', async (req, res) => {
    const institution = await institutionOfAddress(services, req.params.id);
    await sealLinks.forget(institution.id);
    res.redirect(303, `/admin/institutions/${institution.id}/seal?done=removed`);
  });
  return router;
}

function rowsOf(req: Request, { owner, certifiedUntil, linkedAt, relation, ...link }: SealLink) {
  const words = wordsIn(req, 'seal');
  const day = dayIn(req);
  const values: [label: string, value: string][] = [
    ['owner', owner.organisation],
    ['identifier', owner.identifier],
    ['country', countryName(req.language, owner.country)],
    ['until', day(certifiedUntil)],
    ['relation', words(`relationOf.${relation ?? 'undecided'}`)],
    ['service', link.address],
    ['credential', link.credentialId],
    ['linkedAt', day(linkedAt)],
  ];
  return values.map(([label, value]) => ({ label: words(`row.${label}`), value }));
}

function relationField(req: Request, { legalName }: Institution, link: SealLink, fault: string | undefined) {
  const words = wordsIn(req, 'seal');
  const told = { owner: link.owner.organisation, institution: legalName };
  return {
    name: 'relation',
    label: words('relation.label'),
    hint: words('relation.question', told),
    error: fault && words(`relation.fault.${fault}`),
    options: (['own', 'mandate'] as const).map((value) => ({
      value,
      text: words(`relation.${value}.text`, told),
      hint: words(`relation.${value}.hint`, told),
    })),
    linkedAt: link.linkedAt.toISOString(),
  };
}

function relationErrors(req: Request, fault: string | undefined) {
  const words = wordsIn(req, 'seal');
  return fault ? [{ field: 'relation', text: words(`relation.fault.${fault}`) }] : [];
}
