/** The three faces of an invitation: the form, what will be read, and how far it has come. */
import type { Request, Response } from 'express';
import { addresses } from '../../../documents/addresses.js';
import { endorsementComment } from '../../../documents/open-badge-3/endorsement-credential.js';
import type { Endorsed } from '../../../domain/endorsements/endorsed-thing.js';
import type { Endorsement, Said } from '../../../domain/endorsements/endorsement.js';
import { confirmedByEmail } from '../../../domain/invitations/confirm-address.js';
import type { Invitation } from '../../../domain/invitations/open-invitation.js';
import { withdrawable } from '../../../domain/invitations/withdraw-endorsement.js';
import { textIn } from '../../../shared/language-map.js';
import { formView } from '../../forms/form-view.js';
import type { WebServices } from '../../web-services.js';
import { atAGlance } from '../at-a-glance.js';
import { outcomeGroups } from '../outcome-groups.js';
import { publicElements } from '../public-elements.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';
import { fieldsOf, hiddenFields, viewEndorseForm, type EndorseFields } from './endorse-form.js';
import { endorsementView, type EndorsementView } from './endorsement-view.js';

/** The status is the caller's. */
export function renderForm(
  services: WebServices,
  req: Request,
  res: Response,
  { endorsement, endorsed }: Invitation,
  given: { fields?: EndorseFields; faults?: Record<string, string> } = {},
): void {
  const words = wordsIn(req, 'endorsements');
  res.render('endorse', {
    publicStyles: true,
    ...viewEndorseForm(req, endorsed, given.fields ?? fieldsOf(endorsement), given.faults),
    title: words('invited.title'),
    lead: words(endorsed.version ? 'invited.lead' : 'invited.leadInstitution', {
      institution: endorsed.institution.legalName,
      until: dayIn(req)(endorsement.expiresAt),
    }),
    thing: thingView(req, endorsed),
    mailIsConfirmed: services.mail !== undefined,
    secret: req.params['secret'],
  });
}

export function renderPreview(
  services: WebServices,
  req: Request,
  res: Response,
  { endorsed }: Invitation,
  { fields, said }: { fields: EndorseFields; said: Said },
): void {
  const words = wordsIn(req, 'endorsements');
  const institution = endorsed.institution.legalName;
  const confirmed = toBeConfirmed(services, said);
  const { statement = {}, organisation } = said;
  res.render('endorse-preview', {
    publicStyles: true,
    title: words('preview.title'),
    lead: words(services.mail ? 'preview.leadMail' : 'preview.lead'),
    view: endorsementView(req, { said, confirmed }, { institution }),
    comment: endorsementComment({
      about: { id: endorsed.id, title: textIn(endorsed.title, req.language) },
      endorser: organisation,
      institution: endorsed.institution,
      statement,
    }),
    email: said.speaker?.email,
    next: words(services.mail ? 'preview.nextMail' : 'preview.next', { institution }),
    institution,
    hidden: hiddenFields(fields),
    secret: req.params['secret'],
  });
}

export function renderState(
  services: WebServices,
  req: Request,
  res: Response,
  { endorsement, endorsed }: Invitation,
  faults: Record<string, string> = {},
): void {
  const words = wordsIn(req, 'endorsements');
  const { state, said } = endorsement;
  const institution = endorsed.institution.legalName;
  const canWithdraw = withdrawable.includes(state);
  res.render('endorse-state', {
    publicStyles: true,
    ...formView(req, { words: 'endorsements:withdraw', names: ['sure'], values: {}, faults }),
    title: words(`state.${state}.title`),
    what: words(`state.${state}.what`, { institution, email: said?.speaker?.email }),
    mailTrouble: state === 'unconfirmed' ? mailTrouble(req) : undefined,
    isUnconfirmed: state === 'unconfirmed',
    kind: { accepted: 'good', unconfirmed: 'wait', given: 'wait' }[state as string],
    thing: thingView(req, endorsed),
    view: saidView(services, req, endorsement, institution),
    page: state === 'accepted' ? addresses(services.base).endorsement(endorsement.id) : undefined,
    canWithdraw,
    secret: req.params['secret'],
  });
}

/** What was said; undefined once it is deleted. Until the address is confirmed, nothing is signed and nobody confirmed anything. */
function saidView(
  services: WebServices,
  req: Request,
  { state, said, confirmed }: Endorsement,
  institution: string,
): EndorsementView | undefined {
  if (!said?.statement && !said?.handedIn) return undefined;
  const by = confirmed ?? toBeConfirmed(services, said);
  const view = endorsementView(req, { said, confirmed: by }, { institution });
  if (state !== 'unconfirmed') return view;
  const { domain } = confirmedByEmail(said.speaker?.email);
  return { ...view, signedBy: wordsIn(req, 'endorsements')('signedBy.unconfirmed', { domain }) };
}

/** Why the message that confirms the address was not sent just now. */
function mailTrouble(req: Request): string | undefined {
  const { mail } = req.query;
  if (mail === 'too-many') return wordsIn(req, 'endorsements')('state.mailTooMany');
  return mail === 'failed' ? wordsIn(req, 'endorsements')('state.mailFailed') : undefined;
}

/** How it will be known who speaks. */
function toBeConfirmed({ mail }: WebServices, { speaker }: Said): NonNullable<Endorsement['confirmed']> {
  return mail ? confirmedByEmail(speaker?.email) : { by: 'inviter' };
}

/** What is endorsed, in full: who endorses must know what. */
function thingView(req: Request, { institution, version, title, language, page }: Endorsed) {
  const written = version ? writtenText(req, title, language) : { text: institution.legalName };
  return {
    title: written.text,
    lang: written.lang,
    href: page,
    institution: version ? institution.legalName : undefined,
    ...(version && {
      glance: atAGlance(req, version.definition),
      description: writtenText(req, version.definition.description, language),
      groups: outcomeGroups(req, version.definition),
      elements: publicElements(req, { definition: version.definition, institution }),
    }),
  };
}
