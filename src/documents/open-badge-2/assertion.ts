/**
 * An award as Open Badges 2.0 Assertion: hosted, the same to be signed, and the hosted one's form after revocation.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Assertion
 */
import { addresses } from '../addresses.js';
import type { CredentialContent } from '../credential-content.js';
import { gradeOfOutcome, outcomeText } from '../european-elements/outcome-alignments.js';
import { wordsIn } from '../european-elements/words.js';
import type { JsonObject } from '../json/json-value.js';
import { type DraftObject, signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { openBadges2Context } from './context.js';
import { signedAssertionId } from './signed-assertion-id.js';

/** To be served at its id with the same origin as badge class and issuer. @throws Problem document-invalid: a lone surrogate */
export function hostedAssertion(content: CredentialContent): JsonObject {
  return assertion(content, {
    id: addresses(content.base).openBadge2(content.awardId),
    badge: badgeOf(content),
    verification: { type: 'HostedBadge' },
  });
}

/**
 * The payload of a JWS.
 * @param by.creator address of the CryptographicKey that it is signed with
 * @param by.ofKey id of that key, where it has a profile of its own
 * @throws Problem document-invalid: a lone surrogate
 */
export function signedAssertion(
  content: CredentialContent,
  { creator, ofKey }: { creator: string; ofKey?: string },
): JsonObject {
  return assertion(content, {
    id: signedAssertionId(content.awardId),
    badge: badgeOf(content, ofKey),
    verification: { type: 'SignedBadge', creator },
  });
}

function assertion(
  content: CredentialContent,
  { id, badge, verification }: { id: string; badge: string; verification: DraftObject },
): JsonObject {
  const { recipient } = content;
  const at = addresses(content.base);
  return signable({
    '@context': openBadges2Context,
    id,
    type: 'Assertion',
    recipient: {
      type: 'email',
      hashed: true,
      salt: recipient.emailSalt,
      identity: recipient.emailHash,
    },
    badge,
    verification,
    issuedOn: utcSeconds(content.validFrom),
    expires: content.validUntil && utcSeconds(content.validUntil),
    narrative: gradesText(content),
    evidence: content.evidence.map((one, index) => ({
      id: one.url ?? `${at.award(content.awardId)}#evidence-${index + 1}`,
      type: 'Evidence',
      name: one.name,
      narrative: one.narrative,
      genre: one.kind,
    })),
  });
}

function badgeOf({ base, achievement }: CredentialContent, ofKey?: string): string {
  return addresses(base).badgeClass(achievement.microCredentialId, achievement.version, ofKey);
}

/** What stands at the assertion's address after revocation, to be served with 410 Gone. */
export function revokedAssertion(input: { base: string; awardId: string; reason: string }): JsonObject {
  return signable({
    '@context': openBadges2Context,
    id: addresses(input.base).openBadge2(input.awardId),
    type: 'Assertion',
    revoked: true,
    revocationReason: input.reason,
  });
}

/** O3: the grade of the whole, then a line for each outcome that has its own; undefined where none is carried. */
function gradesText(content: CredentialContent): string | undefined {
  const { achievement, grade } = content;
  const words = wordsIn(achievement.primaryLanguage);
  const lines = [
    ...(grade ? [`${grade.description ?? words.grade}: ${gradeText(grade)}`] : []),
    ...achievement.outcomes.flatMap((outcome) => {
      const own = gradeOfOutcome(content, outcome);
      return own ? [`${words.grade} (${outcomeText(content, outcome)}): ${gradeText(own)}`] : [];
    }),
  ];
  return lines.length === 0 ? undefined : lines.join('\n\n');
}

function gradeText(grade: NonNullable<CredentialContent['grade']>): string {
  return grade.maximum === undefined ? String(grade.value) : `${grade.value} / ${grade.maximum}`;
}
