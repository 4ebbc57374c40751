/** Random numbers that can be had again: the seed is printed, and taken from ACQUIS_TEST_SEED where it is set. */

export interface SeededRandom {
  seed: number;
  /** Whole number from 0 to below the limit. */
  below(limit: number): number;
  oneOf<T>(choices: readonly T[]): T;
  chance(probability: number): boolean;
}

/** @param what named in the printed line */
export function seededRandom(what: string): SeededRandom {
  const given = process.env['ACQUIS_TEST_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(given);
  console.log(`      ${what}: ACQUIS_TEST_SEED=${seed}`);
  const next = mulberry32(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    seed,
    below,
    oneOf: (choices) => choices[below(choices.length)] as (typeof choices)[number],
    chance: (probability) => next() < probability,
  };
}

/** 32 bits of state are enough for choosing test cases. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
