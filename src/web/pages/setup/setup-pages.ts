/** The one-time set-up link, /setup/:token: a password and, the first time, the institution that awards. */
import { Router, type Request, type Response } from 'express';
import { parseInstitution, type InstitutionInput } from '../../../domain/institutions/institution-input.js';
import { setUp } from '../../../domain/institutions/set-up.js';
import { fieldFaults, formProblem } from '../../../shared/field-faults.js';
import { hashSecret } from '../../../shared/hash-secret.js';
import { looksLikeId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { guardForms } from '../../forms/form-token.js';
import { faultsOf, formView } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import { keepMark } from '../admin/browser-mark.js';
import {
  institutionFromForm,
  readInstitutionForm,
  viewInstitutionForm,
  type InstitutionFields,
} from '../admin/institution-form.js';

interface SetUpView {
  fields: InstitutionFields;
  faults: Record<string, string>;
  /** False where the link only chooses a new password. */
  first: boolean;
}

const passwordNames = ['password', 'passwordAgain'] as const;

export function setUpPages(services: WebServices): Router {
  const router = Router({ mergeParams: true });

  /** A link that is no good is refused at once, before anything is typed. @throws Problem set-up-link-invalid */
  const checkToken = async (token: string): Promise<void> => {
    const good =
      looksLikeId(token) && (await services.administrators.isSetUpToken(hashSecret(token), services.clock()));
    if (!good) throw new Problem('set-up-link-invalid');
  };
  const isFirst = async (): Promise<boolean> => (await services.institutions.all()).length === 0;

  router.use('/setup/:token', async (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    await checkToken(req.params.token);
    next();
  });
  // Whoever has the link may use it; a foreign page does not have it.
  router.use(
    '/setup/:token',
    guardForms(services.sessionKey, (req) => `setup:${String(req.params['token'])}`),
  );

  router.get('/setup/:token', async (req, res) => {
    show(req, res, { fields: readInstitutionForm(req), faults: {}, first: await isFirst() });
  });

  router.post('/setup/:token', async (req, res) => {
    const fields = readInstitutionForm(req);
    const first = await isFirst();
    const password = formText(req, 'password');
    const institution = first ? institutionFromForm(fields) : undefined;
    try {
      if (password !== formText(req, 'passwordAgain')) throw differentPasswords(institution);
      await setUp(services, { token: req.params.token, password, institution });
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      res.status(422);
      show(req, res, { fields, faults, first });
      return;
    }
    await keepMark(services, res);
    res.redirect(303, '/admin/sign-in?new=1');
  });
  return router;
}

/** The faults of the whole form, so that all of them are shown at once. */
function differentPasswords(institution: InstitutionInput | undefined): Problem {
  const parsed = parseInstitution(institution);
  const faults = institution && !parsed.success ? fieldFaults(parsed.error) : {};
  return formProblem({ passwordAgain: 'repeated', ...faults });
}

function show(req: Request, res: Response, { fields, faults, first }: SetUpView): void {
  const institution = viewInstitutionForm(req, fields, faults);
  const password = formView(req, { words: 'admin:setUp', names: passwordNames, values: {}, faults });
  res.render('setup', {
    ...institution,
    first,
    password: password.fields,
    errors: [...password.errors, ...(first ? institution.errors : [])],
    title: say(req, first ? 'admin:setUp.title' : 'admin:setUp.newPasswordTitle'),
  });
}
