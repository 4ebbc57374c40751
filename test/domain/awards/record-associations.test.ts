import { expect } from 'chai';
import { type HeldVersion, recordAssociations } from '../../../src/domain/awards/record-associations.js';

const held = (
  microCredentialId: string,
  number: number,
  definition: Partial<HeldVersion['definition']> = {},
): HeldVersion => ({
  microCredentialId,
  number,
  achievement: `https://acquis.example/achievements/${microCredentialId}/${number}`,
  definition: { title: { en: microCredentialId }, ...definition },
});

describe('recordAssociations', () => {
  const said = (...all: HeldVersion[]): string[] =>
    recordAssociations(all).map(({ kind, source, target }) =>
      [source.slice(36), kind, target.slice(36)].join(' '),
    );

  it('given versions of one micro-credential, when asked, then each is replaced by the next that is held', () => {
    expect(said(held('soil', 4), held('soil', 1), held('soil', 3), held('water', 2))).to.deep.equal([
      'soil/1 replacedBy soil/3',
      'soil/3 replacedBy soil/4',
    ]);
  });

  it('given one that counts towards another by its title, when asked, then it is part of it', () => {
    const stackability = { kind: 'stackable', towards: ' agronomie ' } as const;
    const whole = held('whole', 1, { title: { en: 'Agronomy', fr: 'Agronomie' } });
    expect(said(held('soil', 1, { stackability }), whole)).to.deep.equal(['soil/1 isPartOf whole/1']);
  });

  it('given what counts towards something that is not held, or towards itself, when asked, then nothing is said', () => {
    const stackability = { kind: 'stackable', towards: 'soil' } as const;
    expect(said(held('soil', 1, { stackability }), held('water', 1))).to.deep.equal([]);
  });

  it('given one that stands alone, when asked, then nothing is said of what was once written', () => {
    const stackability = { kind: 'stand-alone', towards: 'water' } as const;
    expect(said(held('soil', 1, { stackability }), held('water', 1))).to.deep.equal([]);
  });
});
