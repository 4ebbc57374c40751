import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { validAwards } from '../../../src/domain/awards/learner-record.js';
import { stacksOf } from '../../../src/domain/awards/learner-stacks.js';
import type { DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';

const holder = { institutionId: 'institution-1', platformId: 'platform-1', subject: 'learner-1' };
const now = new Date('2026-11-24T10:00:00Z');

interface Held {
  id: string;
  title?: DraftDefinition['title'];
  stackability?: DraftDefinition['stackability'];
  award?: Partial<Award>;
}

const towards = (name: string) => ({ kind: 'stackable', towards: name }) as const;

/** Names of the stacks and the awards in each, of a learner who was awarded these one after the other. */
async function stacks(...held: Held[]): Promise<[string, string[], number?][]> {
  const awards = held.map(({ id, award }, day) =>
    anIssuedAward({ id, microCredentialId: id, issuedAt: new Date(Date.UTC(2026, 9, 1 + day)), ...award }),
  );
  const kept = held.map(({ id, title = { en: id }, stackability }) =>
    aMicroCredential({ id, linkId: id, versions: [aVersion({ title, stackability })] }),
  );
  const deps = {
    awards: memoryAwards(...awards),
    microCredentials: memoryMicroCredentials(...kept),
    clock: () => now,
    base: 'https://acquis.example.org',
  };
  const found = await stacksOf(deps, await validAwards(deps, holder));
  return found.map(({ towards: name, awards: taken, leftOut }) => {
    const ids = taken.map(({ id }) => id);
    return leftOut > 0 ? [name, ids, leftOut] : [name, ids];
  });
}

describe('the stacks of a learner', () => {
  it('given two that count towards the same name, when asked, then they make one, newest first, and others are not in it', async () => {
    const found = await stacks(
      { id: 'soil', stackability: towards('agronomy') },
      { id: 'writing' },
      { id: 'water', stackability: towards(' Agronomy ') },
    );
    expect(found).to.deep.equal([['Agronomy', ['water', 'soil']]]);
  });

  it('given the larger one as well, when asked, then it stands among them, by its title in any language', async () => {
    const found = await stacks(
      { id: 'whole', title: { en: 'Agronomy', fr: 'Agronomie' }, stackability: towards('Agronomie') },
      { id: 'soil', stackability: towards('Agronomie') },
      { id: 'water', stackability: towards('Agronomie') },
    );
    expect(found).to.deep.equal([['Agronomie', ['water', 'soil', 'whole']]]);
  });

  it('given one part, with or without the larger one, or two versions of one, when asked, then there is no stack', async () => {
    const soil = { id: 'soil', stackability: towards('Agronomy') };
    expect(await stacks(soil, { id: 'Agronomy' })).to.deep.equal([]);
    expect(await stacks(soil, { id: 'Agronomy', stackability: towards('Agronomy') })).to.deep.equal([]);
    expect(
      await stacks(soil, { ...soil, id: 'soil-again', award: { microCredentialId: 'soil' } }),
    ).to.deep.equal([]);
  });

  it('given parts that are ended, revoked, or stand alone, when asked, then they do not count', async () => {
    const soil = { id: 'soil', stackability: towards('Agronomy') };
    const water = { id: 'water', stackability: towards('Agronomy') };
    expect(await stacks(soil, { ...water, award: { expiresAt: now } })).to.deep.equal([]);
    expect(await stacks(soil, { ...water, award: { state: 'revoked', revokedAt: now } })).to.deep.equal([]);
    const alone = { kind: 'stand-alone', towards: 'Agronomy' } as const;
    expect(await stacks(soil, { ...water, stackability: alone })).to.deep.equal([]);
  });

  it('given parts of two larger ones, when asked, then there are two stacks', async () => {
    const found = await stacks(
      { id: 'soil', stackability: towards('Agronomy') },
      { id: 'prose', stackability: towards('Writing') },
      { id: 'water', stackability: towards('Agronomy') },
      { id: 'verse', stackability: towards('Writing') },
    );
    expect(found).to.deep.equal([
      ['Writing', ['verse', 'prose']],
      ['Agronomy', ['water', 'soil']],
    ]);
  });

  it('given more than twenty parts and the larger one, when asked, then the newest parts are taken, and the larger one stays', async () => {
    const parts = Array.from({ length: 21 }, (_, n) => ({
      id: `part-${n}`,
      stackability: towards('Agronomy'),
    }));
    const [[, ids = [], leftOut] = []] = await stacks({ id: 'Agronomy' }, ...parts);
    expect(leftOut).to.equal(2);
    expect(ids).to.have.length(20);
    expect([ids[0], ids[18], ids[19]]).to.deep.equal(['part-20', 'part-2', 'Agronomy']);
  });
});
