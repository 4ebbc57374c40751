/**
 * The endorsements that a credential carries, each verified by itself. They are told beside the credential and decide nothing
 * of it. https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential
 */
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listOf,
  stringOf,
} from '../../../documents/json/json-value.js';
import { isEndorsement } from '../../../documents/open-badge-3/endorsement-shape.js';
import { checkReadable } from '../../../documents/read/check-readable.js';
import { readCredential } from '../../../documents/read/read-credential.js';
import type { CredentialReading } from '../../../documents/read/reading.js';
import { failed } from '../checks.js';
import type { Lookup } from '../lookup.js';
import { outcomeOf } from '../outcome-of.js';
import type { Check, CredentialFacts, EndorsementReport } from '../report.js';
import { isTooComplex } from '../too-complex.js';
import { verifyOpenBadge3 } from './verify-open-badge-3.js';

/** Those beyond are counted, not verified: each asks other servers. */
export const mostEndorsements = 5;

/** An endorsement where it stands. */
interface Standing {
  /** JSON or a compact JWT. */
  text: string;
  /** Identifier of what it stands in. */
  within?: string;
}

/** In the order of the credential, its achievement, its issuer. */
export async function verifyEndorsements(
  deps: Parameters<typeof verifyOpenBadge3>[0],
  lookup: Lookup,
  { credential, now }: { credential: JsonObject; now: Date },
): Promise<EndorsementReport[]> {
  const reports: EndorsementReport[] = [];
  for (const { text, within } of endorsementsIn(credential).slice(0, mostEndorsements)) {
    const reading = readCredential({ text });
    const { checks, facts } = await verifyOne(deps, lookup, { reading, now });
    const outcome = outcomeOf(checks);
    const aboutThis = facts?.endorses !== undefined && facts.endorses === within;
    reports.push({ outcome, aboutThis, checks, ...(facts && { credential: facts }) });
  }
  return reports;
}

async function verifyOne(
  deps: Parameters<typeof verifyOpenBadge3>[0],
  lookup: Lookup,
  { reading, now }: { reading: ReturnType<typeof readCredential>; now: Date },
): Promise<{ checks: Check[]; facts?: CredentialFacts }> {
  const readable = checkReadable(reading);
  if (!isOpenBadge3(reading)) {
    return { checks: [readable.result === 'failed' ? readable : failed('readable', 'not-a-credential')] };
  }
  if (!isEndorsement(reading.credential)) return { checks: [failed('readable', 'not-a-credential')] };
  if (isTooComplex(reading.credential)) return { checks: [failed('readable', 'too-complex')] };
  const { checks, facts } = await verifyOpenBadge3(deps, lookup, { reading, now });
  return { checks: [readable, ...checks], facts };
}

function isOpenBadge3(reading: ReturnType<typeof readCredential>): reading is CredentialReading {
  return reading.kind === 'open-badge-3' || reading.kind === 'open-badge-3-jwt';
}

function endorsementsIn(credential: JsonObject): Standing[] {
  const { credentialSubject: subject, issuer } = credential;
  const achievement = isJsonObject(subject) ? subject['achievement'] : undefined;
  return [credential, achievement, issuer].flatMap((holder) =>
    isJsonObject(holder) ? standingIn(holder, credential['@context']) : [],
  );
}

/** @param contexts of the credential: an endorsement without its own has those around it */
function standingIn(holder: JsonObject, contexts: JsonValue | undefined): Standing[] {
  const within = stringOf(holder['id']);
  const embedded = listOf(holder['endorsement']).map((one) => {
    const hasOwn = !isJsonObject(one) || one['@context'] !== undefined || contexts === undefined;
    return { text: JSON.stringify(hasOwn ? one : { '@context': contexts, ...one }), within };
  });
  const tokens = listOf(holder['endorsementJwt']).map((one) => ({ text: stringOf(one) ?? '', within }));
  return [...embedded, ...tokens];
}
