/** Why an award does not count, as machines are told that know no other word than revoked. */
import { addresses } from '../../documents/addresses.js';

export function revocationReasonOf(
  base: string,
  { reason = '', supersededBy, suspended }: { reason?: string; supersededBy?: string; suspended?: boolean },
): string {
  if (suspended) return `Suspended until further notice: ${reason}`;
  return supersededBy === undefined
    ? reason
    : `Superseded by ${addresses(base).award(supersededBy)}: ${reason}`;
}
