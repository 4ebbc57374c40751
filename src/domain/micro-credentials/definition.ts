/**
 * The definition of a micro-credential: the European standard elements of Council Recommendation 2022/C 243/02, Annex I.
 * A draft may lack anything (shapes only are checked); a version is complete and frozen. What is missing: missing-elements.ts.
 */
import { z } from 'zod';
import { cleanLine, cleanParagraphs } from '../../shared/clean-text.js';
import { languageMap } from '../../shared/language-map.js';
import { qualityAssurance } from '../institutions/quality-assurance.js';
import { awardRule } from './award-rule.js';
import { assessmentTypeCodes, cycleCodes, participationCodes, supervisionCodes } from './vocabularies.js';

const longestLine = 300;
const longestText = 5000;
const line = z.string().overwrite(cleanLine).max(longestLine);
const text = z.string().overwrite(cleanParagraphs).max(longestText);
const inLanguages = (clean: (text: string) => string, longest: number) =>
  languageMap
    .overwrite((map) => Object.fromEntries(Object.entries(map).map(([tag, text]) => [tag, clean(text)])))
    .refine((map) => Object.values(map).every((text) => text.length <= longest), { message: 'too-long' })
    .refine((map) => Object.keys(map).length <= 30, { message: 'too-many' });
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Alignment of an outcome to a published framework (ESCO skill, CASE item, LMS competency). */
export const outcomeAlignment = z.object({
  framework: line,
  name: line,
  code: line.optional(),
  url: z.url({ protocol: /^https?$/ }),
});

/** M6: what the learner knows, understands and can do, with the assessment that proves it. */
export const learningOutcome = z.object({
  id,
  text: inLanguages(cleanLine, 1000),
  code: line.optional(),
  alignment: outcomeAlignment.optional(),
  /** The assessment that proves it; '' while not chosen. */
  assessmentId: z.string().max(40),
  /** What proves it; absent: the rule for the whole does. */
  provenBy: awardRule.optional(),
});

/** M9 and O2: one assessment, its ELM type, its transparent criterion. */
export const assessment = z.object({
  id,
  name: line,
  type: z.enum(assessmentTypeCodes).optional(),
  criterion: text,
  supervision: z.enum(supervisionCodes).optional(),
});

/** M7: ECTS wherever possible, otherwise hours; both may be told. ECTS is exact decimal text ("0.5"), never a float. */
export const workload = z.object({
  ects: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/)
    .optional(),
  hours: z.number().min(0).max(100_000).optional(),
});

/** M8: EQF 1-8, or declared not applicable with the reason. */
export const level = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('eqf'),
    eqf: z.number().int().min(1).max(8),
    nqf: line.optional(),
    cycle: z.enum(cycleCodes).optional(),
  }),
  z.object({ kind: z.literal('not-applicable'), reason: line }),
]);

/** O4 */
export const stackabilityKinds = ['stand-alone', 'integrated', 'stackable'] as const;
export const stackability = z.object({
  kind: z.enum(stackabilityKinds),
  /** The larger credential, where it is named. */
  towards: line.optional(),
});

/** M4: bodies that award together with the institution. In a draft, name and country may be '' while not told. */
export const furtherAwardingBody = z.object({
  legalName: line,
  country: z.string().regex(/^([A-Z]{2})?$/),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** Field of study, ISCED-F 2013 code. */
export const fieldOfStudy = z.object({ code: z.string().regex(/^\d{2,4}$/), name: line });

export const mostOutcomes = 60;
export const mostFurtherBodies = 20;

export const draftDefinition = z.object({
  /** Language the teacher writes in, BCP 47. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  title: inLanguages(cleanLine, longestLine),
  description: inLanguages(cleanParagraphs, longestText),
  furtherAwardingBodies: z.array(furtherAwardingBody).max(mostFurtherBodies),
  outcomes: z.array(learningOutcome).max(mostOutcomes),
  assessments: z.array(assessment).max(30),
  workload,
  level: level.optional(),
  participation: z.enum(participationCodes).optional(),
  qualityAssurance: qualityAssurance.partial().optional(),
  prerequisites: text.optional(),
  stackability: stackability.optional(),
  furtherInformation: z
    .object({ text: text.optional(), url: z.url({ protocol: /^https?$/ }).optional() })
    .optional(),
  fieldOfStudy: fieldOfStudy.optional(),
  /** O3: true when the learner may choose at claim that the grade is carried. */
  gradeMayBeCarried: z.boolean(),
  /** Months until an award expires; absent: never. */
  validMonths: z.number().int().min(1).max(1200).optional(),
  /** The rule for the whole, beside those of outcomes or in their place; all together: rule-of.ts. */
  rule: awardRule.optional(),
});
export type DraftDefinition = z.infer<typeof draftDefinition>;

/** A complete definition: what missing-elements.ts finds nothing missing in. Frozen at publishing. */
export type Definition = DraftDefinition & {
  level: NonNullable<DraftDefinition['level']>;
  participation: NonNullable<DraftDefinition['participation']>;
  qualityAssurance: z.infer<typeof qualityAssurance>;
};

export type LearningOutcome = z.infer<typeof learningOutcome>;
export type Assessment = z.infer<typeof assessment>;
