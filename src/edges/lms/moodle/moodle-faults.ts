/**
 * The errors of Moodle's web services: they come with status 200 and a name. Their messages stay there, since they may quote data.
 * Recorded on Moodle 4.5; https://moodledev.io/docs/4.5/apis/subsystems/external
 */
import { z } from 'zod';
import type { Problem, ProblemCode } from '../../../shared/problem.js';
import { lmsTrouble, type AskedOf } from '../lms-trouble.js';

const fault = z.object({
  exception: z.string(),
  errorcode: z.string().catch(''),
  message: z.string().catch(''),
});
export type MoodleFault = z.infer<typeof fault>;

/** Undefined when the answer is none. */
export const faultIn = (json: unknown): MoodleFault | undefined => fault.safeParse(json).data;

/** The name of the error about somebody whom Moodle does not know (any more). */
export const unknownPerson = 'invaliduser';

/** A map: an object has names of its own, which an LMS may send. */
const codes = new Map<string, ProblemCode>([
  ['invalidtoken', 'lms-token-refused'],
  ['invalidtimedtoken', 'lms-token-refused'],
  ['accessexception', 'lms-function-missing'],
  ['servicenotavailable', 'lms-function-missing'],
  ['nopermissions', 'lms-capability-missing'],
  ['nopermissiontoviewgrades', 'lms-capability-missing'],
  ['requireloginerror', 'lms-capability-missing'],
  ['sitemaintenance', 'lms-error'],
]);

/** Facts: {lms, function, errorcode}. */
export function problemOfFault({ errorcode, message }: MoodleFault, asked: AskedOf): Problem {
  // a name of Moodle's and nothing else may go into the log
  const known = /^[\w/:-]{1,60}$/.test(errorcode) ? errorcode : 'unnamed';
  return lmsTrouble(asked, codeOf(known, message), known, { errorcode: known });
}

function codeOf(errorcode: string, message: string): ProblemCode {
  if (errorcode.startsWith('wsaccessuser')) return 'lms-token-refused';
  // the same error as for a course that does not exist; the table's name is not translated
  if (errorcode === 'invalidrecord' && message.includes('external_functions')) return 'lms-function-missing';
  return codes.get(errorcode) ?? 'lms-refused';
}
