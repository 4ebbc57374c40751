/** Repeatable random rules, and random facts about one learner that may or may not belong to them. */
import type { Fact, FactDoubt, FactTrouble } from '../../../src/domain/evidence/fact.js';
import type { AwardRule, Condition, Period } from '../../../src/domain/micro-credentials/award-rule.js';
import type { RuleParts } from '../../../src/domain/micro-credentials/rule-of.js';

/** Pseudo-random choices (xorshift32): the seed is told when a case fails. */
export function choices(seed: number) {
  let state = seed | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return {
    below,
    oneOf: <T>(values: readonly T[]): T => values[below(values.length)] as T,
    maybe: <T>(value: T): T | undefined => (below(3) === 0 ? undefined : value),
  };
}
export type Choices = ReturnType<typeof choices>;

const links = ['link-1', 'link-2', 'link-3'];
/** Numbers in the LMS: one a column, an activity and a competency. */
const items = ['1', '2'];
const troubles: FactTrouble[] = [
  'lms-unreachable',
  'lms-error',
  'lms-busy',
  'lms-refused',
  'lms-answer-unreadable',
  'lms-service-missing',
  'lms-token-refused',
  'not-asked',
];
const doubts: FactDoubt[] = ['left-out', 'score-hidden', 'score-unsettled', 'course-no-criteria'];
export const observedAt = new Date('2026-11-20T08:00:00Z');

const dayOf = (number: number): string => `2026-11-${String(number).padStart(2, '0')}`;
/** Half of the conditions count on any day; the last day may lie before the first. */
const randomDays = ({ below, maybe }: Choices): Period =>
  below(2) === 0 ? {} : { notBefore: maybe(dayOf(1 + below(9))), notAfter: maybe(dayOf(1 + below(9))) };
/** A moment on one of those days, at its very beginning or end too; or none. */
const randomMoment = ({ below, maybe, oneOf }: Choices): Date | undefined =>
  maybe(new Date(`${dayOf(1 + below(9))}T${oneOf(['00:00:00.000', '12:00:00.000', '23:59:59.999'])}Z`));

/** Percent in quarters, points in quarters: exact. */
const randomThreshold = ({ below, oneOf }: Choices) =>
  oneOf([{ thresholdPercent: below(401) / 4 }, { thresholdPoints: below(90) / 4 }]);

/** A level of a scale of three or four; the facts are of scales of three or of other grades. */
const randomLevel = ({ below, oneOf }: Choices) => {
  const levels = oneOf([3, 3, 4]);
  return { thresholdLevel: 1 + below(levels), levels };
};

function randomCondition(random: Choices): Condition {
  const { oneOf } = random;
  const item = (): { id: string; name: string } => ({ id: oneOf(items), name: 'Something' });
  return oneOf<() => Condition>([
    () => ({ kind: 'restricted-activity', linkId: oneOf(links) }),
    () => ({
      kind: 'own-line-item',
      linkId: oneOf(links),
      ...randomThreshold(random),
      ...randomDays(random),
    }),
    () => ({ kind: 'examiner-confirmation', ...randomDays(random) }),
    () => ({ kind: 'jury-decision', ...randomDays(random) }),
    () => ({ kind: 'activity-grade', item: item(), ...randomThreshold(random), ...randomDays(random) }),
    () => ({ kind: 'activity-grade', item: item(), ...randomLevel(random), ...randomDays(random) }),
    () => ({ kind: 'course-total', ...randomThreshold(random), ...randomDays(random) }),
    () => ({
      kind: 'activity-completion',
      item: item(),
      needs: oneOf(['passed', 'completed'] as const),
      ...randomDays(random),
    }),
    () => ({ kind: 'course-completion', ...randomDays(random) }),
    () => ({ kind: 'competency', item: item(), ...randomDays(random) }),
  ])();
}

export function randomRule(random: Choices, depth: number): AwardRule {
  if (depth === 0 || random.below(3) === 0) return randomCondition(random);
  const of = Array.from({ length: 1 + random.below(3) }, () => randomRule(random, depth - 1));
  const kind = random.oneOf(['all', 'any', 'at-least'] as const);
  // now and then one more than there are parts: that can never be met
  return kind === 'at-least' ? { kind, count: 1 + random.below(of.length + 1), of } : { kind, of };
}

/** One to four outcomes, with rules of their own or without, and a rule for the whole, which may be missing. */
export function randomParts(random: Choices): RuleParts {
  const { below, maybe } = random;
  const outcomes = Array.from({ length: 1 + below(4) }, (_, at) => ({
    id: `o${at + 1}`,
    text: { en: `Outcome ${at + 1}` },
    assessmentId: 'a1',
    provenBy: maybe(randomRule(random, 2)),
  }));
  return { outcomes, rule: maybe(randomRule(random, 2)) };
}

/** What may be known of one learner: for each link and number a fact of each kind, or none. Scores are in quarters: exact. */
export function randomFacts(random: Choices): Fact[] {
  const { oneOf, maybe, below } = random;
  const trouble = (): FactTrouble | undefined => (below(5) === 0 ? oneOf(troubles) : undefined);
  const open = () => ({
    observedAt,
    trouble: trouble(),
    doubt: below(6) === 0 ? oneOf(doubts) : undefined,
  });
  const score = () => ({ score: maybe(below(90) / 4), givenAt: randomMoment(random) });
  const all: Fact[] = [
    ...links.flatMap((linkId): Fact[] => [
      {
        kind: 'restricted-activity',
        linkId,
        launched: oneOf([true, false]),
        listed: maybe(oneOf([true, false])),
        unrestricted: maybe(oneOf([true, false, false])),
        observedAt,
        trouble: trouble(),
      },
      {
        kind: 'own-line-item',
        linkId,
        ...score(),
        maximum: oneOf([20, 20, 20, 10, 0, undefined]),
        observedAt,
        trouble: below(6) === 0 ? 'no-line-item' : trouble(),
      },
    ]),
    { kind: 'examiner-confirmation', confirmed: oneOf([true, false]), at: randomMoment(random) },
    {
      kind: 'jury-decision',
      decision: maybe(oneOf(['proven', 'not-proven'] as const)),
      at: randomMoment(random),
    },
    ...items.flatMap((itemId): Fact[] => [
      {
        kind: 'activity-grade',
        itemId,
        ...oneOf([
          { ...score(), minimum: oneOf([0, 0, 1]), maximum: oneOf([20, 20, 10, 0, undefined]) },
          {
            score: maybe(oneOf([1, 2, 3, 3, 2.5, 0, 4])),
            givenAt: randomMoment(random),
            onScale: true,
            minimum: oneOf([1, 1, 1, 0]),
            maximum: oneOf([3, 3, 4]),
          },
        ]),
        ...open(),
      },
      {
        kind: 'activity-completion',
        itemId,
        state: maybe(oneOf(['incomplete', 'complete', 'passed', 'failed'] as const)),
        done: oneOf([true, false]),
        at: randomMoment(random),
        ...open(),
      },
      {
        kind: 'competency',
        itemId,
        rating: maybe(oneOf(['proficient', 'not-proficient', 'unrated'] as const)),
        at: randomMoment(random),
        ...open(),
      },
    ]),
    { kind: 'course-total', ...score(), minimum: 0, maximum: oneOf([20, 10, 0, undefined]), ...open() },
    {
      kind: 'course-completion',
      completed: maybe(oneOf([true, false])),
      at: randomMoment(random),
      ...open(),
    },
  ];
  return all.filter(() => below(5) > 0);
}
