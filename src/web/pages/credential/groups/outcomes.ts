/** Group "outcomes": M6 learning outcomes, each with the assessment that proves it and, if wanted, a framework alignment. */
import type { DraftDefinition, LearningOutcome } from '../../../../domain/micro-credentials/definition.js';
import type { FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';
import { idOfRow, idsTaken, rowsSent } from './rows.js';

export function readOutcomes(values: FormValues, draft: DraftDefinition): GroupReading {
  const read = readValues(values);
  const taken = idsTaken(values, 'outcome', draft.outcomes);
  const outcomes: LearningOutcome[] = [];
  for (const row of rowsSent(values, 'outcome')) {
    const at = (part: string): string => `outcome-${row}-${part}`;
    const text = read.text(at('text'), 1000);
    const code = read.optionalText(at('code'));
    const framework = read.text(at('framework'));
    const alignedName = read.text(at('alignedName'));
    const ofFramework = [at('framework'), at('alignedName')];
    const withUrl = { unsaved: text || code ? ofFramework : [at('assessment'), ...ofFramework] };
    const url = read.url(at('url'), withUrl);
    if ((framework || alignedName) && !read.text(at('url'), 2000)) read.fault(at('url'), 'needed', withUrl);
    if (!text && !code && !url) continue;
    const id = idOfRow(read.text(at('id'), 40), 'o', taken);
    // what is not on the page stays as it was: texts in other languages, what proves the outcome
    const before = draft.outcomes.find((outcome) => outcome.id === id);
    outcomes.push({
      ...before,
      id,
      text: { ...before?.text, [draft.language]: text },
      code,
      assessmentId: read.text(at('assessment'), 40),
      alignment: url ? { framework, name: alignedName || text.slice(0, 300), url } : undefined,
    });
  }
  return { changes: { outcomes }, faults: read.faults };
}

export function showOutcomes(draft: DraftDefinition): Record<string, string> {
  const values: Record<string, string> = {};
  draft.outcomes.forEach((outcome, row) => {
    values[`outcome-${row}-id`] = outcome.id;
    values[`outcome-${row}-text`] = outcome.text[draft.language] ?? Object.values(outcome.text)[0] ?? '';
    values[`outcome-${row}-code`] = outcome.code ?? '';
    values[`outcome-${row}-assessment`] = outcome.assessmentId;
    values[`outcome-${row}-framework`] = outcome.alignment?.framework ?? '';
    values[`outcome-${row}-alignedName`] = outcome.alignment?.name ?? '';
    values[`outcome-${row}-url`] = outcome.alignment?.url ?? '';
  });
  return values;
}
