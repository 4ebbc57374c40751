/** Why an award is revoked, as machines are told: where another one took its place, with its address first. */
import { addresses } from '../../documents/addresses.js';

export function revocationReasonOf(
  base: string,
  { reason, supersededBy }: { reason?: string; supersededBy?: string },
): string {
  if (supersededBy === undefined) return reason ?? '';
  return `Superseded by ${addresses(base).award(supersededBy)}: ${reason ?? ''}`;
}
