/** Tallies of messages in memory. */
import type { MailTallies, MailTally } from '../../../src/domain/notices/mail-tallies.js';

export function memoryMailTallies(): MailTallies & { all: Map<string, number> } {
  const all = new Map<string, number>();
  const idOf = ({ of, day }: MailTally): string => `${day} ${of}`;
  return {
    all,
    async take(tally, most) {
      const messages = all.get(idOf(tally)) ?? 0;
      if (messages >= most) return false;
      all.set(idOf(tally), messages + 1);
      return true;
    },
    async giveBack(tally) {
      all.set(idOf(tally), (all.get(idOf(tally)) ?? 0) - 1);
    },
  };
}
