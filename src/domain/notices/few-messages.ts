/**
 * Mail that nobody can be flooded with: so many messages to one address in a day, and so many in a day that people of one
 * institution have sent to addresses of their choice.
 */
import type { Clock } from '../../shared/clock.js';
import { emailKeyOf } from '../awards/confirmed-identity.js';
import type { Mail, MailMessage } from './mail.js';
import type { MailTallies, MailTally } from './mail-tallies.js';

export interface FewMessagesDeps {
  mailTallies: MailTallies;
  clock: Clock;
  emailPepper: Uint8Array;
}

/** To one address in a day: those that come by themselves, and those that people have sent there. */
export const mostByThemselves = 10;
export const mostAskedFor = 5;
/** Asked for in the name of one institution in a day. */
export const mostOfInstitution = 100;

/** The same mail, but that it answers 'too-many' in place of sending where there were enough on this day. */
export function fewMessages(mail: Mail, deps: FewMessagesDeps): Mail {
  const { mailTallies } = deps;
  return {
    async send(message) {
      const taken: MailTally[] = [];
      for (const { tally, most } of limitsOf(deps, message)) {
        if (!(await mailTallies.take(tally, most))) {
          await Promise.all(taken.map((one) => mailTallies.giveBack(one)));
          return 'too-many';
        }
        taken.push(tally);
      }
      const outcome = await mail.send(message);
      // it is tried again: the same message is not to use up the day
      if (outcome === 'later') await Promise.all(taken.map((one) => mailTallies.giveBack(one)));
      return outcome;
    },
  };
}

function limitsOf(
  { clock, emailPepper }: FewMessagesDeps,
  { to, askedBy }: MailMessage,
): { tally: MailTally; most: number }[] {
  const day = clock().toISOString().slice(0, 10);
  const key = emailKeyOf(to.address, emailPepper);
  if (askedBy === undefined) return [{ tally: { of: `notices ${key}`, day }, most: mostByThemselves }];
  return [
    { tally: { of: `asked ${key}`, day }, most: mostAskedFor },
    { tally: { of: `institution ${askedBy}`, day }, most: mostOfInstitution },
  ];
}
