/** What a teacher records of a jury's decision on a portfolio, as a form sends it. */
import { z } from 'zod';
import { cleanLine, cleanParagraphs } from '../../shared/clean-text.js';
import { fieldFaults, formProblem, type FieldFaults } from '../../shared/field-faults.js';
import { absoluteUrl } from '../../shared/absolute-url.js';

const paragraphs = (most: number) => z.string().transform(cleanParagraphs).pipe(z.string().min(1).max(most));
const name = z.string().transform(cleanLine).pipe(z.string().min(1).max(200));

const mostAttachments = 20;
const longestAddress = 2000;

/** One address a line. */
const attachments = z
  .string()
  .transform((text) => cleanParagraphs(text).split(/\s+/).filter(Boolean))
  .pipe(
    z
      .array(
        z
          .string()
          .max(longestAddress)
          // without its slashes a browser takes it for an address of ours
          .refine((text) => /^https:\/\//i.test(text) && absoluteUrl(text) !== undefined, {
            message: 'https-required',
          }),
      )
      .max(mostAttachments),
  );

const juryInput = z.object({
  state: z.enum(['proven', 'not-proven']),
  portfolio: paragraphs(4000),
  attachments,
  examinerOne: name,
  examinerTwo: name,
  mayBeNamed: z.boolean(),
  decidedOn: z.string().pipe(z.string().min(1)).pipe(z.iso.date()),
  reasons: paragraphs(1000),
});
export type JuryInput = z.input<typeof juryInput>;

/**
 * @param today YYYY-MM-DD: no decision is of a later day
 * @throws Problem request-invalid (facts.fields: state, portfolio, attachments, examinerOne, examinerTwo, decidedOn, reasons)
 */
export function readJuryInput(input: JuryInput, today: string): z.output<typeof juryInput> {
  const parsed = juryInput.safeParse(input, { reportInput: true });
  const faults: FieldFaults = {
    ...(plain(input.examinerOne) === plain(input.examinerTwo) && { examinerTwo: 'repeated' }),
    ...(input.decidedOn > today && { decidedOn: 'out-of-range' }),
    ...(parsed.error && ofForm(fieldFaults(parsed.error))),
  };
  if (!parsed.success || Object.keys(faults).length > 0) throw formProblem(faults);
  return parsed.data;
}

/** Without what nobody sees: characters that only format, other widths, several spaces. */
const plain = (text: string): string =>
  cleanLine(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Which of several addresses is wrong stands in one field of the form. */
function ofForm(faults: FieldFaults): FieldFaults {
  return Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field.replace(/\..*$/, ''), fault]),
  );
}
