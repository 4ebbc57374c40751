/**
 * The claims that whoever gets the credential reads: what was earned, never who earned it. Nothing here leads to the award's
 * public page, where its grade would be read. Each name is explained by the type metadata (claim-labels.ts).
 */
import { addresses } from '../addresses.js';
import type { Concept, CredentialContent, LevelContent, OutcomeContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import { type LanguageMap, textIn } from '../../shared/language-map.js';
import { utcSeconds } from '../json/utc-seconds.js';

export function openClaims(content: CredentialContent): DraftObject {
  const { base, achievement, institution, furtherAwardingBodies } = content;
  const { primaryLanguage, title, description, workload, participation, qualityAssurance } = achievement;
  return {
    title: textIn(title, primaryLanguage),
    ...inOtherLanguages('title', title, primaryLanguage),
    description: textIn(description, primaryLanguage),
    ...inOtherLanguages('description', description, primaryLanguage),
    language: primaryLanguage,
    achievement: addresses(base).achievement(achievement.microCredentialId, achievement.version),
    awarding_body: {
      name: institution.legalName,
      country: institution.country,
      region: institution.region,
      url: institution.url,
      identifiers: institution.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    },
    further_awarding_bodies: furtherAwardingBodies.map(({ legalName, country, url }) => ({
      name: legalName,
      country,
      url,
    })),
    date_of_award: utcSeconds(content.awardedOn ?? content.validFrom),
    learning_outcomes: achievement.outcomes.map((outcome) => learningOutcome(outcome, primaryLanguage)),
    ects: workload.ects,
    hours: workload.hours === undefined ? undefined : String(workload.hours),
    level: level(achievement.level),
    assessments: achievement.assessments.map(({ name, type, criterion, supervision }) => ({
      name,
      type: entry(type),
      criterion,
      supervision: supervision && entry(supervision),
    })),
    participation: entry(participation),
    quality_assurance: { ...qualityAssurance },
    prerequisites: achievement.prerequisites,
    stackability: achievement.stackability && { ...achievement.stackability },
    further_information: achievement.furtherInformation && { ...achievement.furtherInformation },
    field_of_study: achievement.fieldOfStudy && entry(achievement.fieldOfStudy),
  };
}

/** `title#fr`. https://openid.net/specs/openid-connect-core-1_0.html#ClaimsLanguagesAndScripts */
function inOtherLanguages(claim: string, map: LanguageMap, primaryLanguage: string): DraftObject {
  const others = Object.entries(map).filter(([language]) => language !== primaryLanguage);
  return Object.fromEntries(others.map(([language, text]) => [`${claim}#${language}`, text]));
}

const entry = ({ code, name, url }: Concept): DraftObject => ({ code, name, url });

const learningOutcome = ({ text, code, alignment }: OutcomeContent, language: string): DraftObject => ({
  text: textIn(text, language),
  code,
  alignment: alignment && { ...alignment },
});

function level(content: LevelContent): DraftObject {
  if ('notApplicable' in content) return { not_applicable: content.notApplicable };
  return { eqf: content.eqf, nqf: content.nqf, cycle: content.cycle && entry(content.cycle) };
}
