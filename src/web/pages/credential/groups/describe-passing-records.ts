/** Fields of the group "passing" for evidence of the LMS's own web services: only where its administrator has entered a token. */
import type { Asked } from '../../../../domain/evidence/asked.js';
import type { LevelThreshold } from '../../../../domain/micro-credentials/award-rule.js';
import { lmsName } from '../../lms-name.js';
import type { Say } from '../../words-of.js';
import { gradeChoices } from './grade-choices.js';
import type { GroupContext } from './group-context.js';
import { furtherPlaces, itemsFor, recordsConditions, type Choosable } from './passing-records.js';
import type { PassingPart } from './passing-values.js';
import type { Choice, Field, Section } from './section.js';

/** What a word means differs: Canvas completes items of modules, and its total counts what is missing. */
const hintOf = ({ words, lms }: GroupContext, name: string): string =>
  words(`passing.${name}Hint${lms.family === 'canvas' ? '-canvas' : ''}`, { lms: lmsName(words, lms) });

export function describePassingRecords(context: GroupContext): Section[] {
  const { words, lms, offered, draft } = context;
  if (!lms.records) return [];
  const named = { lms: lmsName(words, lms) };
  const hint = (name: string): string => hintOf(context, name);
  const missing: Section = {
    legend: words('passing.records', named),
    hint: words('passing.recordsNotOffered', named),
    fields: [],
  };
  // what is saved can be seen and taken out without a token, too
  if (!offered && recordsConditions(draft.rule).length === 0) return [missing];
  return [
    ...(offered ? [] : [missing]),
    {
      legend: words('passing.grade', named),
      hint: hint('grade'),
      notices: troubleNotice(context, offered?.columns),
      fields: [tick(context, 'useGrade'), ...gradeFields(context, ''), ...days(context, 'grade')],
      more: further(context, 'activity-grade', gradeFields),
    },
    {
      legend: words('passing.completion', named),
      hint: hint('completion'),
      notices: [...troubleNotice(context, offered?.activities), ...noActivities(context)],
      fields: [
        tick(context, 'useCompletion'),
        ...completionFields(context, ''),
        ...days(context, 'completion'),
      ],
      more: further(context, 'activity-completion', completionFields),
    },
    {
      legend: words('passing.total'),
      hint: hint('total'),
      fields: [tick(context, 'useTotal'), ...threshold(context, 'total', ''), ...days(context, 'total')],
    },
    {
      legend: words('passing.course'),
      hint: hint('course'),
      fields: [tick(context, 'useCourse'), ...days(context, 'course')],
    },
    ...competencySections(context),
  ];
}

/** A course without competencies is not bothered with them. */
function competencySections(context: GroupContext): Section[] {
  const { words, offered, draft } = context;
  const items = itemsFor('competency', offered, draft.rule);
  const notices = troubleNotice(context, offered?.competencies);
  if (items.length === 0 && notices.length === 0) return [];
  return [
    {
      legend: words('passing.competency'),
      hint: hintOf(context, 'competency'),
      notices,
      fields: [
        tick(context, 'useCompetency'),
        ...competencyFields(context, ''),
        ...days(context, 'competency'),
      ],
      more: further(context, 'competency', competencyFields),
    },
  ];
}

type FieldsOfPlace = (context: GroupContext, place: string) => Field[];

const gradeFields: FieldsOfPlace = (context, place) => [
  {
    kind: 'choice',
    name: `gradeColumn${place}`,
    label: numbered(context, 'passing.gradeColumn', place),
    choices: [...noneFor(context, place), ...columnChoices(context)],
    when: 'ticked',
  },
  ...threshold(context, 'grade', place),
];

const completionFields: FieldsOfPlace = (context, place) => [
  {
    kind: 'choice',
    name: `completionActivity${place}`,
    label: numbered(context, 'passing.completionActivity', place),
    choices: [...noneFor(context, place), ...activityChoices(context)],
    when: 'ticked',
  },
  {
    kind: 'choice',
    name: `completionNeeds${place}`,
    label: numbered(context, 'passing.completionNeeds', place),
    choices: ['passed', 'completed'].map((value) => ({
      value,
      label: context.words(`passing.needs.${value}`),
    })),
    when: 'ticked',
  },
];

