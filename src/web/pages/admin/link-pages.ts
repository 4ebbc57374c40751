/** Linking an LMS by hand, /admin/platforms/new, and correcting what was typed, /admin/platforms/:id/change. */
import { Router, type Request, type Response } from 'express';
import { changePlatform } from '../../../domain/platforms/change-platform.js';
import { usualAddresses } from '../../../domain/platforms/differences/usual-addresses.js';
import { linkPlatform } from '../../../domain/platforms/link-platform.js';
import { lmsFamilies, type LmsFamily, type Platform } from '../../../domain/platforms/platform.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import {
  chosenInstitution,
  familyOf,
  formOfPlatform,
  readPlatformForm,
  registrationFromForm,
  viewPlatformForm,
  type PlatformFields,
} from './platform-form.js';
import { platformOfAddress } from './platform-of-address.js';

interface LinkView {
  family: LmsFamily;
  fields: PlatformFields;
  faults?: Record<string, string>;
  /** The platform that is corrected; undefined for a new one. */
  platform?: Platform;
}

export function linkPages(services: WebServices): Router {
  const router = Router();

  const show = async (req: Request, res: Response, view: LinkView): Promise<void> => {
    const institutions = await services.institutions.all();
    res.render('admin-platform-link', {
      ...viewPlatformForm(req, { ...view, institutions, base: services.base }),
      families: lmsFamilies.map((family) => ({
        value: family,
        text: say(req, `common:lms.${family}`),
        current: family === view.family,
      })),
      isNew: !view.platform,
      platform: view.platform,
      wide: true,
      title: view.platform
        ? say(req, 'admin:platform.changeTitle', { name: view.platform.name })
        : say(req, `admin:platform.linkTitleOf.${view.family}`),
    });
  };

  /** "Fill in" makes the usual addresses of the one that was typed: nothing is saved yet. */
  const fillIn = async (req: Request, res: Response, view: LinkView): Promise<void> => {
    const usual = usualAddresses(view.family, view.fields.site);
    const fields = { ...view.fields, ...usual };
    await show(req, res, { ...view, fields, faults: usual ? undefined : { site: 'not-an-address' } });
  };

  const saved = async (
    req: Request,
    res: Response,
    view: LinkView,
    save: (institutionId: string) => Promise<Platform>,
  ): Promise<void> => {
    try {
      const platform = await save(chosenInstitution(req, await services.institutions.all()));
      res.redirect(303, `/admin/platforms/${platform.id}/checks`);
    } catch (problem) {
      const taken = problem instanceof Problem && problem.code === 'duplicate';
      const faults = taken ? { clientId: 'taken' } : faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      res.status(taken ? 409 : 422);
      await show(req, res, { ...view, faults });
    }
  };

  router.get('/platforms/new', async (req, res) => {
    const family = familyOf(req.query['family']);
    if (family) await show(req, res, { family, fields: readPlatformForm(req) });
    else
      res.render('admin-platform-family', {
        title: say(req, 'admin:platform.linkTitle'),
        families: lmsFamilies,
      });
  });

  router.post('/platforms/new', async (req, res) => {
    const family = familyOf(formText(req, 'family')) ?? 'other';
    const view: LinkView = { family, fields: readPlatformForm(req) };
    if (formText(req, 'fill')) return fillIn(req, res, view);
    const registration = registrationFromForm(family, view.fields);
    return saved(req, res, view, (institutionId) => linkPlatform(services, { registration, institutionId }));
  });

  router.get('/platforms/:id/change', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    await show(req, res, { family: platform.family, fields: formOfPlatform(platform), platform });
  });

  router.post('/platforms/:id/change', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    const view: LinkView = { family: platform.family, fields: readPlatformForm(req), platform };
    if (formText(req, 'fill')) return fillIn(req, res, view);
    const registration = registrationFromForm(platform.family, view.fields);
    return saved(req, res, view, (institutionId) =>
      changePlatform(services, { id: platform.id, registration, institutionId }),
    );
  });
  return router;
}
