/**
 * All checks of a sealed European Digital Credential that can be made without the Union's trusted lists. Those alone tell whose
 * seal it is: anybody can make a certificate with any name. So the outcome is never better than unconfirmed.
 * https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/
 */
import { checkDates } from '../../../documents/read/check-dates.js';
import type { SealedElmReading } from '../../../documents/read/reading.js';
import { readSeals } from '../../../documents/seals/read-seals.js';
import { type JudgedSeal, verifySeal } from '../../../documents/seals/verify-seal.js';
import { notChecked } from '../checks.js';
import type { Check, CredentialFacts } from '../report.js';
import { checkElmContexts } from './check-elm-contexts.js';
import { checkElmRecipient } from './check-elm-recipient.js';
import { checkSealOwner } from './check-seal-owner.js';
import { checkSeals } from './check-seals.js';
import { factsOfElm } from './facts-of-elm.js';
import { ownSealedStatus, type OwnSealedDeps } from './own-sealed-status.js';

export async function verifySealedElm(
  deps: OwnSealedDeps,
  input: { reading: SealedElmReading; email?: string; now: Date },
): Promise<{ checks: Check[]; facts: CredentialFacts }> {
  const { reading, email, now } = input;
  const { credential, payload } = reading;
  const read = readSeals(reading.signatures);
  const seals: JudgedSeal[] = 'fault' in read ? [] : read.seals.map((seal) => verifySeal(seal, payload, now));
  const signature = checkSeals('fault' in read ? read.fault : seals);
  return {
    checks: [
      notChecked('schema', 'elm-form-not-looked-at'),
      checkElmContexts(credential),
      signature,
      ...checkSealOwner(credential, seals, signature),
      checkDates(reading, now),
      // it has no place for a list of withdrawn ones that verifiers of badges know
      (await ownSealedStatus(deps, reading)) ??
        notChecked(
          'status',
          credential['credentialStatus'] === undefined ? 'status-none' : 'status-kind-unknown',
        ),
      checkElmRecipient(credential, email),
      notChecked('european-elements', 'elm-elements-not-looked-at'),
    ],
    facts: factsOfElm(credential),
  };
}
