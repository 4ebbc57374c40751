import { expect } from 'chai';
import { slicesOfIds } from '../../../src/edges/storage/slices-of-ids.js';
import { randomId } from '../../../src/shared/ids.js';

interface Slice {
  $gte: string;
  $lt?: string;
}

describe('slicesOfIds', () => {
  const slices = (beginning?: string): Slice[] =>
    [...slicesOfIds(beginning)].map(({ operators }) => operators as unknown as Slice);
  const holds = (id: string, { $gte, $lt }: Slice): boolean => id >= $gte && ($lt === undefined || id < $lt);

  it('any text, wherever the slices begin, is in one of them', () => {
    const texts = [
      '',
      '!',
      '-',
      '--',
      'award-1',
      'zz',
      'zzzz',
      '~',
      'é',
      ...Array.from({ length: 200 }, randomId),
    ];
    for (const beginning of ['--', 'zz', 'A0', '_a', '', undefined])
      for (const text of texts)
        expect(
          slices(beginning).filter((slice) => holds(text, slice)),
          `${text} from ${beginning}`,
        ).to.have.length(1);
  });

  it('ids of which few are needed, in slices, are met a few at a time at first, and all after a few slices', () => {
    const ids = Array.from({ length: 4_096 }, randomId);
    const [first, ...others] = slices('A0').map((slice) => ids.filter((id) => holds(id, slice)).length);
    expect(first).to.be.lessThan(20);
    expect(others).to.have.length.below(10);
  });
});
