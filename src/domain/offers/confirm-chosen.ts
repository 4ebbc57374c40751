/**
 * An examiner confirms learners chosen from the list, all with one reason: first who would be confirmed and who not, then the
 * confirmations. One at a time: confirm-learner.ts.
 */
import { takingTurns } from '../../shared/taking-turns.js';
import { reasonGiven } from '../courses/reason-given.js';
import {
  chosenLearners,
  holds,
  parted,
  type ChosenLearner,
  type ChosenLearnersDeps,
  type ChosenLearnersInput,
  type ChosenLook,
  type HoldsAward,
} from './chosen-learners.js';

export type NotConfirmed = HoldsAward | 'confirmed';

/** Writes on their way to the database at once. */
const writtenAtOnce = 8;

/** Confirms nobody. @throws Problem not-permitted, micro-credential-not-published */
export async function lookForConfirmations(
  deps: ChosenLearnersDeps,
  input: ChosenLearnersInput,
): Promise<ChosenLook<NotConfirmed>> {
  const { version, learners, isListed, trouble } = await chosenLearners(deps, input);
  const whyNot = ({ award, confirmation }: ChosenLearner): NotConfirmed | undefined => {
    if (confirmation?.confirmed) return 'confirmed';
    const held = award && holds(award);
    // an offer of an older version is claimed by what was confirmed of that one
    return held === 'offered' && award?.version === version.number ? undefined : held;
  };
  return { version, ...parted(learners, whyNot), isListed, trouble };
}

/**
 * Asks anew what `lookForConfirmations` tells, and confirms those who are not confirmed at this moment.
 * @param input.reason in the examiner's words, 1 to 1000 characters
 * @throws Problem as `lookForConfirmations`, request-invalid (facts.fields.reason)
 */
export async function confirmChosen(
  deps: ChosenLearnersDeps,
  input: ChosenLearnersInput & { reason: string },
): Promise<ChosenLook<NotConfirmed>> {
  const { visit, microCredential } = input;
  const reason = reasonGiven(input.reason);
  const look = await lookForConfirmations(deps, input);
  const { subject, name } = visit.person;
  const at = deps.clock();
  const inTurn = takingTurns(writtenAtOnce);
  const decide = (learner: ChosenLearner): Promise<void> =>
    deps.confirmations.decide({
      microCredentialId: microCredential.id,
      version: look.version.number,
      platformId: visit.platformId,
      subject: learner.subject,
      confirmed: true,
      examiner: { subject, name },
      reason,
      at,
    });
  await Promise.all(look.taken.map((learner) => inTurn(() => decide(learner))));
  return look;
}
