/** What an administrator says of an awarding body. Council Recommendation 2022/C 243/02, Annex I: awarding body, country, quality assurance. */
import { z } from 'zod';
import { fieldFaults, formProblem } from '../../shared/field-faults.js';
import { countryInput } from './countries.js';
import { readIdentifier } from './identifier-rules.js';
import type { LegalIdentifier } from './institution.js';
import { qualityAssurance } from './quality-assurance.js';

/** A form sends '' for a field left empty. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );

const line = (max: number) => z.string().trim().min(1).max(max);
const address = z.url({ protocol: /^https?$/ }).max(2000);

const legalIdentifier = z.object({
  scheme: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
  value: line(100),
});

const institutionInput = z.object({
  legalName: line(300),
  country: countryInput,
  region: optional(line(200)),
  url: optional(address),
  email: optional(z.email().max(254)),
  identifiers: z.array(legalIdentifier).max(20).default([]),
  qualityAssurance: qualityAssurance
    .extend({
      body: line(300),
      otherStandard: optional(line(300)),
      url: optional(address),
      reference: optional(line(300)),
    })
    .refine((assurance) => assurance.standard !== 'other' || assurance.otherStandard, {
      path: ['otherStandard'],
      message: 'required',
    }),
  /** Only a body entitled to award ECTS may offer them. */
  mayAwardEcts: z.boolean(),
});
export type InstitutionInput = z.input<typeof institutionInput>;

/**
 * @param kept identifiers that are there already: those of before there were rules for them may stay
 */
export function parseInstitution(input: unknown, kept: readonly LegalIdentifier[] = []) {
  const country = z.object({ country: countryInput }).safeParse(input).data?.country ?? '';
  const checked = legalIdentifier.transform((identifier, context) => {
    const { scheme, value } = identifier;
    if (kept.some((one) => one.scheme === scheme && one.value === value)) return identifier;
    const read = readIdentifier(identifier, country);
    if ('value' in read) return { scheme, value: read.value };
    context.addIssue({ code: 'custom', message: read.fault, path: ['value'] });
    return z.NEVER;
  });
  return institutionInput
    .extend({ identifiers: z.array(checked).max(20).default([]) })
    .safeParse(input, { reportInput: true });
}

/** @throws Problem request-invalid (facts.fields) */
export function readInstitution(
  input: unknown,
  kept: readonly LegalIdentifier[] = [],
): z.output<typeof institutionInput> {
  const parsed = parseInstitution(input, kept);
  if (!parsed.success) throw formProblem(fieldFaults(parsed.error));
  return parsed.data;
}
