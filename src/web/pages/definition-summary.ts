/** The elements of a definition as label and lines, in the order of Annex I: for checking, for learners and for the public pages. */
import type { Institution } from '../../domain/institutions/institution.js';
import type { DraftDefinition } from '../../domain/micro-credentials/definition.js';
import {
  assessmentTypes,
  cycles,
  participationModes,
  supervisionKinds,
  type Term,
} from '../../domain/micro-credentials/vocabularies.js';
import { countryName } from '../forms/country-options.js';
import { formatsIn } from '../middleware/formats.js';
import type { Language } from '../middleware/language.js';
import { capitalised } from './capitalised.js';
import { tagIn, type Say } from './words-of.js';
import type { GroupName } from './credential/groups/group.js';

/** A piece of a line; `lang` where it is in another language than the page. */
export interface SummaryPart {
  text: string;
  lang?: string;
  /** Where it leads; http or https. */
  href?: string;
}

export type ElementName =
  | 'title'
  | 'description'
  | 'awardingBodies'
  | 'field'
  | 'outcomes'
  | 'assessments'
  | 'workload'
  | 'level'
  | 'participation'
  | 'qualityAssurance'
  | 'prerequisites'
  | 'stackability'
  | 'furtherInformation'
  | 'validity';

export interface SummaryRow {
  element: ElementName;
  label: string;
  lines: SummaryPart[][];
  group: GroupName;
}

interface Context {
  definition: DraftDefinition;
  words: Say;
  /** A term of a list in the page's language. */
  say: (term: Term | undefined) => SummaryPart[];
  language: Language;
  /** What the teacher wrote, in the definition's language unless another is told. */
  own: (text: string | undefined, language?: string) => SummaryPart[];
  number: (value: number) => string;
}

/** The title comes first and the description second. */
export function definitionSummary(
  definition: DraftDefinition,
  institution: Institution,
  language: Language,
  words: Say,
): SummaryRow[] {
  const context: Context = {
    definition,
    words,
    say: (term) => (term ? [{ text: term.name[language] }] : []),
    language,
    own: (text, tag = definition.language) =>
      text ? [{ text, lang: tag === language ? undefined : tag }] : [],
    number: (value) => formatsIn(language).number.format(value),
  };
  const inAll = (map: Record<string, string>): SummaryPart[][] =>
    Object.entries(map).map(([tag, text]) => context.own(text, tag));
  const rows: SummaryRow[] = [
    { element: 'title', label: words('about.title'), lines: inAll(definition.title), group: 'about' },
    {
      element: 'description',
      label: words('about.description'),
      lines: inAll(definition.description),
      group: 'about',
    },
    {
      element: 'awardingBodies',
      label: words('about.body'),
      lines: bodyLines(context, institution),
      group: 'about',
    },
    {
      element: 'field',
      label: words('about.field'),
      lines: [
        context.own([definition.fieldOfStudy?.code, definition.fieldOfStudy?.name].filter(Boolean).join(' ')),
      ],
      group: 'about',
    },
    {
      element: 'outcomes',
      label: words('group.outcomes.title'),
      lines: outcomeLines(context),
      group: 'outcomes',
    },
    {
      element: 'assessments',
      label: words('group.assessments.title'),
      lines: assessmentLines(context),
      group: 'assessments',
    },
    { element: 'workload', label: words('level.workload'), lines: workloadLines(context), group: 'level' },
    { element: 'level', label: words('level.level'), lines: levelLines(context), group: 'level' },
    {
      element: 'participation',
      label: words('participation.mode'),
      lines: [begun(context.say(definition.participation && participationModes[definition.participation]))],
      group: 'participation',
    },
    {
      element: 'qualityAssurance',
      label: words('participation.quality'),
      lines: qualityLines(context),
      group: 'participation',
    },
    ...furtherRows(context),
  ];
  const told = rows.map((row) => ({ ...row, lines: row.lines.filter((line) => line.length > 0) }));
  return told.filter((row) => row.lines.length > 0 || row.element !== 'field');
}

