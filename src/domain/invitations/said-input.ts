/** What the invited person types, cleaned: who speaks for which organisation, and what it says. */
import { z } from 'zod';
import { absoluteUrl } from '../../shared/absolute-url.js';
import { cleanLine, cleanParagraphs } from '../../shared/clean-text.js';
import { type FieldFaults, fieldFaults, formProblem } from '../../shared/field-faults.js';
import type { LanguageMap } from '../../shared/language-map.js';
import type { Organisation, Speaker } from '../endorsements/endorsement.js';
import { countryInput } from '../institutions/countries.js';

/** Characters of one text. */
const longestStatement = 2000;

/** Characters that turn the direction of what stands around them. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
export const withoutTurning = (text: string): string => text.replace(turning, '');
const oneLine = (text: string): string => cleanLine(withoutTurning(text));

const line = (longest: number) => z.string().overwrite(oneLine).min(1).max(longest);

const webAddress = z
  .string()
  .overwrite(oneLine)
  .min(1)
  .max(500)
  .refine(isWebAddress, { message: 'not-an-address' });

const speakerInput = z.object({
  organisation: line(200),
  url: webAddress,
  country: countryInput,
  name: line(200),
  role: line(200),
  email: z.string().overwrite(oneLine).min(1).max(254).pipe(z.email()),
  /** They may speak for the organisation. */
  maySpeak: z.literal(true, { message: 'required' }),
});

export type SpeakerForm = Record<'organisation' | 'url' | 'country' | 'name' | 'role' | 'email', string> & {
  maySpeak: boolean;
};

export type SaidBy = { organisation: Organisation; speaker: Speaker };

/** @throws Problem request-invalid (facts.fields: of the form, and `statement.<first language>`) */
export function readSaid(
  form: SpeakerForm,
  texts: Record<string, string>,
): SaidBy & { statement: LanguageMap } {
  const { faults, by } = readSpeaker(form);
  const statement = Object.fromEntries(
    Object.entries(texts)
      .map(([tag, text]) => [tag, cleanParagraphs(withoutTurning(text))] as const)
      .filter(([, text]) => text !== ''),
  );
  for (const [tag, text] of Object.entries(statement))
    if (text.length > longestStatement) faults[`statement.${tag}`] = 'too-long';
  const [first = 'en'] = Object.keys(texts);
  if (Object.keys(statement).length === 0) faults[`statement.${first}`] = 'required';
  if (!by || Object.keys(faults).length > 0) throw formProblem(faults);
  return { ...by, statement };
}

/** Who hands in what is signed already. @throws Problem request-invalid (facts.fields) */
export function readSaidBy(form: SpeakerForm): SaidBy {
  const { faults, by } = readSpeaker(form);
  if (!by) throw formProblem(faults);
  return by;
}

function readSpeaker(form: SpeakerForm): { faults: FieldFaults; by?: SaidBy } {
  const parsed = speakerInput.safeParse(form, { reportInput: true });
  if (!parsed.success) return { faults: fieldFaults(parsed.error) };
  const { organisation, url, country, name, role, email } = parsed.data;
  return {
    faults: {},
    by: { organisation: { name: organisation, url, country }, speaker: { name, role, email } },
  };
}

function isWebAddress(text: string): boolean {
  const url = absoluteUrl(text);
  return /^https?:\/\//i.test(text) && url !== undefined && url.username === '' && url.password === '';
}
