/** Maps a published version and its institution to what documents are made from. No learner in it. */
import type { Concept, DefinitionContent, LevelContent } from '../../documents/credential-content.js';
import type { LanguageMap } from '../../shared/language-map.js';
import { textIn } from '../../shared/language-map.js';
import type { Institution } from '../institutions/institution.js';
import type { Definition } from '../micro-credentials/definition.js';
import type { PublishedVersion } from '../micro-credentials/micro-credential.js';
import {
  assessmentTypes,
  cycles,
  participationModes,
  supervisionKinds,
  type Term,
} from '../micro-credentials/vocabularies.js';
import { criteriaNarrative } from './narratives.js';

/**
 * @param input.base public origin without a slash at the end
 * @param input.edition the language of an edition in a further one (documents/editions.ts)
 */
export function achievementContent(input: {
  base: string;
  institution: Institution;
  microCredentialId: string;
  version: PublishedVersion;
  edition?: string;
}): DefinitionContent {
  const { base, institution, microCredentialId, version, edition } = input;
  const written = version.definition;
  // what has one language alone stays in it; names of concepts and the words around it follow
  const definition = edition === undefined ? written : { ...written, language: edition };
  const { language } = definition;
  return {
    base,
    institution: {
      id: institution.id,
      legalName: institution.legalName,
      country: institution.country,
      region: institution.region,
      url: institution.url,
      email: institution.email,
      identifiers: institution.identifiers,
    },
    furtherAwardingBodies: definition.furtherAwardingBodies,
    achievement: {
      microCredentialId,
      version: version.number,
      title: filled(definition.title),
      description: description(definition),
      primaryLanguage: language,
      firstLanguage: edition === undefined ? undefined : written.language,
      // its rule may name activities of the course
      outcomes: definition.outcomes.map(({ provenBy: _rule, ...outcome }) => ({
        ...outcome,
        text: filled(outcome.text),
      })),
      assessments: definition.assessments.flatMap(({ id, name, type, criterion, supervision }) =>
        type
          ? [
              {
                id,
                name: name || assessmentTypes[type].name[nameLanguage(language)],
                type: concept(type, assessmentTypes[type], language),
                criterion,
                supervision: supervision && concept(supervision, supervisionKinds[supervision], language),
              },
            ]
          : [],
      ),
      workload: definition.workload,
      level: level(definition),
      participation: concept(
        definition.participation,
        participationModes[definition.participation],
        language,
      ),
      qualityAssurance: qualityAssurance(definition),
      prerequisites: definition.prerequisites || undefined,
      stackability: definition.stackability,
      furtherInformation: definition.furtherInformation,
      fieldOfStudy: definition.fieldOfStudy,
      criteriaNarrative: criteriaNarrative(definition),
    },
  };
}

/** The lists name their concepts in English and French. */
const nameLanguage = (language: string): 'en' | 'fr' => (language === 'fr' ? 'fr' : 'en');

const concept = (code: string, term: Term, language: string): Concept => ({
  code,
  name: term.name[nameLanguage(language)],
  url: term.url,
});

/** Without the languages in which nothing was written. */
const filled = (map: LanguageMap): LanguageMap =>
  Object.fromEntries(Object.entries(map).filter(([, text]) => text.trim() !== ''));

/** A badge must have a description: the outcomes serve where the teacher wrote none. */
function description(definition: Definition): LanguageMap {
  const told = filled(definition.description);
  if (Object.keys(told).length > 0) return told;
  const { language } = definition;
  return { [language]: definition.outcomes.map((outcome) => textIn(outcome.text, language)).join('; ') };
}

function level(definition: Definition): LevelContent {
  if (definition.level.kind === 'not-applicable') return { notApplicable: definition.level.reason };
  const { eqf, nqf, cycle } = definition.level;
  return { eqf, nqf: nqf || undefined, cycle: cycle && concept(cycle, cycles[cycle], definition.language) };
}

function qualityAssurance(definition: Definition) {
  const { kind, standard, otherStandard, body, url, reference } = definition.qualityAssurance;
  return {
    kind,
    standard: standard === 'other' ? (otherStandard ?? standard) : standard,
    body,
    url,
    reference: reference || undefined,
  };
}
