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
import { textIn } from '../../../shared/language-map.js';
import type { GroupName } from './groups/group.js';
import type { Words } from './groups/section.js';

export interface SummaryRow {
  label: string;
  lines: string[];
  group: GroupName;
}

export function definitionSummary(
  definition: DraftDefinition,
  institution: Institution,
  language: string,
  words: Words,
): SummaryRow[] {
  const say = (term: Term | undefined): string[] =>
    term ? [language.startsWith('fr') ? term.name.fr : term.name.en] : [];
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const own = definition.language;
  const rows: SummaryRow[] = [
    { label: words('about.title'), lines: Object.values(definition.title).filter(Boolean), group: 'about' },
    {
      label: words('about.description'),
      lines: Object.values(definition.description).filter(Boolean),
      group: 'about',
    },
    {
      label: words('about.body'),
      lines: [
        `${institution.legalName} (${countries.of(institution.country) ?? institution.country})`,
        ...definition.furtherAwardingBodies.map(
          (body) => `${body.legalName} (${countries.of(body.country) ?? body.country})`,
        ),
      ],
      group: 'about',
    },
    {
      label: words('group.outcomes.title'),
      lines: definition.outcomes.map((outcome) => {
        const proof = definition.assessments.find((assessment) => assessment.id === outcome.assessmentId);
        const text = textIn(outcome.text, own);
        return proof?.name ? `${text} (${words('outcomes.assessment').toLowerCase()} ${proof.name})` : text;
      }),
      group: 'outcomes',
    },
    {
      label: words('group.assessments.title'),
      lines: definition.assessments.map((assessment) =>
        [
          assessment.name,
          ...say(assessment.type && assessmentTypes[assessment.type]),
          assessment.criterion,
          ...say(assessment.supervision && supervisionKinds[assessment.supervision]),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      group: 'assessments',
    },
    { label: words('level.workload'), lines: workloadLines(definition, words), group: 'level' },
    { label: words('level.level'), lines: levelLines(definition, words, say), group: 'level' },
    {
      label: words('participation.mode'),
      lines: say(definition.participation && participationModes[definition.participation]),
      group: 'participation',
    },
    {
      label: words('participation.quality'),
      lines: qualityLines(definition, words),
      group: 'participation',
    },
  ];
  if (definition.prerequisites)
    rows.push({ label: words('more.prerequisites'), lines: [definition.prerequisites], group: 'more' });
  if (definition.stackability)
    rows.push({
      label: words('more.stackability'),
      lines: [
        words(`more.stackabilities.${definition.stackability.kind}`),
        ...(definition.stackability.towards ? [definition.stackability.towards] : []),
      ],
      group: 'more',
    });
  if (definition.furtherInformation)
    rows.push({
      label: words('more.further'),
      lines: [definition.furtherInformation.text, definition.furtherInformation.url].filter(
        (line): line is string => Boolean(line),
      ),
      group: 'more',
    });
  return rows;
}

function workloadLines({ workload }: DraftDefinition, words: Words): string[] {
  const lines: string[] = [];
  if (workload.ects !== undefined) lines.push(`${workload.ects} ECTS`);
  if (workload.hours !== undefined) lines.push(`${workload.hours} ${words('level.hours').toLowerCase()}`);
  return lines;
}

function levelLines(
  { level }: DraftDefinition,
  words: Words,
  say: (term: Term | undefined) => string[],
): string[] {
  if (!level) return [];
  if (level.kind === 'not-applicable') return [words('level.notApplicable'), level.reason].filter(Boolean);
  return [
    words('level.eqfLevel', { level: level.eqf }),
    ...(level.nqf ? [level.nqf] : []),
    ...say(level.cycle && cycles[level.cycle]),
  ];
}

function qualityLines({ qualityAssurance: quality }: DraftDefinition, words: Words): string[] {
  if (!quality) return [];
  return [
    quality.kind && words(`participation.kinds.${quality.kind}`),
    quality.standard &&
      (quality.standard === 'other'
        ? quality.otherStandard
        : words(`participation.standards.${quality.standard}`)),
    quality.body,
    quality.reference,
    quality.url,
  ].filter((line): line is string => Boolean(line));
}
