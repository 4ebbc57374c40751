/** The reason that a teacher gives for a decision about a learner: it is kept with the decision, and the learner may read it. */
import { cleanParagraphs } from '../../shared/clean-text.js';
import { formProblem } from '../../shared/field-faults.js';

/** Characters. */
const longestReason = 1000;

/** The text, cleaned. @throws Problem request-invalid (facts.fields.reason) unless it has 1 to 1000 characters */
export function reasonGiven(text: string): string {
  const reason = cleanParagraphs(text);
  if (reason === '') throw formProblem({ reason: 'required' });
  if (reason.length > longestReason) throw formProblem({ reason: 'too-long' });
  return reason;
}
