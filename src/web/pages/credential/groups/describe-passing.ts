/** Fields of the group "passing": the three kinds of evidence that plain LTI can give. */
import type { GroupContext } from './group-context.js';
import type { Choice, Section } from './section.js';

export function describePassing(context: GroupContext): Section[] {
  const { course, linkId, words, lms } = context;
  const here = (id: string) => id === linkId;
  const links: Choice[] = course.links
    .toSorted((a, b) => Number(here(b.id)) - Number(here(a.id)))
    .map(({ id, title }) => ({
      value: id,
      label: here(id) ? words('passing.thisActivity', { link: title || id }) : title || id,
    }));
  const hasColumn = course.links.some((link) => link.lineItemUrl !== undefined);
  const sections: Section[] = [];
  if (lms.rosterObeysRestrictions) {
    sections.push({
      legend: words('passing.access'),
      hint: words('passing.accessHint', { lms: lms.label }),
      notice: standingNotice(context),
      fields: [
        { kind: 'tick', name: 'useAccess', label: words('passing.useAccess') },
        choice('accessLink', words('passing.accessLink'), links),
      ],
    });
  }
  sections.push(
    {
      legend: words('passing.score'),
      hint: words('passing.scoreHint', { lms: lms.label }),
      fields: [
        { kind: 'tick', name: 'useScore', label: words('passing.useScore') },
        { kind: 'text', name: 'threshold', label: words('passing.threshold'), when: 'ticked', short: true },
        choice('scoreLink', words('passing.scoreLink'), links),
      ],
      notice: hasColumn ? undefined : words('passing.noColumn'),
      button: hasColumn ? undefined : { name: 'createColumn', label: words('passing.createColumn') },
    },
    {
      legend: words('passing.examiner'),
      hint: words('passing.examinerHint'),
      fields: [{ kind: 'tick', name: 'useExaminer', label: words('passing.useExaminer') }],
    },
    {
      legend: words('passing.combine'),
      fields: [
        {
          kind: 'radio',
          name: 'combine',
          label: words('passing.combineWhich'),
          choices: ['all', 'any'].map((value) => ({ value, label: words(`passing.${value}`) })),
        },
      ],
    },
  );
  if (!lms.rosterObeysRestrictions) {
    const hint = words('passing.accessNotOffered', { lms: lms.label });
    sections.push({ legend: words('passing.access'), hint, fields: [] });
  }
  return sections;
}

/** An activity to choose: only asked for while the box above it is ticked. */
const choice = (name: string, label: string, choices: Choice[]): Section['fields'][number] => ({
  kind: 'choice',
  name,
  label,
  choices,
  when: 'ticked',
});

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
