/**
 * The sentences inside signed documents, in the language of the definition (English or French; English for any other): what has
 * to be done, and what was seen. No personal data: neither learner, examiner nor score.
 */
import type { EvidenceContent } from '../../documents/credential-content.js';
import { textIn } from '../../shared/language-map.js';
import { metConditions } from '../evidence/met-conditions.js';
import type { RuleResult } from '../evidence/verdict.js';
import {
  periodOf,
  type AwardRule,
  type Condition,
  type Period,
  type Threshold,
} from '../micro-credentials/award-rule.js';
import type { Definition } from '../micro-credentials/definition.js';
import { assessmentTypes } from '../micro-credentials/vocabularies.js';

interface Words {
  outcomes: string;
  rule: string;
  all: string;
  any: string;
  atLeast(count: number): string;
  required(condition: Condition): string;
  within(period: Period): string;
  seen: Record<Condition['kind'], string>;
  confirmed(condition: Condition, date: string | undefined): string;
}

const englishThreshold = (asked: Threshold): string => {
  if (!('thresholdPoints' in asked)) return `${asked.thresholdPercent} %`;
  return `${asked.thresholdPoints} ${asked.thresholdPoints === 1 ? 'point' : 'points'}`;
};
const frenchThreshold = (asked: Threshold): string => {
  if (!('thresholdPoints' in asked)) return `${asked.thresholdPercent} %`;
  return `${asked.thresholdPoints} ${asked.thresholdPoints < 2 ? 'point' : 'points'}`;
};

const english: Words = {
  outcomes: 'Each learning outcome is shown in an assessment:',
  rule: 'The award is made when:',
  all: 'all of these hold',
  any: 'one of these holds',
  atLeast: (count) => (count === 1 ? 'one of these holds' : `at least ${count} of these hold`),
  required(condition) {
    switch (condition.kind) {
      case 'restricted-activity':
        return 'the learning platform lets the learner into an activity restricted to those who have passed';
      case 'own-line-item':
        return `the result recorded in the course reaches ${englishThreshold(condition)}`;
      case 'examiner-confirmation':
        return 'an examiner confirms that the criteria are met';
    }
  },
  within({ notBefore, notAfter }) {
    if (notBefore === undefined) return `on or before ${notAfter}`;
    return notAfter === undefined ? `on or after ${notBefore}` : `between ${notBefore} and ${notAfter}`;
  },
  seen: {
    'restricted-activity': 'Access to a restricted activity',
    'own-line-item': 'Result recorded in the course',
    'examiner-confirmation': 'Confirmation by an examiner',
  },
  confirmed(condition, date) {
    const on = date ? ` on ${date}` : '';
    switch (condition.kind) {
      case 'restricted-activity':
        return `The learning platform let the learner into an activity restricted to those who have passed${on}, and listed the learner among them.`;
      case 'own-line-item':
        return `The result recorded in the course reached the threshold of ${englishThreshold(condition)}${on}.`;
      case 'examiner-confirmation':
        return `An examiner of the course confirmed that the criteria are met${on}.`;
    }
  },
};

const french: Words = {
  outcomes: 'Chaque acquis d’apprentissage est démontré dans une évaluation :',
  rule: 'La microcertification est délivrée quand :',
  all: 'toutes ces conditions sont remplies',
  any: 'l’une de ces conditions est remplie',
  atLeast: (count) =>
    count === 1 ? 'l’une de ces conditions est remplie' : `au moins ${count} de ces conditions sont remplies`,
  required(condition) {
    switch (condition.kind) {
      case 'restricted-activity':
        return 'la plateforme d’apprentissage donne accès à une activité réservée à celles et ceux qui ont réussi';
      case 'own-line-item':
        return `le résultat enregistré dans le cours atteint ${frenchThreshold(condition)}`;
      case 'examiner-confirmation':
        return 'un examinateur ou une examinatrice confirme que les critères sont remplis';
    }
  },
  within({ notBefore, notAfter }) {
    if (notBefore === undefined) return `au plus tard le ${notAfter}`;
    return notAfter === undefined ? `au plus tôt le ${notBefore}` : `entre le ${notBefore} et le ${notAfter}`;
  },
  seen: {
    'restricted-activity': 'Accès à une activité réservée',
    'own-line-item': 'Résultat enregistré dans le cours',
    'examiner-confirmation': 'Confirmation de l’examinateur ou de l’examinatrice',
  },
  confirmed(condition, date) {
    const on = date ? ` le ${date}` : '';
    switch (condition.kind) {
      case 'restricted-activity':
        return `La plateforme d’apprentissage a donné accès${on} à une activité réservée à celles et ceux qui ont réussi, et compte la personne parmi celles qui y ont accès.`;
      case 'own-line-item':
        return `Le résultat enregistré dans le cours a atteint le seuil de ${frenchThreshold(condition)}${on}.`;
      case 'examiner-confirmation':
        return `L’équipe enseignante a confirmé${on} que les critères sont remplis.`;
    }
  },
};

const wordsIn = (language: string): Words => (language === 'fr' ? french : english);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Markdown: every outcome with its assessment and criterion, then what counts as passing. */
export function criteriaNarrative(definition: Definition): string {
  const { language } = definition;
  const words = wordsIn(language);
  const outcomes = definition.outcomes.map((outcome) => {
    const assessment = definition.assessments.find((one) => one.id === outcome.assessmentId);
    const type = assessment?.type
      ? assessmentTypes[assessment.type].name[language === 'fr' ? 'fr' : 'en']
      : '';
    const named = assessment?.name ? `${assessment.name} (${type})` : type;
    return oneLine(`- ${textIn(outcome.text, language)}: ${named}. ${assessment?.criterion ?? ''}`);
  });
  return [words.outcomes, '', ...outcomes, '', words.rule, '', ...ruleLines(definition.rule, words, 0)].join(
    '\n',
  );
}

function ruleLines(rule: AwardRule, words: Words, depth: number): string[] {
  const bullet = `${'  '.repeat(depth)}- `;
  if (!('of' in rule)) {
    const period = periodOf(rule);
    return [bullet + words.required(rule) + (period ? `, ${words.within(period)}` : '')];
  }
  const holds = rule.kind === 'at-least' ? words.atLeast(rule.count) : words[rule.kind];
  return [`${bullet}${holds}:`, ...rule.of.flatMap((part) => ruleLines(part, words, depth + 1))];
}

/** One entry for each condition that was met. */
export function evidenceContent(basis: RuleResult, language: string): EvidenceContent[] {
  const words = wordsIn(language);
  return metConditions(basis).map(({ condition, details }) => ({
    name: words.seen[condition.kind],
    narrative: words.confirmed(
      condition,
      details.at instanceof Date ? details.at.toISOString().slice(0, 10) : undefined,
    ),
    kind: condition.kind === 'own-line-item' ? 'grade' : condition.kind,
  }));
}