function bodyLines({ definition, language }: Context, institution: Institution): SummaryPart[][] {
  return [institution, ...definition.furtherAwardingBodies].map(({ legalName, country, url }) => [
    { text: country ? `${legalName} (${countryName(language, country)})` : legalName, href: url },
  ]);
}

function outcomeLines({ definition, language, words, own }: Context): SummaryPart[][] {
  return definition.outcomes.map((outcome) => {
    const proof = definition.assessments.find(({ id }) => id === outcome.assessmentId);
    const tag = tagIn(outcome.text, language, definition.language);
    return [
      ...own(tag && outcome.text[tag], tag),
      ...(proof?.name ? [{ text: words('overview.provedBy', { assessment: proof.name }) }] : []),
    ];
  });
}

function assessmentLines({ definition, say, own }: Context): SummaryPart[][] {
  return definition.assessments.map(({ name, type, criterion, supervision }) => [
    ...own(name),
    ...say(type && assessmentTypes[type]),
    ...own(criterion),
    ...say(supervision && supervisionKinds[supervision]),
  ]);
}

function workloadLines({ definition: { workload }, words, number }: Context): SummaryPart[][] {
  const ects = workload.ects === undefined ? undefined : Number(workload.ects);
  const { hours } = workload;
  return [
    ects === undefined ? [] : [{ text: words('level.ectsCount', { count: ects, ects: number(ects) }) }],
    hours === undefined ? [] : [{ text: words('level.hoursCount', { count: hours, hours: number(hours) }) }],
  ];
}

function levelLines({ definition: { level }, words, say, own }: Context): SummaryPart[][] {
  if (!level) return [];
  if (level.kind === 'not-applicable') return [[{ text: words('level.notApplicable') }], own(level.reason)];
  return [
    [{ text: words('level.eqfLevel', { level: level.eqf }) }],
    own(level.nqf),
    begun(say(level.cycle && cycles[level.cycle])),
  ];
}

function qualityLines({ definition: { qualityAssurance: quality }, words }: Context): SummaryPart[][] {
  if (!quality) return [];
  const standard =
    quality.standard === 'other'
      ? quality.otherStandard
      : quality.standard && words(`participation.standards.${quality.standard}`);
  const kind = quality.kind && capitalised(words(`participation.kinds.${quality.kind}`));
  const told = [kind, standard, quality.body, quality.reference].map((text) => (text ? [{ text }] : []));
  return [...told, linkTo(quality.url)];
}

const begun = (parts: SummaryPart[]): SummaryPart[] =>
  parts.map((part, index) => (index === 0 ? { ...part, text: capitalised(part.text) } : part));

const linkTo = (url: string | undefined): SummaryPart[] => (url ? [{ text: url, href: url }] : []);

/** The optional elements: shown where something is told. */
function furtherRows({ definition, words, own }: Context): SummaryRow[] {
  const { prerequisites, stackability, furtherInformation: further, validMonths } = definition;
  const rows: SummaryRow[] = [
    {
      element: 'prerequisites',
      label: words('more.prerequisites'),
      lines: [own(prerequisites)],
      group: 'more',
    },
    {
      element: 'stackability',
      label: words('more.stackability'),
      lines: stackability
        ? [[{ text: words(`more.stackabilities.${stackability.kind}`) }], own(stackability.towards)]
        : [],
      group: 'more',
    },
    {
      element: 'furtherInformation',
      label: words('more.further'),
      lines: [own(further?.text), linkTo(further?.url)],
      group: 'more',
    },
    {
      element: 'validity',
      label: words('more.validity'),
      lines: validMonths ? [[{ text: words('more.monthsCount', { count: validMonths }) }]] : [],
      group: 'more',
    },
  ];
  return rows.filter((row) => row.lines.some((line) => line.length > 0));
}
