/** Changing what is said of an institution: /admin/institutions/:id. */
import { Router, type Request, type Response } from 'express';
import { changeInstitution } from '../../../domain/institutions/change-institution.js';
import { faultsOf } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import {
  formOfInstitution,
  institutionFromForm,
  readInstitutionForm,
  viewInstitutionForm,
  type InstitutionFields,
} from './institution-form.js';
import { institutionOfAddress } from './institution-of-address.js';

export function institutionAdminPages(services: WebServices): Router {
  const router = Router();

  router.get('/institutions/:id', async (req, res) => {
    show(req, res, formOfInstitution(await institutionOfAddress(services, req.params.id)));
  });

  router.post('/institutions/:id', async (req, res) => {
    const fields = readInstitutionForm(req);
    try {
      const { id } = req.params;
      const before = await services.institutions.byId(id);
      const institution = institutionFromForm(fields, before?.identifiers);
      await changeInstitution(services, { id, institution });
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      res.status(422);
      show(req, res, fields, faults);
      return;
    }
    res.redirect(303, '/admin');
  });
  return router;
}

function show(req: Request, res: Response, fields: InstitutionFields, faults?: Record<string, string>): void {
  res.render('admin-institution', {
    ...viewInstitutionForm(req, fields, faults),
    title: say(req, 'admin:institution.title'),
  });
}
