import { expect } from 'chai';
import { castUpdate } from '../../../src/edges/storage/cast-update.js';
import { Problem } from '../../../src/shared/problem.js';

describe('castUpdate', () => {
  /** Fields `count` (numbers), `names` (lists of text) and `parts` (of any shape). */
  function cast(fields: Record<string, unknown>): Record<string, unknown> {
    for (const field of Object.keys(fields))
      if (!['count', 'names', 'parts'].includes(field)) throw new Problem('unexpected', { detail: field });
    const { count, names } = fields;
    return {
      ...fields,
      ...(count === undefined ? {} : { count: Number(count) }),
      ...(Array.isArray(names) ? { names: names.map(String) } : {}),
    };
  }

  it('values of every operator, cast, have the types of their fields', () => {
    const update = {
      $set: { count: '3', 'parts.a.b': 4 },
      $max: { count: '5' },
      $push: { names: 6 },
      $unset: { names: 1 },
    };
    expect(castUpdate(update, cast)).to.deep.equal({
      $set: { count: 3, 'parts.a.b': 4 },
      $max: { count: 5 },
      $push: { names: '6' },
      $unset: { names: 1 },
    });
  });

  for (const update of [{ $set: { other: 1 } }, { $set: { 'other.a': 1 } }, { $unset: { other: 1 } }])
    it(`a field that is not declared, in ${JSON.stringify(update)}, is refused`, () => {
      expect(() => castUpdate(update, cast)).to.throw(Problem);
    });

  it('an operator that no store uses is refused', () => {
    expect(() => castUpdate({ $rename: { count: 'names' } }, cast)).to.throw(Problem);
  });
});
