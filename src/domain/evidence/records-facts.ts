/** Turns what the LMS's web services told into facts about one learner. Pure. What they leave out is a doubt, never a "no". */
import type { GradeRecord } from '../courses/course-records.js';
import type { RecordsCondition } from '../micro-credentials/award-rule.js';
import type { Asked } from './asked.js';
import type { Fact, FactDoubt, FactTrouble } from './fact.js';
import type { RecordsObservation } from './observe-records.js';

export interface OfLearner {
  subject: string;
  observedAt: Date;
}

export function recordsFact(
  condition: RecordsCondition,
  observation: RecordsObservation,
  of: OfLearner,
): Fact {
  switch (condition.kind) {
    case 'activity-grade': {
      const { kind, item } = condition;
      const seen = scoreSeen(observation.grades, of, (grade) => grade.columnId === item.id);
      return { kind, itemId: item.id, ...seen };
    }
    case 'course-total':
      return {
        kind: 'course-total',
        ...scoreSeen(observation.grades, of, (grade) => grade.kind === 'course-total'),
      };
    case 'activity-completion': {
      const { kind, item } = condition;
      const asked = answerTo(observation.completion?.get(of.subject));
      const about = { kind, itemId: item.id, observedAt: of.observedAt } as const;
      if ('trouble' in asked) return { ...about, ...asked };
      const told = asked.answer.find((record) => record.activityId === item.id);
      if (!told || told.state === 'untold') return { ...about, doubt: 'left-out' };
      return { ...about, state: told.state, done: told.done, at: told.at };
    }
    case 'course-completion': {
      const asked = answerTo(observation.courseCompletion?.get(of.subject));
      const about = { kind: condition.kind, observedAt: of.observedAt } as const;
      if ('trouble' in asked) return { ...about, ...asked };
      const { answer } = asked;
      if (answer === 'not-tracked') return { ...about, doubt: 'left-out' };
      if (answer === 'no-criteria') return { ...about, doubt: 'course-no-criteria' };
      return { ...about, completed: answer.completed, at: answer.at };
    }
    case 'competency': {
      const { kind, item } = condition;
      const asked = answerTo(observation.ratings?.get(of.subject));
      const about = { kind, itemId: item.id, observedAt: of.observedAt } as const;
      if ('trouble' in asked) return { ...about, ...asked };
      const told = asked.answer.find((record) => record.competencyId === item.id);
      return told ? { ...about, rating: told.rating, at: told.at } : { ...about, doubt: 'left-out' };
    }
  }
}

const answerTo = <T>(asked: Asked<T> | undefined): Asked<T> => asked ?? { trouble: 'not-asked' };

interface ScoreSeen {
  score?: number;
  minimum?: number;
  maximum?: number;
  onScale?: boolean;
  levelName?: string;
  givenAt?: Date;
  observedAt: Date;
  trouble?: FactTrouble;
  doubt?: FactDoubt;
}

function scoreSeen(
  grades: RecordsObservation['grades'],
  { subject, observedAt }: OfLearner,
  isIt: (grade: GradeRecord) => boolean,
): ScoreSeen {
  const asked = answerTo(grades);
  if ('trouble' in asked) return { observedAt, ...asked };
  const grade = asked.answer.get(subject)?.find(isIt);
  if (!grade) return { observedAt, doubt: 'left-out' };
  const doubt = doubtOf(grade);
  if (doubt) return { observedAt, doubt };
  const { score, minimum, maximum, onScale, levelNames, at } = grade;
  return {
    observedAt,
    score,
    minimum,
    maximum,
    ...(onScale && { onScale, levelName: levelNames?.given }),
    givenAt: at,
  };
}

function doubtOf({ hidden, settled }: GradeRecord): FactDoubt | undefined {
  if (hidden) return 'score-hidden';
  return settled ? undefined : 'score-unsettled';
}
