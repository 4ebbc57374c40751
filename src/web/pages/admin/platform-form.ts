/** The form of a linked LMS: read into PlatformRegistration, shown with the words of that LMS. */
import type { Request } from 'express';
import type { Institution } from '../../../domain/institutions/institution.js';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import {
  lmsFamilies,
  type LmsFamily,
  type Platform,
  type PlatformRegistration,
} from '../../../domain/platforms/platform.js';
import { formFields, formText } from '../../forms/form-body.js';
import { formView } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';

const platformNames = [
  'site',
  'name',
  'issuer',
  'clientId',
  'deploymentIds',
  'authorizationEndpoint',
  'tokenEndpoint',
  'keySetUrl',
  'tokenAudience',
  'institutionId',
] as const;
export type PlatformFields = Record<(typeof platformNames)[number], string>;

export function familyOf(text: unknown): LmsFamily | undefined {
  return lmsFamilies.find((family) => family === text);
}

export function readPlatformForm(req: Request): PlatformFields {
  return formFields(req, platformNames);
}

export function registrationFromForm(family: LmsFamily, fields: PlatformFields): PlatformRegistration {
  return {
    name: fields.name,
    family,
    issuer: fields.issuer,
    clientId: fields.clientId,
    deploymentIds: fields.deploymentIds
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    authorizationEndpoint: fields.authorizationEndpoint,
    tokenEndpoint: fields.tokenEndpoint,
    tokenAudience: fields.tokenAudience || undefined,
    keySetUrl: fields.keySetUrl,
  };
}

export function formOfPlatform(platform: Platform): PlatformFields {
  return {
    site: '',
    name: platform.name,
    issuer: platform.issuer,
    clientId: platform.clientId,
    deploymentIds: platform.deployments.map((deployment) => deployment.id).join('\n'),
    authorizationEndpoint: platform.authorizationEndpoint,
    tokenEndpoint: platform.tokenEndpoint,
    keySetUrl: platform.keySetUrl,
    tokenAudience: platform.tokenAudience ?? '',
    institutionId: platform.deployments[0]?.institutionId ?? '',
  };
}

/** Our addresses, each beside the words that the LMS has for it. */
export function ourAddresses(req: Request, base: string, family: LmsFamily) {
  const { login, launch, keySet } = differencesOf(family).fieldWords;
  const address = (id: string, label: string, path: string) => ({ id, label, value: base + path });
  return [
    address('our-tool', say(req, `admin:platform.toolAddress.${family}`), '/lti/launch'),
    address('our-login', login, '/lti/login'),
    address('our-launch', launch, '/lti/launch'),
    address('our-keys', keySet, '/lti/keys'),
  ];
}

/** Locals of the partial platform-form. */
export function viewPlatformForm(
  req: Request,
  form: {
    family: LmsFamily;
    fields: PlatformFields;
    faults?: Record<string, string>;
    institutions: Institution[];
    base: string;
  },
) {
  const { family, fields, faults = {}, institutions } = form;
  const view = formView(req, {
    words: 'admin:platform',
    variant: family,
    names: platformNames,
    values: fields,
    // a list of deployment ids is one field here
    faults: Object.fromEntries(
      Object.entries(faults).map(([path, fault]) => [
        path.replace(/^deploymentIds\..*/, 'deploymentIds'),
        fault,
      ]),
    ),
  });
  return {
    ...view,
    family,
    lms: say(req, `common:lms.${family}`),
    fillable: family !== 'other',
    addresses: ourAddresses(req, form.base, family),
    choices: say(req, `admin:platform.settings.${family}`).split('\n'),
    institutions:
      institutions.length > 1
        ? institutions.map(({ id, legalName }) => ({
            value: id,
            text: legalName,
            selected: id === fields.institutionId,
          }))
        : undefined,
  };
}

/** The institution whose awards a new deployment gives: the chosen one, or the only one. */
export function chosenInstitution(req: Request, institutions: Institution[]): string {
  const chosen = formText(req, 'institutionId');
  return institutions.find(({ id }) => id === chosen)?.id ?? institutions[0]?.id ?? '';
}
