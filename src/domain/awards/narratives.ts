/**
 * The sentences inside signed documents, in the language of the definition (English or French; English for any other): what has
 * to be done, and what was seen. No personal data: neither learner, score nor an examiner who has not agreed.
 */
import { addresses } from '../../documents/addresses.js';
import type { EvidenceContent } from '../../documents/credential-content.js';
import { textIn } from '../../shared/language-map.js';
import { metByOutcome } from '../evidence/outcome-results.js';
import { namedExaminers } from '../evidence/named-examiners.js';
import type { RuleResult } from '../evidence/verdict.js';
import { hasThreshold, periodOf, type AwardRule } from '../micro-credentials/award-rule.js';
import type { Definition } from '../micro-credentials/definition.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import { assessmentTypes } from '../micro-credentials/vocabularies.js';
import type { Correction } from './award.js';
import { english } from './narrative-words/english.js';
import { french } from './narrative-words/french.js';
import type { NarrativeWords } from './narrative-words/words.js';

const wordsIn = (language: string): NarrativeWords => (language === 'fr' ? french : english);
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
    const told = `${textIn(outcome.text, language)}${words.colon} ${named}.`;
    return oneLine(`- ${told} ${assessment?.criterion ?? ''}`);
  });
  const rule = ruleLines(ruleOf(definition), definition, 0);
  return [words.outcomes, '', ...outcomes, '', words.rule, '', ...rule].join('\n');
}

function ruleLines(rule: AwardRule, definition: Definition, depth: number): string[] {
  const words = wordsIn(definition.language);
  const bullet = `${'  '.repeat(depth)}- `;
  if (!('of' in rule)) {
    const period = periodOf(rule);
    return [bullet + words.required(rule) + (period ? `, ${words.within(period)}` : '')];
  }
  const holds = rule.kind === 'at-least' ? words.atLeast(rule.count) : words[rule.kind];
  const proven = definition.outcomes.find(({ id }) => id === rule.outcomeId);
  const told = proven
    ? words.shown(oneLine(textIn(proven.text, definition.language)), rule.of.length === 1 ? undefined : holds)
    : holds;
  return [bullet + told + words.colon, ...rule.of.flatMap((part) => ruleLines(part, definition, depth + 1))];
}

/** One entry for each condition that was met; with the outcome, where it is proven by itself. */
export function evidenceContent(
  basis: RuleResult,
  { language, outcomes }: Pick<Definition, 'language' | 'outcomes'>,
): EvidenceContent[] {
  const words = wordsIn(language);
  return metByOutcome(basis).map(({ outcomeId, result }) => {
    const { condition, details } = result;
    const outcome = outcomes.find(({ id }) => id === outcomeId);
    const seen = words.confirmed(
      condition,
      details.at instanceof Date ? details.at.toISOString().slice(0, 10) : undefined,
      namedExaminers(result),
    );
    return {
      name: words.seen[condition.kind],
      narrative: outcome ? `${seen} ${words.proves(oneLine(textIn(outcome.text, language)))}` : seen,
      kind: hasThreshold(condition) ? 'grade' : condition.kind,
      ...(outcome && { outcomeId: outcome.id }),
    };
  });
}

/** That a credential takes the place of another one: the page of that one, and from when it is. Not why: teachers name people. */
export function correctionContent(
  base: string,
  { of, firstIssuedAt }: Correction,
  language: string,
): EvidenceContent {
  const words = wordsIn(language).correction;
  const url = addresses(base).award(of);
  return {
    name: words.name,
    narrative: words.told(url, firstIssuedAt.toISOString().slice(0, 10)),
    kind: 'correction',
    url,
  };
}
