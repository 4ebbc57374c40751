/** Lets a few verifications run at a time and a few more wait: each takes processor time and other servers' answers. */
import { takingTurns } from '../../../shared/taking-turns.js';

/** Undefined: too many wait already, nothing was done. What the work throws goes to its caller. */
export type FewAtOnce = <T>(work: () => Promise<T>, source: string) => Promise<T | undefined>;

interface Places {
  running: number;
  waiting: number;
}

/** @param ofOne the places that one source may take: the others stay for the others */
export function fewAtOnce(all: Places, ofOne: Places): FewAtOnce {
  const inTurn = takingTurns(all.running, ofOne.running);
  const there: string[] = [];
  return async (work, source) => {
    const mine = there.filter((one) => one === source).length;
    if (there.length >= all.running + all.waiting || mine >= ofOne.running + ofOne.waiting) return undefined;
    there.push(source);
    try {
      return await inTurn(work, source);
    } finally {
      there.splice(there.indexOf(source), 1);
    }
  };
}
