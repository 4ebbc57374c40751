import { expect } from 'chai';
import { readReasons } from '../../../src/documents/read/reasons.js';
import { europeanElements } from '../../../src/domain/verification/european-elements.js';
import { verificationReasons } from '../../../src/domain/verification/reasons.js';
import { everyCheckName, verificationOutcomes } from '../../../src/domain/verification/report.js';
import { languages } from '../../../src/web/middleware/language.js';
import { readWords } from '../../../src/web/middleware/words.js';
import { reasonsWithWords } from '../../../src/web/pages/verify/outcome-words.js';
import { shownDetails } from '../../../src/web/pages/verify/report-view.js';

const words = readWords('throw');

describe('the words of the verification page', () => {
  for (const language of languages) {
    it(`when any reason, outcome, check, detail or element can occur, then ${language} has a sentence for it`, () => {
      const keys = [
        ...[...readReasons, ...verificationReasons].map((reason) => `reason.${reason}`),
        ...[...verificationOutcomes, ...reasonsWithWords.map(([, reason]) => reason)].flatMap((outcome) =>
          ['title', 'meaning', 'advice'].map((part) => `outcome.${outcome}.${part}`),
        ),
        ...reasonsWithWords.map(([, reason]) => `inside.state.${reason}`),
        ...verificationOutcomes.map((outcome) => `endorsement.state.${outcome}`),
        ...verificationOutcomes.map((outcome) => `endorsement.outcome.${outcome}`),
        ...everyCheckName.map((name) => `check.${name}`),
        ...shownDetails.map((name) => `detail.${name}`),
        ...europeanElements.map((name) => `element.${name}`),
      ];
      const missing = keys.filter((key) => !words.has(language, `verify:${key}`));
      expect(missing).to.deep.equal([]);
    });
  }
});
