/** What the page of passing shows of each learning outcome: whether it has a rule of its own, and what that asks. */
import type { Request } from 'express';
import type { DraftDefinition } from '../../../domain/micro-credentials/definition.js';
import { lineContext, linesOfRule, type RequirementBlock } from '../requirement-lines.js';
import { wordsIn, writtenText } from '../words-of.js';

interface OutcomeRule {
  id: string;
  text: string;
  lang?: string;
  /** Its own rule; undefined: what counts for the whole proves it. */
  block?: RequirementBlock;
  combineText?: string;
}

/** Undefined while there is no outcome. */
export function outcomeRules(req: Request, draft: DraftDefinition): OutcomeRule[] | undefined {
  if (draft.outcomes.length === 0) return undefined;
  const words = wordsIn(req, 'course');
  const context = lineContext(req, 'learner', draft);
  return draft.outcomes.map(({ id, text, provenBy }, at) => {
    const block = provenBy && linesOfRule(provenBy, context);
    const told = writtenText(req, text, draft.language);
    return {
      id,
      ...told,
      text: told.text || words('outcomes.one', { number: at + 1 }),
      block,
      combineText:
        block && block.combine !== 'one'
          ? words(`overview.join.${block.combine}`, { count: block.count })
          : undefined,
    };
  });
}

/** "What proves learning outcome 2" */
export function outcomeTitle(req: Request, { outcomes }: DraftDefinition, outcomeId: string): string {
  const number = outcomes.findIndex(({ id }) => id === outcomeId) + 1;
  return wordsIn(req, 'course')('passing.outcomeTitle', { number });
}
