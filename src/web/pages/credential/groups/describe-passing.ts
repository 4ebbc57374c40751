/** Fields of the group "passing": the kinds of evidence that plain LTI and people can give; those of the LMS's records: describe-passing-records.ts. */
import type { ResourceLink } from '../../../../domain/courses/course.js';
import type { LinkStanding } from '../../../../domain/evidence/link-standings.js';
import { lmsName } from '../../lms-name.js';
import type { Say } from '../../words-of.js';
import { describePassingRecords } from './describe-passing-records.js';
import type { GroupContext } from './group-context.js';
import type { Choice, Section } from './section.js';

export function describePassing(context: GroupContext): Section[] {
  const { words, lms, title } = context;
  const access = accessSection(context);
  return [
    ...(lms.rosterObeysRestrictions ? [access] : []),
    scoreSection(context),
    {
      legend: words('passing.examiner'),
      hint: words('passing.examinerHint'),
      fields: [
        { kind: 'tick', name: 'useExaminer', label: words('passing.useExaminer') },
        ...days('examiner', words),
      ],
    },
    {
      legend: words('passing.jury'),
      hint: words('passing.juryHint'),
      fields: [{ kind: 'tick', name: 'useJury', label: words('passing.useJury') }, ...days('jury', words)],
    },
    ...describePassingRecords(context),
    {
      legend: words('passing.combine'),
      fields: [
        {
          kind: 'radio',
          name: 'combine',
          label: words('passing.combineWhich'),
          choices: ['all', 'any', 'at-least'].map((value) => ({ value, label: words(`passing.${value}`) })),
        },
        {
          kind: 'number',
          name: 'atLeast',
          label: words('passing.atLeast'),
          labelInList: `${title}, ${words('passing.atLeast')}`,
          when: 'at-least',
        },
      ],
    },
    ...(lms.rosterObeysRestrictions ? [] : [access]),
  ];
}

/** Where the LMS's lists do not obey restrictions, only the reason why it is not offered. */
function accessSection(context: GroupContext): Section {
  const { words, lms, standings } = context;
  const legend = words('passing.access');
  if (!lms.rosterObeysRestrictions)
    return { legend, hint: words('passing.accessNotOffered', { lms: lmsName(words, lms) }), fields: [] };
  return {
    legend,
    hint: words('passing.accessHint', { lms: lmsName(words, lms) }),
    notices: standings.map((standing) => standingNotice(context, standing)),
    fields: [
      { kind: 'tick', name: 'useAccess', label: words('passing.useAccess') },
      activity(
        'accessLink',
        words('passing.accessLink'),
        activities(context, () => undefined),
      ),
    ],
  };
}

/** A column is known where a launch told of it; the teacher may ask for one in the activity they are in. */
function scoreSection(context: GroupContext): Section {
  const { course, linkId, words, lms } = context;
  const hasColumn = ({ lineItemUrl }: ResourceLink): boolean => lineItemUrl !== undefined;
  const here = course.links.find(({ id }) => id === linkId);
  return {
    legend: words('passing.score'),
    hint: words('passing.scoreHint', { lms: lmsName(words, lms) }),
    fields: [
      { kind: 'tick', name: 'useScore', label: words('passing.useScore') },
      { kind: 'number', name: 'threshold', label: words('passing.threshold'), when: 'ticked' },
      {
        kind: 'choice',
        name: 'thresholdUnit',
        label: words('passing.thresholdUnit'),
        when: 'ticked',
        choices: (['percent', 'points'] as const).map((value) => ({
          value,
          label: words(`passing.thresholdUnits.${value}`),
        })),
      },
      activity(
        'scoreLink',
        words('passing.scoreLink'),
        activities(context, (link) => (hasColumn(link) ? words('passing.withColumn') : undefined)),
      ),
      ...days('score', words),
    ],
    notices: course.links.some(hasColumn) ? [] : [{ text: words('passing.noColumn'), kind: 'wait' }],
    button:
      here && hasColumn(here) ? undefined : { name: 'createColumn', label: words('passing.createColumn') },
  };
}

/** The activities of the course, this one first; `note` stands behind the name. */
function activities(
  { course, linkId, words }: GroupContext,
  note: (link: ResourceLink) => string | undefined,
): Choice[] {
  const here = ({ id }: ResourceLink): boolean => id === linkId;
  return course.links
    .toSorted((a, b) => Number(here(b)) - Number(here(a)))
    .map((link) => {
      const notes = [here(link) ? words('passing.thisActivity') : undefined, note(link)].filter(Boolean);
      const name = link.title || link.id;
      return { value: link.id, label: notes.length > 0 ? `${name} (${notes.join(', ')})` : name };
    });
}

/** An activity to choose: only asked for while the box above it is ticked. */
const activity = (name: string, label: string, choices: Choice[]): Section['fields'][number] => ({
  kind: 'choice',
  name,
  label,
  choices,
  when: 'ticked',
});

/** First and last day that count. */
const days = (of: 'score' | 'examiner' | 'jury', words: Say): Section['fields'] =>
  (['NotBefore', 'NotAfter'] as const).map((side) => ({
    kind: 'date',
    name: `${of}${side}`,
    label: words(`passing.${of}${side}`),
    hint: words('passing.dayHint'),
    optional: true,
    when: 'ticked',
  }));

/** How an activity stands in the LMS now. */
function standingNotice({ course, words, lms }: GroupContext, standing: LinkStanding) {
  const link = course.links.find(({ id }) => id === standing.linkId)?.title || standing.linkId;
  const { listed, learners } = standing;
  const tell = (key: string) =>
    words(`passing.${key}`, { lms: lmsName(words, lms), link, listed, all: learners });
  if (listed === undefined) return { text: tell('couldNotAsk'), kind: 'wait' as const };
  if (learners === 0) return { text: tell('noLearners') };
  if (standing.unrestricted) return { text: tell('warnUnrestricted'), kind: 'wait' as const };
  return { text: tell('restrictedNow') };
}
