/**
 * Whose seal is it, and is that the issuer? Europass writes the owner of the seal into the credential as its issuer, name and
 * number alike. What a certificate says is shown and compared, never believed: that needs the Union's trusted lists.
 */
import { isJsonObject, type JsonObject } from '../../../documents/json/json-value.js';
import { namesIssuer } from '../../../documents/seals/names-issuer.js';
import type { JudgedSeal } from '../../../documents/seals/verify-seal.js';
import { failed, notChecked } from '../checks.js';
import type { Check } from '../report.js';
import { shownMaker, shownOwner } from '../shown-owner.js';

/** The checks key-belongs-to-issuer and issuer-identified; neither is ever passed. @param signature what became of the seals themselves */
export function checkSealOwner(
  { issuer }: JsonObject,
  seals: readonly JudgedSeal[],
  signature: Check,
): Check[] {
  const unproven = notChecked('issuer-identified', 'issuer-not-proven');
  const owners = seals.flatMap(({ owner }) => (owner ? [owner] : []));
  const [first] = owners;
  const name = 'key-belongs-to-issuer';
  if (!first) return [notChecked(name, 'key-missing'), unproven];
  if (seals.some(({ isChain }) => isChain === false)) return [failed(name, 'seal-chain-broken'), unproven];
  if (!isJsonObject(issuer)) return [failed(name, 'issuer-missing'), unproven];

  const answers = owners.map((owner) => ({ owner, answer: namesIssuer(owner, issuer) }));
  // others may have sealed it beside the issuer
  const told =
    answers.find(({ answer }) => answer === 'same') ?? answers.find(({ answer }) => answer === 'untold');
  const owner = told?.owner ?? first;
  const details = shownOwner(owner);
  if (!told) return [failed(name, 'seal-of-another', details), unproven];
  const key = notChecked(name, told.answer === 'same' ? 'seal-names-issuer' : 'seal-issuer-untold', details);
  if (signature.result !== 'passed') return [key, unproven];
  return [
    key,
    notChecked(
      'issuer-identified',
      owner.isSelfMade ? 'seal-self-made' : 'seal-trust-not-looked-at',
      owner.isSelfMade ? undefined : shownMaker(owner),
    ),
  ];
}
