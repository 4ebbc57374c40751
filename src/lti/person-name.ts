/** The name of a person as LMSs tell it in launches and rosters: whole, in parts, or not at all (privacy). */
import { cleanLine } from '../shared/clean-text.js';

/** Undefined when the LMS tells no name. */
export function personName(told: {
  name?: string;
  given_name?: string;
  family_name?: string;
}): string | undefined {
  const whole = cleanLine(told.name ?? '');
  const parts = [told.given_name, told.family_name].filter(Boolean).join(' ');
  return whole || cleanLine(parts) || undefined;
}
