/** What a teacher has ticked on the page of outcomes from the LMS, as its form sends it. */
import type { OfferedOutcome, ProposedProof } from '../../../domain/evidence/outcomes-offered.js';
import type { Condition } from '../../../domain/micro-credentials/award-rule.js';
import type { ChosenCompetency } from '../../../domain/micro-credentials/import-outcomes.js';

/** Percent that grades have to reach. */
export const thresholdField = 'threshold';
export const usualThreshold = '50';

/** The box of a proposal: its value names what is proposed, so that a list that has changed meanwhile takes nothing else. */
export function proofField(place: number, at: number, proof: ProposedProof): { name: string; value: string } {
  return { name: `proof-${place}-${at}`, value: `${proof.kind} ${proof.item.id}` };
}

/** Whoever ticks a proof means the outcome. 'threshold': a grade is to count, and the percentage is none. */
export function chosenOutcomes(
  offered: readonly OfferedOutcome[],
  sent: (name: string) => string,
): ChosenCompetency[] | 'threshold' {
  const chosen = offered.flatMap(({ competency, proofs }, place) => {
    const ticked = proofs.filter((proof, at) => {
      const { name, value } = proofField(place, at, proof);
      return sent(name) === value;
    });
    return ticked.length > 0 || sent(`take-${place}`) === competency.id ? [{ competency, ticked }] : [];
  });
  const thresholdPercent = percentIn(sent(thresholdField));
  const isGraded = chosen.some(({ ticked }) => ticked.some(({ kind }) => kind === 'activity-grade'));
  if (isGraded && thresholdPercent === undefined) return 'threshold';
  return chosen.map(({ competency, ticked }) => ({
    competency,
    proofs: ticked.map((proof) => conditionOf(proof, thresholdPercent ?? 0)),
  }));
}

function conditionOf(proof: ProposedProof, thresholdPercent: number): Condition {
  if (proof.kind !== 'activity-grade') return proof;
  const { kind, item } = proof;
  return { kind, item, thresholdPercent };
}

function percentIn(text: string): number | undefined {
  const value = Number(text.replace(',', '.'));
  return /^\d{1,3}([.,]\d+)?$/.test(text) && value <= 100 ? value : undefined;
}
