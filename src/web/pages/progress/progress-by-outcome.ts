/** The requirements grouped by learning outcome, where outcomes have rules of their own: what proves each, and what counts for the whole. */
import type { Request } from 'express';
import { outcomeVerdict, resultParts } from '../../../domain/evidence/outcome-results.js';
import type { RuleResult, Verdict } from '../../../domain/evidence/verdict.js';
import type { DraftDefinition } from '../../../domain/micro-credentials/definition.js';
import {
  kindOfVerdict,
  linesOfResult,
  linesOfRule,
  type LineContext,
  type RequirementBlock,
} from '../requirement-lines.js';
import { wordsIn, writtenText } from '../words-of.js';

interface Grouped {
  block: RequirementBlock;
  /** How the lines of the block belong together; undefined of a single one. */
  combineText?: string;
}

interface OutcomeProgress {
  text: string;
  lang?: string;
  verdict?: Verdict;
  /** Colour of the verdict's word. */
  kind?: string;
  /** What proves it by itself; undefined: what counts for the whole does. */
  own?: Grouped;
}

export interface ProgressByOutcome {
  lead: string;
  outcomes: OutcomeProgress[];
  whole?: Grouped;
}

/** Undefined where one rule counts for the whole. @param result of the definition's rule; undefined: without anybody's results */
export function progressByOutcome(
  req: Request,
  definition: DraftDefinition,
  result: RuleResult | undefined,
  context: LineContext,
): ProgressByOutcome | undefined {
  const { outcomes, rule, language } = definition;
  if (outcomes.every(({ provenBy }) => provenBy === undefined)) return undefined;
  const words = wordsIn(req, 'learner');
  const parts = result && resultParts(result);
  const grouped = (block: RequirementBlock): Grouped => ({
    block,
    combineText:
      block.combine === 'one'
        ? undefined
        : words(`progress.combine.${block.combine}`, { count: block.count }),
  });
  const told = outcomes.map(({ id, text, provenBy }): OutcomeProgress => {
    const verdict = parts && outcomeVerdict(parts, id);
    const answer = parts?.outcomes.get(id);
    const own = answer ? linesOfResult(answer, context) : provenBy && linesOfRule(provenBy, context);
    return {
      ...writtenText(req, text, language),
      verdict,
      kind: verdict && kindOfVerdict[verdict],
      own: own && grouped(own),
    };
  });
  const whole = parts?.whole ? linesOfResult(parts.whole, context) : rule && linesOfRule(rule, context);
  return {
    lead: words(whole ? 'progress.outcomesAndWhole' : 'progress.outcomes'),
    outcomes: told,
    whole: whole && grouped(whole),
  };
}