const competencyFields: FieldsOfPlace = (context, place) => [
  {
    kind: 'choice',
    name: `competency${place}`,
    label: numbered(context, 'passing.competencyWhich', place),
    choices: [
      ...noneFor(context, place),
      ...itemsFor('competency', context.offered, context.draft.rule).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    ],
    when: 'ticked',
  },
];

/** In the first place something is chosen, in a further one nothing may be. */
const noneFor = ({ words }: GroupContext, place: string): Choice[] =>
  place === '' ? [] : [{ value: '', label: words('form.none') }];

/** Places for more of the same, folded away; none where there is but one thing to choose. */
function further(context: GroupContext, kind: Choosable, fields: FieldsOfPlace): Section['more'] {
  const { words, offered, draft } = context;
  const count = itemsFor(kind, offered, draft.rule).length;
  if (count < 2) return undefined;
  const wanted = furtherPlaces(kind).slice(0, count - 1);
  return {
    label: words(`passing.further.${kind}`),
    fields: wanted.flatMap((place) => fields(context, place)),
    when: 'ticked',
  };
}

const tick = ({ words }: GroupContext, name: string): Field => ({
  kind: 'tick',
  name,
  label: words(`passing.${name}`),
});

function columnChoices({ words, offered, draft }: GroupContext): Choice[] {
  return [...gradeChoices(offered, draft.rule)].map(
    ([
      value,
      {
        item: { name },
        level,
        maximum,
      },
    ]) => {
      if (level) return { value, label: levelLabel(words, name, level) };
      return { value, label: maximum === undefined ? name : words('passing.columnOf', { name, maximum }) };
    },
  );
}

function levelLabel(
  words: Say,
  name: string,
  { thresholdLevel: level, levels, levelName }: LevelThreshold,
): string {
  const key = levelName === undefined ? 'passing.columnLevel' : 'passing.columnLevelNamed';
  return words(key, { name, level, levels, levelName });
}

function activityChoices({ words, offered, draft }: GroupContext): Choice[] {
  const activities = offered && 'answer' in offered.activities ? offered.activities.answer : [];
  return itemsFor('activity-completion', offered, draft.rule).map(({ id, name }) => {
    const asksForPass = activities.find((activity) => activity.id === id)?.asksForPass;
    return { value: id, label: asksForPass ? words('passing.asksForPass', { name }) : name };
  });
}

function threshold(context: GroupContext, of: 'grade' | 'total', place: string): Field[] {
  return [
    {
      kind: 'number',
      name: `${of}Threshold${place}`,
      label: numbered(context, 'passing.threshold', place),
      when: 'ticked',
    },
    {
      kind: 'choice',
      name: `${of}Unit${place}`,
      label: numbered(context, 'passing.thresholdUnit', place),
      when: 'ticked',
      choices: (['percent', 'points'] as const).map((value) => ({
        value,
        label: context.words(`passing.units.${value}`),
      })),
    },
  ];
}

/** Labels of further places have their number, so that they can be told apart. */
const numbered = ({ words }: GroupContext, key: string, place: string): string =>
  place === '' ? words(key) : words('passing.numbered', { label: words(key), number: place });

/** First and last day that count. */
const days = ({ words }: GroupContext, of: PassingPart): Field[] =>
  (['NotBefore', 'NotAfter'] as const).map((side) => ({
    kind: 'date',
    name: `${of}${side}`,
    label: words(`passing.dated${side}`),
    hint: words('passing.dayHint'),
    optional: true,
    when: 'ticked',
  }));

function troubleNotice(
  { words }: GroupContext,
  asked: Asked<unknown> | undefined,
): NonNullable<Section['notices']> {
  if (!asked || !('trouble' in asked)) return [];
  const reason = words(`reason.${asked.trouble}`);
  return [{ text: words('passing.listNotHad', { reason }), kind: 'wait' }];
}

function noActivities({ words, lms, offered }: GroupContext): NonNullable<Section['notices']> {
  const none = offered && 'answer' in offered.activities && offered.activities.answer.length === 0;
  return none
    ? [{ text: words('passing.noActivities', { lms: lmsName(words, lms) }), kind: 'wait' as const }]
    : [];
}
