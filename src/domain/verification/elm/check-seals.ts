/** Is what was sealed unchanged? Every seal must be right, as Europass demands: who adds a wrong one changes the file. */
import type { SealsFault } from '../../../documents/seals/read-seals.js';
import type { JudgedSeal, SealFault } from '../../../documents/seals/verify-seal.js';
import { utcSeconds } from '../../../documents/json/utc-seconds.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';
import { shownText } from '../shown-text.js';

type Fault = SealsFault | SealFault;

/** These tell of what is not known here, or not looked at, rather than of a fault. */
const unknown: readonly Fault[] = ['too-complex', 'seal-demand-unknown', 'key-missing', 'key-unusable'];

/** @param seals at least one, or why there are none */
export function checkSeals(seals: SealsFault | readonly JudgedSeal[]): Check {
  const name = 'signature';
  if (typeof seals === 'string') return faulty(seals);
  const faults = seals.filter(({ fault }) => fault !== undefined);
  // the worst tells
  const worst =
    faults.find(({ fault }) => fault === 'signature-wrong') ??
    faults.find(({ fault }) => fault && !unknown.includes(fault)) ??
    faults[0];
  if (worst?.fault !== undefined) return faulty(worst.fault, shownText(worst.member));
  const [first] = seals;
  return passed(name, 'signature-right', {
    algorithm: first?.algorithm ?? '',
    ...(first?.signedAt && { sealedAt: utcSeconds(first.signedAt) }),
    ...(seals.length > 1 && { seals: seals.length }),
  });
}

function faulty(fault: Fault, member?: string): Check {
  const make = unknown.includes(fault) ? notChecked : failed;
  return make('signature', fault, member === undefined ? undefined : { member });
}
