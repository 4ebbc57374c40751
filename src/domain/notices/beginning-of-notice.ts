/** How a notice begins: due, or over where the LMS tells no address to write to. */
import { cleanLine } from '../../shared/clean-text.js';
import type { Notice } from './notice.js';

/** Characters of a name: a line of a message holds a thousand bytes. https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const longestName = 200;

/** What mail programs take; whatever else the LMS tells is no address. https://html.spec.whatwg.org/#valid-e-mail-address */
const address =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

/** True for an address that mail programs take. */
export const canBeWrittenTo = (email: string | undefined): email is string =>
  email !== undefined && address.test(email);

/** Without an address it ends as it begins: the teacher's list says so. */
export function beginningOf(
  { name, email }: { name?: string; email?: string },
  now: Date,
): Pick<Notice, 'state' | 'to' | 'endedAt' | 'dueAt' | 'tries' | 'createdAt'> {
  const times = { dueAt: now, tries: 0, createdAt: now };
  if (!canBeWrittenTo(email)) return { ...times, state: 'no-address', endedAt: now };
  return {
    ...times,
    state: 'due',
    to: { address: email, name: name && cleanLine(name).slice(0, longestName) },
  };
}
