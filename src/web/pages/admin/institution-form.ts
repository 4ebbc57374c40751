/** The form of an institution, for the set-up and for changing it: read into InstitutionInput, shown with words and faults. */
import type { Request } from 'express';
import type { InstitutionInput } from '../../../domain/institutions/institution-input.js';
import {
  identifierSchemes,
  type Institution,
  type LegalIdentifier,
} from '../../../domain/institutions/institution.js';
import { qualityKinds, qualityStandards } from '../../../domain/institutions/quality-assurance.js';
import { countryOptions } from '../../forms/country-options.js';
import { formFields } from '../../forms/form-body.js';
import { formView } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';

export const institutionNames = [
  'legalName',
  'country',
  'region',
  'url',
  'email',
  'identifiers.vat',
  'identifiers.national',
  'identifiers.deqar',
  'identifiers.ror',
  'identifiers.erasmus',
  'qualityAssurance.kind',
  'qualityAssurance.standard',
  'qualityAssurance.otherStandard',
  'qualityAssurance.body',
  'qualityAssurance.url',
  'qualityAssurance.reference',
  'mayAwardEcts',
] as const;
export type InstitutionFields = Record<(typeof institutionNames)[number], string>;

export function readInstitutionForm(req: Request): InstitutionFields {
  return formFields(req, institutionNames);
}

/**
 * What the deeds take. A choice that was not made is left out, so that they say what is missing.
 * @param before identifiers of before: those that the form has no field for stay
 */
export function institutionFromForm(
  fields: InstitutionFields,
  before: readonly LegalIdentifier[] = [],
): InstitutionInput {
  const chosen = <T extends string>(value: string, of: readonly T[]): T =>
    (of.find((known) => known === value) ?? (value || undefined)) as T;
  return {
    legalName: fields.legalName,
    country: fields.country,
    region: fields.region,
    url: fields.url,
    email: fields.email,
    identifiers: [
      ...filledSchemes(fields).map((scheme) => ({ scheme, value: fields[`identifiers.${scheme}`] })),
      ...before.filter((one) => !identifierSchemes.some((scheme) => scheme === one.scheme)),
    ],
    qualityAssurance: {
      kind: chosen(fields['qualityAssurance.kind'], qualityKinds),
      standard: chosen(fields['qualityAssurance.standard'], qualityStandards),
      otherStandard: fields['qualityAssurance.otherStandard'],
      body: fields['qualityAssurance.body'],
      url: fields['qualityAssurance.url'],
      reference: fields['qualityAssurance.reference'],
    },
    mayAwardEcts: fields.mayAwardEcts === 'yes',
  };
}

const filledSchemes = (fields: InstitutionFields) =>
  identifierSchemes.filter((scheme) => fields[`identifiers.${scheme}`] !== '');

/** The form as it stands for an institution that is there already. */
export function formOfInstitution(institution: Institution): InstitutionFields {
  const { qualityAssurance: assurance } = institution;
  const identifier = (scheme: string) =>
    institution.identifiers.find((known) => known.scheme === scheme)?.value ?? '';
  return {
    legalName: institution.legalName,
    country: institution.country,
    region: institution.region ?? '',
    url: institution.url ?? '',
    email: institution.email ?? '',
    'identifiers.vat': identifier('vat'),
    'identifiers.national': identifier('national'),
    'identifiers.deqar': identifier('deqar'),
    'identifiers.ror': identifier('ror'),
    'identifiers.erasmus': identifier('erasmus'),
    'qualityAssurance.kind': assurance.kind,
    'qualityAssurance.standard': assurance.standard,
    'qualityAssurance.otherStandard': assurance.otherStandard ?? '',
    'qualityAssurance.body': assurance.body,
    'qualityAssurance.url': assurance.url ?? '',
    'qualityAssurance.reference': assurance.reference ?? '',
    mayAwardEcts: institution.mayAwardEcts ? 'yes' : '',
  };
}

/** Locals of the partial institution-form. Identifiers come back by their place in the list: they get their names again. */
export function viewInstitutionForm(
  req: Request,
  fields: InstitutionFields,
  faults: Record<string, string> = {},
) {
  const filled = filledSchemes(fields);
  const named = Object.fromEntries(
    Object.entries(faults).map(([path, fault]) => {
      const place = /^identifiers\.(\d+)\./.exec(path)?.[1];
      return [place === undefined ? path : `identifiers.${filled[Number(place)] ?? 'vat'}`, fault];
    }),
  );
  const view = formView(req, {
    words: 'admin:institution',
    names: institutionNames,
    values: fields,
    faults: named,
  });
  const choices = (name: 'kind' | 'standard', values: readonly string[]) =>
    values.map((value) => {
      const chosen = fields[`qualityAssurance.${name}`] === value;
      const words = `admin:institution.qualityAssurance.${name}.choice.${value.replaceAll(' ', '-')}`;
      return { value, text: say(req, words), checked: chosen, selected: chosen };
    });
  return {
    ...view,
    countries: countryOptions(req.language, fields.country),
    kinds: choices('kind', qualityKinds),
    standards: choices('standard', qualityStandards),
    mayAwardEcts: fields.mayAwardEcts === 'yes',
  };
}
