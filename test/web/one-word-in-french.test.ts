import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { projectPath } from '../../src/shared/project-path.js';

const folder = projectPath('views', 'locales', 'fr');

/** Words for one thing that is called otherwise here, and where they mean another thing: the LTI issuer is the LMS. */
const otherwise: [word: string, instead: RegExp, but: string[]][] = [
  ['organisme de délivrance', /émetteur/i, ['admin', 'errors', 'events']],
  ['délivrer, délivrance', /\bémis(es?)?\b|\bémission\b/i, []],
  ['statut, of an award', /liste d’états/i, []],
  ['cachet, of an institution', /\bsceaux?\b/i, []],
  ['prestataire de services de confiance', /prestataires? de confiance/i, []],
];

describe('the words of the French pages', () => {
  for (const [word, instead, but] of otherwise)
    it(`what is called “${word}”, when any page speaks of it, then is not called otherwise`, () => {
      const found = readdirSync(folder)
        .filter((file) => !but.includes(file.replace('.json', '')))
        .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n'))
        .filter((line) => instead.test(line));
      expect(found).to.deep.equal([]);
    });
});
