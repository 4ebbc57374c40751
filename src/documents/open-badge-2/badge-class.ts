/**
 * A version of a micro-credential as Open Badges 2.0 BadgeClass. The European elements stand in alignments and criteria.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#BadgeClass
 */
import { tagPattern, textIn } from '../../shared/language-map.js';
import { addresses } from '../addresses.js';
import type { DefinitionContent } from '../credential-content.js';
import { editionOf, otherEditions } from '../editions.js';
import {
  type ElementAlignment,
  elementAlignments,
  issuerAlignment,
} from '../european-elements/alignments.js';
import { criteriaInWords } from '../european-elements/narrative.js';
import { outcomeAddress, outcomeAlignments, outcomeText } from '../european-elements/outcome-alignments.js';
import { wordsIn } from '../european-elements/words.js';
import type { JsonObject } from '../json/json-value.js';
import { type DraftObject, signable } from '../json/signable.js';
import { openBadges2Context } from './context.js';
import { type KeyProfile, plainProfile, relatedAddresses } from './key-profile.js';

/**
 * @param endorsements addresses of hosted endorsements
 * @throws Problem document-invalid: a text with a lone surrogate
 */
export function badgeClass(
  content: DefinitionContent,
  endorsements: readonly string[] = [],
  profile: KeyProfile = plainProfile,
): JsonObject {
  const { achievement, base, institution } = content;
  const { microCredentialId, version, primaryLanguage } = achievement;
  const at = addresses(base);
  const edition = editionOf(achievement);
  const name = textIn(achievement.title, primaryLanguage);
  return signable({
    '@context': openBadges2Context,
    id: at.badgeClass(microCredentialId, version, profile.ofKey, edition),
    type: 'BadgeClass',
    '@language': tagPattern.test(primaryLanguage) ? primaryLanguage : undefined,
    version: String(version),
    name,
    description: textIn(achievement.description, primaryLanguage) || name,
    image: {
      id: at.achievementImage(microCredentialId, version),
      type: 'Image',
      caption: name,
    },
    criteria: {
      id: at.achievement(microCredentialId, version, edition),
      narrative: criteriaInWords(content),
    },
    issuer: at.issuerProfile2(institution.id, profile.ofKey),
    related: [
      ...relatedAddresses(profile, (key) => at.badgeClass(microCredentialId, version, key, edition)),
      ...otherEditions(achievement).map((other) => ({
        id: at.badgeClass(microCredentialId, version, profile.ofKey, other.edition),
        '@language': other.language,
      })),
    ],
    endorsement: endorsements,
    alignment: [
      ...achievement.outcomes.map((outcome) => ({
        targetName: outcomeText(content, outcome),
        targetUrl: outcomeAddress(content, outcome),
        targetFramework: wordsIn(primaryLanguage).labels.LearningOutcome,
        targetCode: outcome.code,
      })),
      ...achievement.outcomes
        .flatMap((outcome) => outcomeAlignments(content, outcome))
        .filter(({ term }) => term === 'LearningOutcomeFramework')
        .map(alignmentOf),
      ...[issuerAlignment(content), ...elementAlignments(content)].map(alignmentOf),
    ],
  });
}

function alignmentOf(element: ElementAlignment): DraftObject {
  const { targetName, targetUrl, targetDescription, targetFramework, targetCode } = element;
  return { targetName, targetUrl, targetDescription, targetFramework, targetCode };
}
