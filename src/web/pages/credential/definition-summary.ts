/** The elements of a definition as label and lines, in the order of Annex I: for checking and for learners. */
import type { Institution } from '../../../domain/institutions/institution.js';
import type { DraftDefinition } from '../../../domain/micro-credentials/definition.js';
import {
  assessmentTypes,
  cycles,
  participationModes,
  supervisionKinds,
  type Term,
} from '../../../domain/micro-credentials/vocabularies.js';
import { tagIn } from '../words-of.js';
import type { GroupName } from './groups/group.js';
import type { Words } from './groups/section.js';

/** A piece of a line; `lang` where it is in another language than the page. */
export interface SummaryPart {
  text: string;
  lang?: string;
}

export interface SummaryRow {
  label: string;
  lines: SummaryPart[][];
  group: GroupName;
}

interface Context {
  definition: DraftDefinition;
  words: Words;
  /** In the page's language: a term of a list, a country. */
  say: (term: Term | undefined) => SummaryPart[];
  country: (code: string) => string;
  /** What the teacher wrote, in the definition's language unless another is told. */
  own: (text: string | undefined, language?: string) => SummaryPart[];
}

/** The title comes first and the description second. */
export function definitionSummary(
  definition: DraftDefinition,
  institution: Institution,
  language: string,
  words: Words,
): SummaryRow[] {
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const context: Context = {
    definition,
    words,
    say: (term) => (term ? [{ text: language.startsWith('fr') ? term.name.fr : term.name.en }] : []),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    own: (text, tag = definition.language) =>
      text ? [{ text, lang: tag === language ? undefined : tag }] : [],
  };
  const inAll = (map: Record<string, string>): SummaryPart[][] =>
    Object.entries(map).map(([tag, text]) => context.own(text, tag));
  const rows: SummaryRow[] = [
    { label: words('about.title'), lines: inAll(definition.title), group: 'about' },
    { label: words('about.description'), lines: inAll(definition.description), group: 'about' },
    { label: words('about.body'), lines: bodyLines(context, institution), group: 'about' },
    {
      label: words('about.field'),
      lines: [
        context.own([definition.fieldOfStudy?.code, definition.fieldOfStudy?.name].filter(Boolean).join(' ')),
      ],
      group: 'about',
    },
    { label: words('group.outcomes.title'), lines: outcomeLines(context, language), group: 'outcomes' },
    { label: words('group.assessments.title'), lines: assessmentLines(context), group: 'assessments' },
    { label: words('level.workload'), lines: workloadLines(context), group: 'level' },
    { label: words('level.level'), lines: levelLines(context), group: 'level' },
    {
      label: words('participation.mode'),
      lines: [context.say(definition.participation && participationModes[definition.participation])],
      group: 'participation',
    },
    { label: words('participation.quality'), lines: qualityLines(context), group: 'participation' },
    ...furtherRows(context),
  ];
  const told = rows.map((row) => ({ ...row, lines: row.lines.filter((line) => line.length > 0) }));
  return told.filter((row) => row.lines.length > 0 || row.label !== words('about.field'));
}

function bodyLines({ definition, country }: Context, institution: Institution): SummaryPart[][] {
  return [institution, ...definition.furtherAwardingBodies].map((body) => [
    { text: `${body.legalName} (${country(body.country)})` },
  ]);
}

function outcomeLines({ definition, words, own }: Context, language: string): SummaryPart[][] {
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

function workloadLines({ definition: { workload }, words }: Context): SummaryPart[][] {
  return [
    workload.ects === undefined ? [] : [{ text: words('level.ectsCount', { ects: workload.ects }) }],
    workload.hours === undefined ? [] : [{ text: words('level.hoursCount', { hours: workload.hours }) }],
  ];
}

function levelLines({ definition: { level }, words, say, own }: Context): SummaryPart[][] {
  if (!level) return [];
  if (level.kind === 'not-applicable') return [[{ text: words('level.notApplicable') }], own(level.reason)];
  return [
    [{ text: words('level.eqfLevel', { level: level.eqf }) }],
    own(level.nqf),
    say(level.cycle && cycles[level.cycle]),
  ];
}

function qualityLines({ definition: { qualityAssurance: quality }, words }: Context): SummaryPart[][] {
  if (!quality) return [];
  const standard =
    quality.standard === 'other'
      ? quality.otherStandard
      : quality.standard && words(`participation.standards.${quality.standard}`);
  const kind = quality.kind && words(`participation.kinds.${quality.kind}`);
  return [kind, standard, quality.body, quality.reference, quality.url].map((text) =>
    text ? [{ text }] : [],
  );
}

/** The optional elements: shown where something is told. */
function furtherRows({ definition, words, own }: Context): SummaryRow[] {
  const { prerequisites, stackability, furtherInformation: further, validMonths } = definition;
  const rows: SummaryRow[] = [
    { label: words('more.prerequisites'), lines: [own(prerequisites)], group: 'more' },
    {
      label: words('more.stackability'),
      lines: stackability
        ? [[{ text: words(`more.stackabilities.${stackability.kind}`) }], own(stackability.towards)]
        : [],
      group: 'more',
    },
    { label: words('more.further'), lines: [own(further?.text), own(further?.url)], group: 'more' },
    {
      label: words('more.validity'),
      lines: validMonths ? [[{ text: words('more.monthsCount', { count: validMonths }) }]] : [],
      group: 'more',
    },
  ];
  return rows.filter((row) => row.lines.some((line) => line.length > 0));
}
