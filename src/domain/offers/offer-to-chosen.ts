/** A teacher offers the award to learners chosen from the list: first who would be offered it and who not, then the offers. */
import { takingTurns } from '../../shared/taking-turns.js';
import {
  chosenLearners,
  holds,
  parted,
  type ChosenLearner,
  type ChosenLearnersDeps,
  type ChosenLearnersInput,
  type ChosenLook,
  type HoldsAward,
  type LeftOut,
} from './chosen-learners.js';
import { offeredAtOnce, offerToAbsent, type OfferToAbsentDeps } from './offer-to-absent.js';

/** 'retired': nobody is offered the award any more. */
export type NotOffered = HoldsAward | 'not-met' | 'unknown' | 'retired';

/** Offers nothing. @throws Problem not-permitted, micro-credential-not-published */
export async function lookForOffers(
  deps: ChosenLearnersDeps,
  input: ChosenLearnersInput,
): Promise<ChosenLook<NotOffered>> {
  const { version, learners, isListed, trouble } = await chosenLearners(deps, input);
  const whyNot = ({ award, result }: ChosenLearner): NotOffered | undefined => {
    if (award) return holds(award);
    if (input.microCredential.retiredAt) return 'retired';
    return result.verdict === 'met' ? undefined : result.verdict;
  };
  return { version, ...parted(learners, whyNot), isListed, trouble };
}

/**
 * Asks anew what `lookForOffers` tells, and offers the award to those who meet the rule at this moment. Whoever was offered it by
 * somebody else meanwhile is left out; doing it twice offers nothing twice.
 * @throws Problem as `lookForOffers`
 */
export async function offerToChosen(
  deps: ChosenLearnersDeps & OfferToAbsentDeps,
  input: ChosenLearnersInput,
): Promise<ChosenLook<NotOffered>> {
  const { course, microCredential, visit } = input;
  const look = await lookForOffers(deps, input);
  const { version } = look;
  const inTurn = takingTurns(offeredAtOnce);
  const by = visit.person.subject;
  const told = await Promise.all(
    look.taken.map((learner) =>
      inTurn(async () => {
        const offer = { course, microCredential, version, learner, basis: learner.result, by };
        return { learner, isOffered: await offerToAbsent(deps, offer) };
      }),
    ),
  );
  const late = told.flatMap(({ learner, isOffered }): LeftOut<NotOffered>[] =>
    isOffered ? [] : [{ learner, why: 'offered' }],
  );
  return {
    ...look,
    taken: told.flatMap(({ learner, isOffered }) => (isOffered ? [learner] : [])),
    leftOut: [...look.leftOut, ...late],
  };
}
