/** /endorse/<secret>/signed: the invited person hands in what their organisation has signed itself. */
import type { Request, RequestHandler, Response } from 'express';
import { handInEndorsement } from '../../../domain/invitations/hand-in-endorsement.js';
import { openInvitation, type Invitation } from '../../../domain/invitations/open-invitation.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf, formView } from '../../forms/form-view.js';
import { logOf } from '../../middleware/request-log.js';
import type { WebServices } from '../../web-services.js';
import { reportView } from '../verify/report-view.js';
import { wordsIn } from '../words-of.js';
import { fieldsOf, readEndorseForm, viewEndorseForm, type EndorseFields } from './endorse-form.js';

export function showSigned(services: WebServices): RequestHandler {
  return async (req, res) => {
    const invitation = await openInvitation(services, String(req.params['secret']));
    const { state } = invitation.endorsement;
    if (state !== 'opened' && state !== 'unconfirmed') throw new Problem('endorsement-moved');
    const fields = fieldsOf(invitation.endorsement);
    render(req, res, invitation, { fields, document: '' });
  };
}

export function handInSigned(services: WebServices): RequestHandler {
  return async (req, res) => {
    const secret = String(req.params['secret']);
    const invitation = await openInvitation(services, secret);
    const fields = readEndorseForm(req, invitation.endorsed);
    const document = formText(req, 'document');
    try {
      const handed = await handInEndorsement(services, { secret, form: fields.speaker, document });
      if ('given' in handed) {
        logOf(req).info('signed endorsement given');
        res.redirect(303, `/endorse/${secret}`);
        return;
      }
      const { refused, report } = handed;
      const because = refused === 'not-valid' && report ? reportView(req, report).because : [];
      render(req, res.status(422), invitation, { fields, document, faults: { document: refused }, because });
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      render(req, res.status(422), invitation, { fields, document, faults });
    }
  };
}

function render(
  req: Request,
  res: Response,
  { endorsed }: Invitation,
  given: { fields: EndorseFields; document: string; faults?: Record<string, string>; because?: string[] },
): void {
  const { fields, document, faults, because } = given;
  const speaker = viewEndorseForm(req, endorsed, fields, faults);
  const signed = formView(req, {
    words: 'endorsements:signed',
    names: ['document'],
    values: { document },
    faults,
  });
  res.render('endorse-signed', {
    title: wordsIn(req, 'endorsements')('signed.title'),
    ...speaker,
    fields: { ...speaker.fields, ...signed.fields },
    errors: [...signed.errors, ...speaker.errors],
    because,
    id: endorsed.id,
    secret: req.params['secret'],
  });
}
