/** What signed documents say of evidence from the LMS's own records. */
import { expect } from 'chai';
import { carriedGrades } from '../../../src/domain/awards/carried-grade.js';
import { criteriaNarrative, evidenceContent } from '../../../src/domain/awards/narratives.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aDefinition } from '../../support/builders/a-definition.js';

const at = new Date('2026-11-19T08:00:00Z');
const observedAt = new Date('2026-11-20T08:00:00Z');
const item = { id: '2', name: 'Final assignment' };
const rule: AwardRule = {
  kind: 'all',
  of: [
    { kind: 'activity-grade', item, thresholdPoints: 12 },
    { kind: 'activity-completion', item, needs: 'passed' },
    { kind: 'activity-completion', item: { ...item, id: '3' }, needs: 'completed' },
    { kind: 'course-total', thresholdPercent: 50 },
    { kind: 'course-completion' },
    { kind: 'competency', item: { id: '1', name: 'Managing data' } },
  ],
};
const score = { score: 15, minimum: 0, maximum: 20, givenAt: at, observedAt };
const facts: Fact[] = [
  { kind: 'activity-grade', itemId: '2', ...score },
  { kind: 'activity-completion', itemId: '2', state: 'passed', done: true, at, observedAt },
  { kind: 'activity-completion', itemId: '3', state: 'complete', done: true, at, observedAt },
  { kind: 'course-total', ...score },
  { kind: 'course-completion', completed: true, at, observedAt },
  { kind: 'competency', itemId: '1', rating: 'proficient', at, observedAt },
];

const endsWith = (text: string): RegExp => new RegExp(`${text.replace(/[()]/g, '\\$&')}$`);

describe('signed sentences about records of the LMS', () => {
  const onScale = { score: 3, minimum: 1, maximum: 3, onScale: true, levelName: 'Excellent', observedAt };
  const cases = [
    ['en', 'Good', 'reaches level 2 of 3 (“Good”)', 'reached level 2 of 3 (“Good”).'],
    ['en', undefined, 'reaches level 2 of 3', 'reached level 2 of 3.'],
    ['fr', 'Bien', 'atteint le niveau 2 sur 3 (« Bien »)', 'a atteint le niveau 2 sur 3 (« Bien »).'],
    ['fr', undefined, 'atteint le niveau 2 sur 3', 'a atteint le niveau 2 sur 3.'],
  ] as const;
  for (const [language, levelName, asked, seen] of cases)
    it(`a level ${levelName ?? 'without a name'}, when it was reached, then is told in ${language}, and not the learner’s own`, () => {
      const part: AwardRule = {
        kind: 'activity-grade',
        item,
        thresholdLevel: 2,
        levels: 3,
        ...(levelName && { levelName }),
      };
      const told = meetsRule(part, [{ kind: 'activity-grade', itemId: '2', ...onScale }]);
      expect(criteriaNarrative(aDefinition({ language, rule: part }))).to.match(endsWith(asked));
      const [evidence] = evidenceContent(told, aDefinition({ language }));
      expect(evidence?.narrative).to.contain(seen).and.not.to.contain('Excellent');
      expect(evidence?.kind).to.equal('grade');
      expect(carriedGrades(told)).to.deep.equal({});
    });

  for (const language of ['en', 'fr'])
    it(`criteria and evidence, when they are written in ${language}, then name no activity and no grade`, () => {
      const criteria = criteriaNarrative(aDefinition({ language, rule }));
      const evidence = evidenceContent(meetsRule(rule, facts), aDefinition({ language }));
      expect(evidence.map(({ kind }) => kind)).to.deep.equal([
        'grade',
        'activity-completion',
        'activity-completion',
        'grade',
        'course-completion',
        'competency',
      ]);
      const told = [criteria, ...evidence.map(({ name, narrative }) => `${name} ${narrative}`)].join('\n');
      expect(told).not.to.match(/Final assignment|15|undefined/);
      expect(told).to.contain('Managing data').and.to.contain('12 points').and.to.contain('50 %');
      for (const { narrative } of evidence) expect(narrative).to.contain('2026-11-19');
      const lines = evidence.map(({ narrative }) => narrative);
      expect(new Set(lines).size).to.equal(lines.length);
    });
});
