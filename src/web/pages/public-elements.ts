/**
 * The European standard elements of a published version as rows, under the names of Council Recommendation 2022/C 243/02,
 * Annex I, in its order: what a recognition office looks for. https://eur-lex.europa.eu/eli/C/2022/243/02
 */
import type { Request } from 'express';
import type { Institution } from '../../domain/institutions/institution.js';
import { conditionsOf, hasThreshold } from '../../domain/micro-credentials/award-rule.js';
import type { Definition } from '../../domain/micro-credentials/definition.js';
import { ruleOf } from '../../domain/micro-credentials/rule-of.js';
import { assessmentTypes, supervisionKinds } from '../../domain/micro-credentials/vocabularies.js';
import { countryName } from '../forms/country-options.js';
import { capitalised } from './capitalised.js';
import { definitionSummary, type ElementName, type SummaryPart } from './definition-summary.js';
import { sameWords } from './outcome-groups.js';
import { wordsIn } from './words-of.js';

export interface ElementRow {
  name: string;
  label: string;
  lines: SummaryPart[][];
  /** Fragment that documents point to. */
  id?: string;
}

/** What only an award has. */
export interface AwardElements {
  learner: string;
  issuedOn: string;
  /** When it ends, or that it never does. */
  validity: string;
  grade?: string;
}

/** @param award left out for the version itself, which names no learner */
export function publicElements(
  req: Request,
  { definition, institution }: { definition: Definition; institution: Institution },
  award?: AwardElements,
): ElementRow[] {
  const words = wordsIn(req, 'public');
  const summary = definitionSummary(definition, institution, req.language, wordsIn(req, 'course'));
  const from = (element: ElementName): SummaryPart[][] =>
    summary.find((row) => row.element === element)?.lines ?? [];
  const one = (text: string | undefined): SummaryPart[][] => (text ? [[{ text }]] : []);
  const row = (name: string, lines: SummaryPart[][], id?: string): ElementRow => ({
    name,
    label: words(`element.${name}`),
    lines,
    id,
  });
  const count = definition.outcomes.length;
  const isGraded = conditionsOf(ruleOf(definition)).some(hasThreshold);
  const grade = definition.gradeMayBeCarried && isGraded ? words('element.gradeChosen') : undefined;
  const rows = [
    row('learner', one(award?.learner)),
    row('title', from('title')),
    row('country', countries(req, definition, institution)),
    row('awardingBodies', from('awardingBodies')),
    row('issuedOn', one(award?.issuedOn)),
    row('outcomes', [[{ text: words('element.outcomesAbove', { count }), href: '#outcomes' }]]),
    row('workload', from('workload')),
    row('level', from('level')),
    row('assessments', assessmentLines(req, definition)),
    row('participation', from('participation')),
    row('qualityAssurance', from('qualityAssurance')),
    row('prerequisites', from('prerequisites')),
    row('supervision', supervisionLines(req, definition)),
    row('grade', one(award ? award.grade : grade), award ? undefined : 'grade'),
    row('stackability', from('stackability')),
    row('field', from('field')),
    row('validity', award ? one(award.validity) : from('validity')),
    row('furtherInformation', from('furtherInformation')),
  ];
  return rows.filter(({ lines }) => lines.length > 0);
}

function countries(req: Request, definition: Definition, institution: Institution): SummaryPart[][] {
  const own = countryName(req.language, institution.country);
  const others = definition.furtherAwardingBodies.map(({ country }) => countryName(req.language, country));
  const first = institution.region ? `${own} (${institution.region})` : own;
  return [first, ...others.filter((name) => name !== own)].map((text) => [{ text }]);
}

function assessmentLines(req: Request, { assessments, language }: Definition): SummaryPart[][] {
  return assessments.map(({ name, type }) => {
    const typed = type && assessmentTypes[type].name[req.language];
    if (!name || sameWords(name, typed)) return typed ? [{ text: capitalised(typed) }] : [];
    return [...nameOf(req, name, language), ...(typed ? [{ text: typed }] : [])];
  });
}

function supervisionLines(req: Request, { assessments, language }: Definition): SummaryPart[][] {
  return assessments.flatMap(({ name, supervision }) =>
    supervision
      ? [[...nameOf(req, name, language), { text: supervisionKinds[supervision].name[req.language] }]]
      : [],
  );
}

const nameOf = (req: Request, name: string, language: string): SummaryPart[] =>
  name ? [{ text: name, lang: language === req.language ? undefined : language }] : [];
