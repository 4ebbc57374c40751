import { expect } from 'chai';
import { newestEvidence } from '../../../src/domain/evidence/newest-evidence.js';

const observedAt = new Date('2026-11-20T08:00:00Z');
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

describe('newestEvidence', () => {
  it('facts of every kind with dates, asked for the newest, give the newest of their own dates', () => {
    expect(
      newestEvidence([
        { kind: 'own-line-item', linkId: 'l', score: 1, givenAt: day('2026-03-01'), observedAt },
        {
          kind: 'restricted-activity',
          linkId: 'l',
          launched: true,
          launchedAt: day('2026-05-02'),
          observedAt,
        },
        { kind: 'examiner-confirmation', confirmed: true, at: day('2026-04-01') },
        { kind: 'course-completion', completed: true, observedAt },
      ]),
    ).to.deep.equal(day('2026-05-02'));
  });

  it('facts that were only observed, asked for the newest, give none', () => {
    expect(newestEvidence([{ kind: 'own-line-item', linkId: 'l', observedAt }])).to.equal(undefined);
    expect(newestEvidence([])).to.equal(undefined);
  });
});
