/**
 * The answer of /verify.json: a shape of our own, promised in docs/verify-answer.md. Codes are for programs and stay as they are;
 * sentences are for people, in the language of the request, and may be worded anew.
 */
import type { Request } from 'express';
import { z } from 'zod';
import type { VerificationReason } from '../../../domain/verification/reasons.js';
import {
  checkResults,
  everyCheckName,
  type VerificationReport,
  verificationOutcomes,
  verifiedKinds,
} from '../../../domain/verification/report.js';
import { languages } from '../../middleware/language.js';
import { reportView } from './report-view.js';

const sentence = z.string().min(1);
const given = z.string().optional();

const credential = z.strictObject({
  id: given,
  title: given,
  issuerName: given,
  issuerId: given,
  validFrom: given,
  validUntil: given,
  endorses: given,
  comment: given,
});

export const verifyAnswerShape = z.strictObject({
  outcome: z.enum(verificationOutcomes),
  kind: z.enum(verifiedKinds),
  container: z.enum(['png', 'svg', 'pdf']).optional(),
  linkedAddress: given,
  checkedAt: z.iso.datetime(),
  language: z.enum(languages),
  title: sentence,
  meaning: sentence,
  advice: sentence,
  because: z.array(sentence),
  notes: z.array(sentence),
  believed: z.boolean(),
  credential: credential.optional(),
  endorsements: z
    .array(
      z.strictObject({
        outcome: z.enum(verificationOutcomes),
        aboutThis: z.boolean(),
        credential: credential.optional(),
        state: sentence,
        sentence,
      }),
    )
    .optional(),
  inside: z
    .array(
      z.strictObject({
        outcome: z.enum(verificationOutcomes),
        credential: credential.optional(),
        state: sentence,
        sentence: z.string(),
      }),
    )
    .optional(),
  checks: z.array(
    z.strictObject({
      name: z.enum(everyCheckName),
      result: z.enum(checkResults),
      reason: z.custom<VerificationReason>((code) => typeof code === 'string'),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      title: sentence,
      sentence,
    }),
  ),
});

type VerifyAnswer = z.infer<typeof verifyAnswerShape>;

export function verifyAnswer(req: Request, report: VerificationReport): VerifyAnswer {
  const { outcome, kind, container, linkedAddress, credential, endorsements, inside, checkedAt } = report;
  const view = reportView(req, report);
  return {
    outcome,
    kind,
    container,
    linkedAddress,
    checkedAt: checkedAt.toISOString(),
    language: req.language,
    title: view.title,
    meaning: view.meaning,
    advice: view.advice,
    because: view.because,
    notes: [view.personNote?.text, ...view.notes, credential && view.factsNote].filter(
      (note) => note !== undefined,
    ),
    believed: view.believed,
    credential,
    endorsements: endorsements?.map(({ outcome, aboutThis, credential }, place) => ({
      outcome,
      aboutThis,
      credential,
      state: view.endorsements[place]?.state ?? '',
      sentence: view.endorsements[place]?.hint ?? '',
    })),
    inside: inside?.map(({ outcome, credential }, place) => ({
      outcome,
      credential,
      state: view.inside[place]?.state ?? '',
      sentence: view.inside[place]?.hint ?? '',
    })),
    checks: report.checks.map((check, place) => ({
      ...check,
      title: view.checks[place]?.title ?? '',
      sentence: view.checks[place]?.hint ?? '',
    })),
  };
}
