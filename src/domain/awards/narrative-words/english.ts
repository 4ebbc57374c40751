/** The English words inside signed documents. */
import type { Threshold } from '../../micro-credentials/award-rule.js';
import type { NarrativeWords } from './words.js';

const threshold = (asked: Threshold): string => {
  if ('thresholdLevel' in asked) {
    const told = `level ${asked.thresholdLevel} of ${asked.levels}`;
    return asked.levelName === undefined ? told : `${told} (“${asked.levelName}”)`;
  }
  if (!('thresholdPoints' in asked)) return `${asked.thresholdPercent} %`;
  return `${asked.thresholdPoints} ${asked.thresholdPoints === 1 ? 'point' : 'points'}`;
};

const thresholdReached = (asked: Threshold): string =>
  'thresholdLevel' in asked ? threshold(asked) : `the threshold of ${threshold(asked)}`;

export const english: NarrativeWords = {
  colon: ':',
  outcomes: 'Each learning outcome is shown in an assessment:',
  rule: 'The award is made when:',
  all: 'all of these hold',
  any: 'one of these holds',
  atLeast: (count) => (count === 1 ? 'one of these holds' : `at least ${count} of these hold`),
  shown: (outcome, holds) => `“${outcome}” is shown when ${holds ?? 'this holds'}`,
  required(condition) {
    switch (condition.kind) {
      case 'restricted-activity':
        return 'the learning platform lets the learner into an activity restricted to those who have passed';
      case 'own-line-item':
        return `the result recorded in the course reaches ${threshold(condition)}`;
      case 'examiner-confirmation':
        return 'an examiner confirms that the criteria are met';
      case 'jury-decision':
        return 'a jury of two examiners decides, on a portfolio of prior learning, that the criteria are met';
      case 'activity-grade':
        return `the grade in a graded activity of the course reaches ${threshold(condition)}`;
      case 'activity-completion':
        return condition.needs === 'passed'
          ? 'the learning platform records an activity of the course as passed'
          : 'the learning platform records an activity of the course as completed';
      case 'course-total':
        return `the total grade of the course reaches ${threshold(condition)}`;
      case 'course-completion':
        return 'the learning platform records the course as completed';
      case 'competency':
        return `the learner is rated proficient in the competency “${condition.item.name}”`;
    }
  },
  within({ notBefore, notAfter }) {
    if (notBefore === undefined) return `on or before ${notAfter}`;
    return notAfter === undefined ? `on or after ${notBefore}` : `between ${notBefore} and ${notAfter}`;
  },
  seen: {
    'restricted-activity': 'Access to a restricted activity',
    'own-line-item': 'Result recorded in the course',
    'examiner-confirmation': 'Confirmation by an examiner',
    'jury-decision': 'Validation of prior learning: decision of a jury on a portfolio',
    'activity-grade': 'Grade in a graded activity',
    'activity-completion': 'Completion of an activity',
    'course-total': 'Total grade of the course',
    'course-completion': 'Completion of the course',
    competency: 'Rating in a competency',
  },
  proves: (outcome) => `It proves the learning outcome “${outcome}”.`,
  confirmed(condition, date, named) {
    const on = date ? ` on ${date}` : '';
    switch (condition.kind) {
      case 'restricted-activity':
        return `The learning platform let the learner into an activity restricted to those who have passed${on}, and listed the learner among them.`;
      case 'own-line-item':
        return `The result recorded in the course reached ${thresholdReached(condition)}${on}.`;
      case 'examiner-confirmation':
        return `An examiner of the course confirmed that the criteria are met${on}.`;
      case 'jury-decision': {
        const jury =
          named.length > 0 ? `A jury of two examiners (${named.join(', ')})` : 'A jury of two examiners';
        return `${jury} decided${on}, on a portfolio of prior learning, that the criteria are met.`;
      }
      case 'activity-grade':
        return `The grade in a graded activity of the course reached ${thresholdReached(condition)}${on}.`;
      case 'activity-completion':
        return condition.needs === 'passed'
          ? `The learning platform recorded an activity of the course as passed${on}.`
          : `The learning platform recorded an activity of the course as completed${on}.`;
      case 'course-total':
        return `The total grade of the course reached ${thresholdReached(condition)}${on}.`;
      case 'course-completion':
        return `The learning platform recorded the course as completed${on}.`;
      case 'competency':
        return `The learner was rated proficient in the competency “${condition.item.name}”${on}.`;
    }
  },
  correction: {
    name: 'Correction of an earlier credential',
    told: (url, date) => `This credential supersedes ${url}. It was first awarded on ${date}.`,
  },
};
