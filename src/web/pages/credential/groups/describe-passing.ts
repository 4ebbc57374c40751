/** Fields of the group "passing": the three kinds of evidence that plain LTI can give. */
import type { GroupContext } from './group-context.js';
import type { Choice, Section } from './section.js';

export function describePassing(context: GroupContext): Section[] {
  const { course, words, lms } = context;
  const links: Choice[] = course.links.map((link) => ({ value: link.id, label: link.title || link.id }));
  const hasColumn = course.links.some((link) => link.lineItemUrl !== undefined);
  return [
    {
      fields: [
        {
          kind: 'radio',
          name: 'combine',
          label: words('passing.combine'),
          choices: [
            { value: 'all', label: words('passing.all') },
            { value: 'any', label: words('passing.any') },
          ],
        },
      ],
    },
    {
      legend: words('passing.access'),
      hint: lms.rosterObeysRestrictions
        ? words('passing.accessHint', { lms: lms.label })
        : words('passing.accessNotOffered', { lms: lms.label }),
      notice: standingNotice(context),
      fields: lms.rosterObeysRestrictions
        ? [
            { kind: 'tick', name: 'useAccess', label: words('passing.access') },
            { kind: 'choice', name: 'accessLink', label: words('passing.accessLink'), choices: links },
          ]
        : [],
    },
    {
      legend: words('passing.score'),
      hint: words('passing.scoreHint', { lms: lms.label }),
      notice: hasColumn ? undefined : words('passing.noColumn'),
      fields: [
        { kind: 'tick', name: 'useScore', label: words('passing.score') },
        { kind: 'text', name: 'threshold', label: words('passing.threshold'), short: true },
        { kind: 'choice', name: 'scoreLink', label: words('passing.scoreLink'), choices: links, short: true },
      ],
      button: hasColumn ? undefined : { name: 'createColumn', label: words('passing.createColumn') },
    },
    {
      legend: words('passing.examiner'),
      hint: words('passing.examinerHint'),
      fields: [{ kind: 'tick', name: 'useExaminer', label: words('passing.examiner') }],
    },
  ];
}

function standingNotice({ standings, course, words, lms }: GroupContext): string | undefined {
  if (!lms.rosterObeysRestrictions) return undefined;
  const sentences = standings.map((standing) => {
    const link = course.links.find((candidate) => candidate.id === standing.linkId)?.title ?? standing.linkId;
    if (standing.unrestricted === undefined) return words('passing.couldNotAsk', { lms: lms.label, link });
    if (standing.unrestricted) return words('passing.warnUnrestricted', { lms: lms.label, link });
    return words('passing.restrictedNow', {
      lms: lms.label,
      link,
      listed: standing.listed ?? 0,
      all: standing.learners ?? 0,
    });
  });
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}
