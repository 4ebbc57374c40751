import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { readable } from '../course/course-web.js';
import { startPublicWeb, type PublicWeb } from './public-web.js';

const rests = (named: boolean): Award['basis'] => ({
  kind: 'condition',
  verdict: 'met',
  result: {
    condition: { kind: 'jury-decision' },
    verdict: 'met',
    reason: 'jury-proven',
    details: {
      at: new Date('2026-11-12T00:00:00Z'),
      ...(named && { examinerOne: 'Irène Examiner', examinerTwo: 'Max Juror' }),
    },
  },
});

describe('an award that rests on a jury’s decision', () => {
  let web: PublicWeb;
  afterEach(() => web.close());

  const evidenceIn = async (file: string): Promise<unknown> => {
    const told = (await (await web.get(`${web.path}/${file}`)).json()) as { evidence: unknown[] };
    return told.evidence[0];
  };

  it('when it is read, then page and documents say so, with genre and day, and name no examiner', async () => {
    web = await startPublicWeb({ offer: { basis: rests(false) } });
    const page = readable(await web.page(web.path));
    expect(page).to.contain(
      'A jury of two examiners decided, on a portfolio of prior learning, that the criteria are met. Decided on 12 November 2026.',
    );
    for (const file of ['open-badge-3.json', 'open-badge-2.json'])
      expect(await evidenceIn(file), file).to.deep.include({
        name: 'Validation of prior learning: decision of a jury on a portfolio',
        narrative:
          'A jury of two examiners decided on 2026-11-12, on a portfolio of prior learning, that the criteria are met.',
        genre: 'jury-decision',
      });
  });

  it('when the examiners agreed to be named, then page and documents name them, in French too', async () => {
    web = await startPublicWeb({ offer: { basis: rests(true) } });
    for (const language of ['en', 'fr'])
      expect(readable(await web.page(web.path, language)), language).to.contain(
        '(Irène Examiner, Max Juror)',
      );
    expect(await evidenceIn('open-badge-3.json'))
      .to.have.property('narrative')
      .that.contains('Max Juror');
  });
});
