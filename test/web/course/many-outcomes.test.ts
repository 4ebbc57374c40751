import { expect } from 'chai';
import { mostOutcomes } from '../../../src/domain/micro-credentials/definition.js';
import { aDefinition, aMicroCredential } from '../../support/builders/a-definition.js';
import { now, shown, startCourse } from './course-web.js';

describe('as many outcomes as a micro-credential may have', () => {
  for (const count of [31, mostOutcomes])
    it(`${count}, when their form is saved as it stands, then none is lost, nor what proves it`, async () => {
      const outcomes = Array.from({ length: count }, (_, at) => ({
        id: `o${at + 1}`,
        text: { en: `Does thing number ${at + 1}` },
        assessmentId: 'a1',
        ...(at === count - 1 && { provenBy: { kind: 'course-completion' as const } }),
      }));
      const draft = { definition: aDefinition({ outcomes }), changedAt: now, changedBy: 'teacher-1' };
      const web = await startCourse({ microCredential: aMicroCredential({ versions: [], draft }) });
      const teacher = await web.teacher();
      const { text } = await teacher.get('credential/outcomes');
      const fields = outcomes.flatMap((_, row) =>
        ['id', 'text', 'assessment'].map((part) => {
          const name = `outcome-${row}-${part}`;
          return [name, shown(text, name) ?? ''] as const;
        }),
      );
      expect((await teacher.save('outcomes', Object.fromEntries(fields))).status).to.equal(303);
      const saved = (await web.draft()).outcomes;
      expect(saved.map(({ id }) => id)).to.deep.equal(outcomes.map(({ id }) => id));
      expect(saved.at(-1)?.provenBy).to.deep.equal({ kind: 'course-completion' });
      await web.close();
    });
});
