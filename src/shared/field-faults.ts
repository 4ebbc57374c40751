/** What is wrong with each field of a form, in codes that the pages have words for; `Problem request-invalid` carries it as facts.fields. */
import type { z } from 'zod';
import { Problem } from './problem.js';

export type FieldFault =
  | 'required' // nothing was given
  | 'too-long'
  | 'too-short'
  | 'too-many'
  | 'out-of-range'
  | 'not-an-address' // not an absolute http(s) address
  | 'https-required'
  | 'not-an-email'
  | 'unknown-choice'
  | 'unknown-country'
  | 'repeated'
  | 'not-entitled'
  | 'taught-here' // the person teaches or taught in this course
  | 'not-in-course' // the person is no learner of this course
  | 'mistyped' // check digits do not fit the rest
  | 'changed-since' // another version was published since the form was shown
  | 'claimed-since' // the award was claimed since the form was shown
  | 'refused' // the LMS, or the service that is asked, does not take it
  | 'refused-kept' // the same, and what was kept before stays
  | 'untried-kept' // the LMS could not be asked, and what was kept before stays
  | 'refused-without' // it is missing, and without it the service refuses
  | 'refused-to-sign' // a seal that lets itself be opened
  | 'refused-to-stamp' // the service that says it makes time stamps
  | 'no-answer' // the service that is asked
  | 'not-understood' // what the service answered is something else
  | 'needs-person' // a seal that somebody must agree to each time
  | 'disabled' // the same service says that it may not be used
  | 'no-method' // it signs in no way that is known here
  | 'no-organisation' // a certificate that names no organisation in full
  | 'out-of-date' // a certificate that has ended, or not begun
  | 'invalid';

/** Field path with dots ('qualityAssurance.body', 'outcomes.0.text') -> code. */
export type FieldFaults = Record<string, FieldFault>;

const known: readonly string[] = [
  'required',
  'too-long',
  'too-many',
  'https-required',
  'not-an-address',
  'not-an-email',
  'unknown-country',
  'repeated',
  'mistyped',
  'invalid',
];

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  if (known.includes(issue.message)) return issue.message as FieldFault;
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'invalid';
  if (issue.code === 'invalid_value') return 'unknown-choice';
  if (issue.code === 'invalid_format') {
    return issue.format === 'url' ? 'not-an-address' : issue.format === 'email' ? 'not-an-email' : 'invalid';
  }
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return 'invalid';
  if (issue.origin !== 'string' && issue.origin !== 'array') return 'out-of-range';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-many';
  return Number(issue.minimum) <= 1 ? 'required' : 'too-short';
}

/** First fault of each field of a failed parse. A check's message may be one of the codes above. */
export function fieldFaults(error: z.ZodError): FieldFaults {
  const faults: FieldFaults = {};
  for (const issue of error.issues) faults[issue.path.map(String).join('.')] ??= faultOf(issue);
  return faults;
}

/** The Problem for a form with these faults. */
export function formProblem(fields: FieldFaults): Problem {
  return new Problem('request-invalid', { detail: Object.keys(fields).join(', '), facts: { fields } });
}
