/** The learning outcomes of a published version, each with the assessment that proves it, as the public pages show them. */
import type { Request } from 'express';
import type { OutcomeGrade } from '../../domain/awards/carried-grade.js';
import type { Definition, LearningOutcome } from '../../domain/micro-credentials/definition.js';
import { assessmentTypes, supervisionKinds } from '../../domain/micro-credentials/vocabularies.js';
import { capitalised } from './capitalised.js';
import { outcomeGradeText } from './outcome-grade-lines.js';
import { writtenText } from './words-of.js';

interface Outcome {
  id: string;
  text: string;
  lang?: string;
  code?: string;
  alignment?: { framework: string; name: string; code?: string; url: string };
  /** "15 of 20": where an award carries a grade of it. */
  grade?: string;
}

export interface OutcomeGroup {
  outcomes: Outcome[];
  /** What proves all of them. */
  assessment?: { name: string; type?: string; criterion: string; supervision?: string };
  /** Language of what the teacher wrote, where it is not the page's. */
  lang?: string;
}

/** Outcomes that one assessment proves stand together, in the order in which they were written. @param grades that an award carries */
export function outcomeGroups(
  req: Request,
  definition: Definition,
  grades: readonly OutcomeGrade[] = [],
): OutcomeGroup[] {
  const groups = new Map<string, OutcomeGroup>();
  for (const outcome of definition.outcomes) {
    const group = groups.get(outcome.assessmentId) ?? newGroup(req, definition, outcome.assessmentId);
    groups.set(outcome.assessmentId, group);
    const own = grades.find(({ outcomeId }) => outcomeId === outcome.id);
    const grade = own && outcomeGradeText(req, own);
    group.outcomes.push({ ...outcomeOf(req, definition, outcome), grade });
  }
  return [...groups.values()];
}

function newGroup(req: Request, definition: Definition, assessmentId: string): OutcomeGroup {
  const found = definition.assessments.find(({ id }) => id === assessmentId);
  const { language } = req;
  const type = found?.type && capitalised(assessmentTypes[found.type].name[language]);
  return {
    outcomes: [],
    lang: definition.language === language ? undefined : definition.language,
    assessment: found && {
      name: found.name || (type ?? ''),
      type: found.name && !sameWords(found.name, type) ? type : undefined,
      criterion: found.criterion,
      supervision: found.supervision && capitalised(supervisionKinds[found.supervision].name[language]),
    },
  };
}

/** True where the name of an assessment says no more than its type. */
export function sameWords(name: string, type: string | undefined): boolean {
  return name.toLocaleLowerCase() === type?.toLocaleLowerCase();
}

function outcomeOf(req: Request, { language }: Definition, outcome: LearningOutcome): Outcome {
  const { id, text, code, alignment } = outcome;
  return { id, ...writtenText(req, text, language), code: code || undefined, alignment };
}
