import { expect } from 'chai';
import { longDate } from '../../src/shared/long-date.js';

describe('a long date', () => {
  const first = new Date('2027-01-01T08:05:00Z');
  const eleventh = new Date('2027-01-11T23:59:00Z');
  const cases: ['en' | 'fr', object, Date, string][] = [
    ['fr', {}, first, '1er janvier 2027'],
    ['fr', {}, eleventh, '11 janvier 2027'],
    ['fr', { timeStyle: 'short' }, first, '1er janvier 2027 à 08:05'],
    ['en', {}, first, '1 January 2027'],
    ['en', { timeStyle: 'short' }, eleventh, '11 January 2027 at 23:59'],
  ];
  for (const [language, options, moment, told] of cases)
    it(`${moment.toISOString()}, when it is told in ${language}, then is ${told}`, () => {
      expect(longDate(language, options).format(moment)).to.equal(told);
    });
});
