/** Is it valid now? https://www.w3.org/TR/vc-data-model-2.0/#validity-period (and issuanceDate, expirationDate of version 1.1) */
import { isJsonObject, listOf, stringOf } from '../json/json-value.js';
import { type Check, failed, passed } from './check.js';
import type { CredentialReading } from './reading.js';

export function checkDates({ credential }: Pick<CredentialReading, 'credential'>, now: Date): Check {
  const from = stringOf(credential['validFrom'] ?? credential['issuanceDate']);
  const until = stringOf(credential['validUntil'] ?? credential['expirationDate']);
  if (from === undefined) return failed('dates', 'date-missing');
  const [begins, ends] = [Date.parse(from), until === undefined ? Infinity : Date.parse(until)];
  if (Number.isNaN(begins) || Number.isNaN(ends)) return failed('dates', 'date-malformed');
  if (begins > now.getTime()) return failed('dates', 'not-yet-valid', { validFrom: from });
  if (ends <= now.getTime()) return failed('dates', 'expired', { validUntil: until ?? '' });
  // a signature may end before what it signs
  const signedUntil = listOf(credential['proof'])
    .filter(isJsonObject)
    .flatMap(({ expires }) => (typeof expires === 'string' ? [expires] : []));
  const over = signedUntil.find((end) => !(Date.parse(end) > now.getTime()));
  if (over !== undefined) return failed('dates', 'proof-expired', { validUntil: over });
  return passed('dates', until === undefined ? 'valid-for-ever' : 'valid-now', { validFrom: from });
}
