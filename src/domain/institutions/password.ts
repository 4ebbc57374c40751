/** The administrator's password: length is what counts (NIST SP 800-63B, 5.1.1). Hashing is PasswordHasher's. */
import type { FieldFault } from '../../shared/field-faults.js';

export const passwordLength = { least: 12, most: 256 };

/** The same password typed on another keyboard or system has the same bytes. */
export const normalisedPassword = (password: string): string => password.normalize('NFKC');

/** What is wrong with a new password; undefined when nothing is. */
export function passwordFault(password: string): FieldFault | undefined {
  const length = [...normalisedPassword(password)].length;
  if (length === 0) return 'required';
  if (length < passwordLength.least) return 'too-short';
  return length > passwordLength.most ? 'too-long' : undefined;
}
