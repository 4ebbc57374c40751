import { expect } from 'chai';
import { Problem } from '../../../src/shared/problem.js';
import { keptPictures } from '../../../src/edges/pictures/kept-pictures.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('pictures that are kept', () => {
  const input = (number: number) => ({ title: `Title ${number}`, issuer: 'Issuer', seed: 'seed' });

  function pictures() {
    const drawn: string[] = [];
    const kept = keptPictures({
      badge: async ({ title }) => {
        drawn.push(title);
        return Buffer.from(title);
      },
      drawing: async ({ title, language }) => {
        drawn.push(`${title} in ${language}`);
        return title;
      },
    });
    return { drawn, kept };
  }

  it('when one is asked for again, even at once, then it is drawn once', async () => {
    const { drawn, kept } = pictures();
    await Promise.all([kept.badge(input(1)), kept.badge(input(1))]);
    const again = await kept.badge(input(1));
    expect(Buffer.from(again).toString()).to.equal('Title 1');
    expect(drawn).to.deep.equal(['Title 1']);
  });

  it('when title, issuer or seed differ, then each is drawn', async () => {
    const { drawn, kept } = pictures();
    await kept.badge({ title: 'a', issuer: 'b', seed: 'c' });
    await kept.badge({ title: 'ab', issuer: '', seed: 'c' });
    await kept.badge({ title: 'a', issuer: 'b', seed: 'd' });
    expect(drawn).to.have.length(3);
  });

  it('when a drawing is asked for again, then it is drawn once, and by itself', async () => {
    const { drawn, kept } = pictures();
    const asked = { ...input(1), language: 'en' };
    await kept.badge(input(1));
    for (const one of [asked, asked, { ...asked, language: 'fr' }]) await kept.drawing(one);
    expect(drawn).to.deep.equal(['Title 1', 'Title 1 in en', 'Title 1 in fr']);
  });

  it('when many are asked for, then the one asked for longest ago goes first', async () => {
    const { drawn, kept } = pictures();
    for (let number = 0; number < 40; number += 1) await kept.badge(input(number));
    await kept.badge(input(0));
    await kept.badge(input(40));
    await kept.badge(input(0));
    expect(drawn).to.have.length(41);
    await kept.badge(input(1));
    expect(drawn).to.have.length(42);
  });

  it('when drawing fails, then the next request draws again', async () => {
    let tries = 0;
    const kept = keptPictures({
      badge: async () => {
        tries += 1;
        if (tries === 1) throw new Problem('unexpected');
        return new Uint8Array(1);
      },
      drawing: async () => '',
    });
    expect((await thrownProblem(() => kept.badge(input(1)))).code).to.equal('unexpected');
    expect(await kept.badge(input(1))).to.have.length(1);
  });
});
