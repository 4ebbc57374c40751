/** Measures what two running programs use for the same deed, by turns. For deeds inside of one process: compare-costs.ts. */
import type { MeasuredProgram } from './measured-program.js';
import { median } from './median.js';

export interface Deed {
  label: string;
  program: MeasuredProgram;
  run: () => Promise<unknown>;
}

export interface Turns {
  /** Deeds before anything is counted: until the programs run compiled. */
  warmUp: number;
  turns: number;
  perTurn: number;
  /** Deeds at the same time, as when a class begins. */
  atOnce: number;
}

/**
 * Prints what each deed costs the program's own process in CPU milliseconds, all threads together: the median over the turns.
 * @returns the reference's cost divided by ours
 */
export async function comparePrograms(ours: Deed, reference: Deed, plan: Turns): Promise<number> {
  const sides = [ours, reference].map((deed) => ({ deed, costs: [] as number[] }));
  await Promise.all(sides.map(({ deed }) => repeat(deed.run, plan.warmUp, plan.atOnce)));
  for (let turn = 0; turn < plan.turns; turn++) {
    for (const { deed, costs } of turn % 2 === 0 ? sides : sides.toReversed()) {
      const before = await deed.program.figures();
      await repeat(deed.run, plan.perTurn, plan.atOnce);
      const after = await deed.program.figures();
      costs.push((after.cpu - before.cpu) / plan.perTurn);
    }
  }
  const [our = NaN, their = NaN] = sides.map(({ deed, costs }) => {
    console.log(`${deed.label}: ${median(costs).toFixed(2)} ms (n ${plan.turns * plan.perTurn})`);
    return median(costs);
  });
  return their / our;
}

export async function repeat(deed: () => Promise<unknown>, times: number, atOnce: number): Promise<void> {
  let left = times;
  const one = async (): Promise<void> => {
    while (left-- > 0) await deed();
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
