/**
 * Somebody hands in a credential, ours or anybody's, and gets a report. Nothing of it is kept, nothing is thrown for what is
 * wrong with it.
 */
import { isClr } from '../../documents/clr/clr-shape.js';
import { isEndorsement } from '../../documents/open-badge-3/endorsement-shape.js';
import type { FetchDocument } from '../../shared/fetch-document.js';
import type { SealedFiles } from '../seals/sealed-files.js';
import type { Timers } from '../../shared/timers.js';
import type { DocumentChecks } from './document-checks.js';
import { inTime } from './in-time.js';
import { createLookup, type Lookup } from './lookup.js';
import { verifyInside, worstOf } from './clr/verify-inside.js';
import { verifyElm } from './elm/verify-elm.js';
import { verifySealedElm } from './elm/verify-sealed-elm.js';
import { verifyOpenBadge2 } from './open-badge-2/verify-open-badge-2.js';
import { verifyEndorsements } from './open-badge-3/verify-endorsements.js';
import { verifyOpenBadge3 } from './open-badge-3/verify-open-badge-3.js';
import { verifySdJwtVc } from './sd-jwt/verify-sd-jwt-vc.js';
import { outcomeOf } from './outcome-of.js';
import { ownDocuments, type OwnDocumentsDeps } from './own-documents.js';
import { type Badge, type HandedIn, readHandedIn } from './read-handed-in.js';
import {
  type Check,
  checkNames,
  type CredentialFacts,
  type EndorsementReport,
  type VerificationReport,
} from './report.js';
import { notChecked } from './checks.js';
import { evidenceOf } from './own-award.js';
import { withOwnRecipient } from './own-recipient.js';
import { withOwnStatus } from './own-status.js';
import { checkSecondOpinion, type SecondOpinion } from './second-opinion.js';

export type VerifyCredentialDeps = OwnDocumentsDeps & {
  fetchDocument: FetchDocument;
  documentChecks: DocumentChecks;
  sealedFiles: SealedFiles;
  /** Undefined: nobody else is asked. */
  secondOpinion?: SecondOpinion;
  timers: Timers;
};

export interface VerificationInput extends HandedIn {
  /** E-mail address of the person it should belong to. */
  email?: string;
}

/** It takes no longer than `longestVerification`; what is not known by then is told as not checked. */
export async function verifyCredential(
  given: VerifyCredentialDeps,
  input: VerificationInput,
): Promise<VerificationReport> {
  const deps = bounded(given);
  const checkedAt = deps.clock();
  const lookup = createLookup({ ...deps, ownDocument: ownDocuments(deps) });
  const { badge, readable, linkedAddress } = await readHandedIn(lookup, input);
  const linked = linkedAddress === undefined ? {} : { linkedAddress };
  if (!badge) return { ...report('unknown', [readable], checkedAt), ...linked };
  const email = input.email?.trim();
  const { checks: read, facts } = await verifyBadge(deps, lookup, { badge, email, now: checkedAt });
  const named = {
    id: facts.id,
    ...('assertion' in badge && { evidence: evidenceOf(badge.assertion) }),
    ...('sdJwt' in badge && { status: badge.sdJwt.jws.payload['status'] }),
  };
  const checks = await withOwnRecipient(deps, await withOwnStatus(deps, read, named), named);
  const { container } = badge;
  const opinion = await checkSecondOpinion(deps.secondOpinion, lookup, badge);
  const made = report(kindOf(badge), [readable, ...checks, ...opinion], checkedAt);
  const endorsements = await endorsementsOf(deps, lookup, { badge, now: checkedAt });
  const inside =
    badge.kind === 'open-badge-3' || badge.kind === 'open-badge-3-jwt'
      ? await verifyInside(deps, lookup, { credential: badge.credential, email, now: checkedAt })
      : [];
  return {
    ...withoutCounted(made, endorsements.length),
    outcome: worstOf(made.outcome, inside),
    ...(container && { container }),
    ...linked,
    credential: facts,
    ...(endorsements.length > 0 && { endorsements }),
    ...(inside.length > 0 && { inside }),
  };
}

function bounded(deps: VerifyCredentialDeps): VerifyCredentialDeps {
  const time = inTime(deps);
  const { documentChecks, secondOpinion } = deps;
  return {
    ...deps,
    documentChecks: time.documentChecks(documentChecks),
    ...(secondOpinion && { secondOpinion: time.secondOpinion(secondOpinion) }),
  };
}

async function verifyBadge(
  deps: VerifyCredentialDeps,
  lookup: Lookup,
  { badge, email, now }: { badge: Badge; email?: string; now: Date },
): Promise<{ checks: Check[]; facts: CredentialFacts }> {
  switch (badge.kind) {
    case 'open-badge-3':
    case 'open-badge-3-jwt':
      return verifyOpenBadge3(deps, lookup, { reading: badge, email, now });
    case 'open-badge-2':
    case 'open-badge-2-jws':
    case 'open-badge-2-endorsement':
      return verifyOpenBadge2(deps, lookup, { reading: badge, email, now });
    case 'sd-jwt-vc':
      return verifySdJwtVc(deps, lookup, { reading: badge, email, now });
    case 'elm':
      return verifyElm(badge);
    case 'elm-sealed':
      return verifySealedElm(deps, { reading: badge, email, now });
  }
}

async function endorsementsOf(
  deps: VerifyCredentialDeps,
  lookup: Lookup,
  { badge, now }: { badge: Badge; now: Date },
): Promise<EndorsementReport[]> {
  return badge.kind === 'open-badge-3' || badge.kind === 'open-badge-3-jwt'
    ? verifyEndorsements(deps, lookup, { credential: badge.credential, now })
    : [];
}

/** The check of the shape counts all endorsements: those that were verified are told by themselves. */
function withoutCounted(made: VerificationReport, verified: number): VerificationReport {
  const checks = made.checks.map((check): Check => {
    const { details, ...rest } = check;
    const counted = details?.['endorsements'];
    if (typeof counted !== 'number') return check;
    return counted > verified ? { ...rest, details: { ...details, endorsements: counted - verified } } : rest;
  });
  return { ...made, checks };
}

function kindOf(badge: Badge): VerificationReport['kind'] {
  if (badge.kind === 'open-badge-2-endorsement') return 'endorsement';
  const isBadge3 = badge.kind === 'open-badge-3' || badge.kind === 'open-badge-3-jwt';
  if (isBadge3 && isClr(badge.credential)) return 'clr';
  return isBadge3 && isEndorsement(badge.credential) ? 'endorsement' : badge.kind;
}

/** Every check is told, those that were not reached as well. */
function report(
  kind: VerificationReport['kind'],
  made: readonly Check[],
  checkedAt: Date,
): VerificationReport {
  const checks = checkNames.map(
    (name) => made.find((check) => check.name === name) ?? notChecked(name, 'not-reached'),
  );
  checks.push(...made.filter(({ name }) => name === 'holder-proof' || name === 'second-opinion'));
  return { outcome: outcomeOf(checks), kind, checks, checkedAt };
}
