/**
 * An award as unsigned Open Badges 3.0 AchievementCredential: arrays everywhere, the three published contexts alone, the
 * European elements in Open Badges' own terms. Signing: src/documents/proofs.
 * https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
import { textIn } from '../../shared/language-map.js';
import { addresses } from '../addresses.js';
import { credentialsContext, extensionsContext, openBadgesContext } from '../contexts/context-documents.js';
import type { CredentialContent } from '../credential-content.js';
import { gradeOfOutcome, outcomeAddress } from '../european-elements/outcome-alignments.js';
import { wordsIn } from '../european-elements/words.js';
import type { JsonObject } from '../json/json-value.js';
import { type DraftObject, signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { achievement } from './achievement.js';
import { creditNumber } from './credits.js';
import { issuerProfile } from './issuer-profile.js';

const schemaUrl =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** @throws Problem document-invalid: a text with a lone surrogate, or a number that cannot be signed safely */
export function achievementCredential(content: CredentialContent): JsonObject {
  const { primaryLanguage, title, description } = content.achievement;
  const name = textIn(title, primaryLanguage);
  return signable({
    '@context': [credentialsContext, openBadgesContext, extensionsContext],
    id: addresses(content.base).award(content.awardId),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    description: textIn(description, primaryLanguage) || name,
    issuer: {
      ...issuerProfile(content.base, content.institution),
      endorsement: content.endorsements?.institution,
    },
    validFrom: utcSeconds(content.validFrom),
    validUntil: content.validUntil && utcSeconds(content.validUntil),
    awardedDate: utcSeconds(content.awardedOn ?? content.validFrom),
    credentialSubject: subject(content),
    evidence: content.evidence.map((one, index) => ({
      id: one.url ?? `${addresses(content.base).award(content.awardId)}#evidence-${index + 1}`,
      type: ['Evidence'],
      name: one.name,
      narrative: one.narrative,
      genre: one.kind,
    })),
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: {
      // the schema demands an id, and it must not be the list's
      id: `${content.status.listUrl}#${content.status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(content.status.index),
      statusListCredential: content.status.listUrl,
    },
  });
}

function subject(content: CredentialContent): DraftObject {
  const { recipient } = content;
  const grade = gradeOf(content);
  return {
    id: recipient.subjectId,
    type: ['AchievementSubject'],
    identifier: [
      identity('emailAddress', recipient.emailHash, recipient.emailSalt),
      ...(recipient.nameHash ? [identity('name', recipient.nameHash, recipient.nameSalt ?? '')] : []),
    ],
    achievement: {
      ...achievement(content, grade?.description),
      endorsement: content.endorsements?.achievement,
    },
    creditsEarned: creditNumber(content.achievement.workload.ects),
    result: [
      ...content.achievement.outcomes.map((outcome) => {
        const own = gradeOfOutcome(content, outcome);
        return {
          type: ['Result'],
          resultDescription: outcomeAddress(content, outcome),
          status: 'Completed',
          value: own && String(own.value),
        };
      }),
      ...(grade ? [grade.result] : []),
    ],
  };
}

/** `type` is a string here, and only here: so says the schema of IdentityObject. */
function identity(identityType: string, identityHash: string, salt: string): DraftObject {
  return { type: 'IdentityObject', hashed: true, identityHash, identityType, salt };
}

/** O3: values are text in Open Badges. */
function gradeOf(content: CredentialContent): { description: DraftObject; result: DraftObject } | undefined {
  const { grade, achievement: about } = content;
  if (!grade) return undefined;
  const page = addresses(content.base).achievement(about.microCredentialId, about.version);
  return {
    description: {
      id: `${page}#grade`,
      type: ['ResultDescription'],
      name: grade.description ?? wordsIn(about.primaryLanguage).grade,
      resultType: grade.maximum === undefined ? 'Result' : 'RawScore',
      valueMin: grade.maximum === undefined ? undefined : '0',
      valueMax: grade.maximum === undefined ? undefined : String(grade.maximum),
    },
    result: { type: ['Result'], resultDescription: `${page}#grade`, value: String(grade.value) },
  };
}
