/** Fields of the group "passing" for evidence of the LMS's own web services: only where its administrator has entered a token. */
import type { Asked } from '../../../../domain/evidence/asked.js';
import { lmsName } from '../../lms-name.js';
import type { GroupContext } from './group-context.js';
import { itemsFor, recordsConditions } from './passing-records.js';
import type { PassingPart } from './passing-values.js';
import type { Choice, Field, Section } from './section.js';

export function describePassingRecords(context: GroupContext): Section[] {
  const { words, lms, offered, draft } = context;
  if (!lms.records) return [];
  const named = { lms: lmsName(words, lms) };
  const missing: Section = {
    legend: words('passing.records'),
    hint: words('passing.recordsNotOffered', named),
    fields: [],
  };
  // what is saved can be seen and taken out without a token, too
  if (!offered && recordsConditions(draft.rule).length === 0) return [missing];
  return [
    ...(offered ? [] : [missing]),
    {
      legend: words('passing.grade', named),
      hint: words('passing.gradeHint', named),
      notices: troubleNotice(context, offered?.columns),
      fields: [
        tick(context, 'useGrade'),
        {
          kind: 'choice',
          name: 'gradeColumn',
          label: words('passing.gradeColumn'),
          choices: columnChoices(context),
          when: 'ticked',
        },
        ...threshold(context, 'grade'),
        ...days(context, 'grade'),
      ],
    },
    {
      legend: words('passing.completion', named),
      hint: words('passing.completionHint', named),
      notices: [...troubleNotice(context, offered?.activities), ...noActivities(context)],
      fields: [
        tick(context, 'useCompletion'),
        {
          kind: 'choice',
          name: 'completionActivity',
          label: words('passing.completionActivity'),
          choices: activityChoices(context),
          when: 'ticked',
        },
        {
          kind: 'choice',
          name: 'completionNeeds',
          label: words('passing.completionNeeds'),
          choices: ['passed', 'completed'].map((value) => ({
            value,
            label: words(`passing.needs.${value}`),
          })),
          when: 'ticked',
        },
        ...days(context, 'completion'),
      ],
    },
    {
      legend: words('passing.total'),
      hint: words('passing.totalHint', named),
      fields: [tick(context, 'useTotal'), ...threshold(context, 'total'), ...days(context, 'total')],
    },
    {
      legend: words('passing.course'),
      hint: words('passing.courseHint', named),
      fields: [tick(context, 'useCourse'), ...days(context, 'course')],
    },
    ...competencySections(context),
  ];
}

/** A course without competencies is not bothered with them. */
function competencySections(context: GroupContext): Section[] {
  const { words, lms, offered, draft } = context;
  const items = itemsFor('competency', offered, draft.rule);
  const notices = troubleNotice(context, offered?.competencies);
  if (items.length === 0 && notices.length === 0) return [];
  return [
    {
      legend: words('passing.competency'),
      hint: words('passing.competencyHint', { lms: lmsName(words, lms) }),
      notices,
      fields: [
        tick(context, 'useCompetency'),
        {
          kind: 'choice',
          name: 'competency',
          label: words('passing.competencyWhich'),
          choices: items.map(({ id, name }) => ({ value: id, label: name })),
          when: 'ticked',
        },
        ...days(context, 'competency'),
      ],
    },
  ];
}

const tick = ({ words }: GroupContext, name: string): Field => ({
  kind: 'tick',
  name,
  label: words(`passing.${name}`),
});

function columnChoices({ words, offered, draft }: GroupContext): Choice[] {
  const columns = offered && 'answer' in offered.columns ? offered.columns.answer : [];
  return itemsFor('activity-grade', offered, draft.rule).map(({ id, name }) => {
    const maximum = columns.find((column) => column.id === id)?.maximum;
    const label = maximum === undefined ? name : words('passing.columnOf', { name, maximum });
    return { value: id, label };
  });
}

function activityChoices({ words, offered, draft }: GroupContext): Choice[] {
  const activities = offered && 'answer' in offered.activities ? offered.activities.answer : [];
  return itemsFor('activity-completion', offered, draft.rule).map(({ id, name }) => {
    const asksForPass = activities.find((activity) => activity.id === id)?.asksForPass;
    return { value: id, label: asksForPass ? words('passing.asksForPass', { name }) : name };
  });
}

function threshold({ words }: GroupContext, of: 'grade' | 'total'): Field[] {
  return [
    { kind: 'number', name: `${of}Threshold`, label: words('passing.threshold'), when: 'ticked' },
    {
      kind: 'choice',
      name: `${of}Unit`,
      label: words('passing.thresholdUnit'),
      when: 'ticked',
      choices: (['percent', 'points'] as const).map((value) => ({
        value,
        label: words(`passing.units.${value}`),
      })),
    },
  ];
}

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
