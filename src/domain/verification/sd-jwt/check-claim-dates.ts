/** Is it valid now? https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 (exp, nbf, iat) */
import type { JsonObject, JsonValue } from '../../../documents/json/json-value.js';
import { utcSeconds } from '../../../documents/json/utc-seconds.js';
import { failed, passed } from '../checks.js';
import type { Check } from '../report.js';

/** Clocks of servers differ: it may have been made some minutes from now (ms). */
export const clockDifference = 5 * 60_000;

export function checkClaimDates({ nbf, iat, exp }: JsonObject, now: Date): Check {
  const name = 'dates';
  const [from, made, until] = [nbf, iat, exp].map(momentOf);
  const isMalformed = [nbf, iat, exp].some((claim) => claim !== undefined && !momentOf(claim));
  if (isMalformed) return failed(name, 'date-malformed');
  const at = now.getTime();
  if (from && from.getTime() > at) return failed(name, 'not-yet-valid', { validFrom: utcSeconds(from) });
  if (made && made.getTime() > at + clockDifference)
    return failed(name, 'not-yet-valid', { validFrom: utcSeconds(made) });
  if (until && until.getTime() <= at) return failed(name, 'expired', { validUntil: utcSeconds(until) });
  const begins = from ?? made;
  return passed(name, until ? 'valid-now' : 'valid-for-ever', begins && { validFrom: utcSeconds(begins) });
}

/** Seconds since 1970, perhaps with a fraction; undefined for what is no moment that a calendar of four digits has. */
export function momentOf(claim: JsonValue | undefined): Date | undefined {
  const isMoment = typeof claim === 'number' && claim >= 0 && claim < 253_402_300_800;
  return isMoment ? new Date(claim * 1000) : undefined;
}
