/**
 * An Open Badges 2.0 Endorsement: somebody's statement about a badge class, an issuer or an award. It stands at its id on its issuer's own
 * server, or is signed with its issuer's key. What it speaks of is told, and has to be verified by itself.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Endorsement
 */
import { isJsonObject, type JsonObject, without } from '../../../documents/json/json-value.js';
import type { CompactJws } from '../../../documents/proofs/compact-jws.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Lookup } from '../lookup.js';
import type { OwnBases } from '../own-bases.js';
import type { Check, CredentialFacts } from '../report.js';
import { shownText } from '../shown-text.js';
import type { Checked2 } from './checked.js';
import { checkContexts2 } from './check-contexts-2.js';
import { checkScope } from './check-scope.js';
import { checkDates2, checkRecipient2, factsOf2, revoked } from './common-checks.js';
import { documentAt, withoutIssuer } from './find-issuer.js';
import { findKeys2, type FoundKeys } from './find-key-2.js';
import { firstDifference, idOf } from './first-difference.js';
import { differs, hostedAt, isWebAddress, notHostedHere } from './hosted-document.js';
import { checkShape, endorsementShape, issuerShape } from './shapes.js';
import { checkJws, checkRevocation, creatorOf } from './signed-document.js';

export interface VerifyEndorsement2 {
  endorsement: JsonObject;
  /** Where it is signed. */
  jws?: CompactJws;
  email?: string;
  now: Date;
}

export async function verifyEndorsement2(
  bases: OwnBases,
  lookup: Lookup,
  { jws, ...asked }: VerifyEndorsement2,
): Promise<Checked2> {
  return jws
    ? verifySignedEndorsement(bases, lookup, { ...asked, jws })
    : verifyHostedEndorsement(bases, lookup, asked);
}

type Asked = Omit<VerifyEndorsement2, 'jws'>;

async function verifyHostedEndorsement(bases: OwnBases, lookup: Lookup, asked: Asked): Promise<Checked2> {
  const { endorsement } = asked;
  const id = idOf(endorsement);
  if (!isWebAddress(id)) {
    return {
      checks: [failed('schema', 'shape-wrong', { path: 'id' })],
      facts: factsOf(endorsement, undefined),
    };
  }
  const { hosted, isRevoked, missing } = await hostedAt(lookup, id);
  if (isRevoked) return revokedForm(lookup, { id, endorsement, hosted });
  if (!hosted) {
    const checks = [
      checkShape([{ shape: endorsementShape, object: endorsement, at: '' }]),
      checkContexts2([{ object: endorsement, at: '' }]),
      missing,
      ...notHostedHere(bases, endorsement, endorsement['issuer']),
      ...ofAnyEndorsement(endorsement, asked),
    ];
    return { checks, facts: factsOf(endorsement, undefined) };
  }
  const { object: issuer, trouble } = await documentAt(lookup, idOf(hosted['issuer']));
  const owner = issuer ? checkScope(issuer, [id]) : withoutIssuer(bases, trouble);
  return {
    checks: [
      shapeOf(hosted, issuer),
      checkContexts2([
        { object: hosted, at: '' },
        { object: endorsement, at: '', isCopy: true },
        { object: issuer, at: 'issuer' },
      ]),
      comparison(endorsement, hosted),
      owner,
      passed('status', 'hosted-not-revoked'),
      ...ofAnyEndorsement(hosted, asked),
    ],
    facts: factsOf(hosted, issuer),
    issuer,
    owner,
  };
}

async function verifySignedEndorsement(
  bases: OwnBases,
  lookup: Lookup,
  { jws, ...asked }: Asked & { jws: CompactJws },
): Promise<Checked2> {
  const { endorsement } = asked;
  const { object: issuer, trouble } = await documentAt(lookup, idOf(endorsement['issuer']));
  const { keys, owner, documents }: FoundKeys = issuer
    ? await findKeys2(lookup, issuer, creatorOf(endorsement))
    : { keys: [], documents: [], owner: withoutIssuer(bases, trouble) };
  return {
    checks: [
      shapeOf(endorsement, issuer),
      checkContexts2([
        { object: endorsement, at: '' },
        { object: issuer, at: 'issuer' },
        ...documents.map((object) => ({ object, at: 'verification.creator' })),
      ]),
      await checkJws(jws, keys),
      owner,
      await checkRevocation(lookup, endorsement, issuer),
      ...ofAnyEndorsement(endorsement, asked),
    ],
    facts: factsOf(endorsement, issuer),
    issuer,
    owner,
  };
}

const shapeOf = (endorsement: JsonObject, issuer: JsonObject | undefined): Check =>
  checkShape([
    { shape: endorsementShape, object: endorsement, at: '' },
    { shape: issuerShape, object: issuer, at: 'issuer' },
  ]);

/** It belongs to nobody, and is no award. */
const ofAnyEndorsement = (endorsement: JsonObject, { email, now }: Pick<Asked, 'email' | 'now'>): Check[] => [
  checkDates2(endorsement, now),
  checkRecipient2({}, email),
  notChecked('european-elements', 'european-elements-of-no-award'),
];

/** Of what is gone nothing is believed that the copy says: who hosted it is told where the issuer's server lies there too. */
async function revokedForm(
  lookup: Lookup,
  { id, endorsement, hosted }: { id: string; endorsement: JsonObject; hosted?: JsonObject },
): Promise<Checked2> {
  const { object: issuer } = await documentAt(lookup, idOf(endorsement['issuer']));
  const isAtHome = issuer !== undefined && checkScope(issuer, [id]).result === 'passed';
  return {
    checks: [
      passed('schema', 'open-badge-2-revoked-form'),
      revoked(hosted?.['revocationReason']),
      notChecked('european-elements', 'european-elements-of-no-award'),
    ],
    facts: factsOf2({ id }, undefined, isAtHome ? issuer : undefined),
  };
}

function comparison(given: JsonObject, hosted: JsonObject): Check {
  const { claim } = given;
  const its = hosted['claim'];
  const areBoth = isJsonObject(claim) && isJsonObject(its);
  const inClaim = areBoth ? firstDifference(claim, its) : undefined;
  if (inClaim) return differs({ ...inClaim, member: `claim.${inClaim.member}` });
  const difference = firstDifference(areBoth ? without(given, 'claim') : given, hosted, ['issuer']);
  return difference ? differs(difference) : passed('signature', 'hosted-as-given');
}

function factsOf(endorsement: JsonObject, issuer: JsonObject | undefined): CredentialFacts {
  const { claim } = endorsement;
  return {
    ...factsOf2(endorsement, undefined, issuer),
    endorses: shownText(idOf(claim)),
    comment: shownText(isJsonObject(claim) ? claim['endorsementComment'] : undefined),
  };
}
