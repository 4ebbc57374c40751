import { expect } from 'chai';
import { longDate } from '../../src/shared/long-date.js';

describe('a long date', () => {
  const first = new Date('2027-01-01T08:05:00Z');
  const eleventh = new Date('2027-01-11T23:59:00Z');
  const cases: [string, object, Date, string][] = [
    ['fr', {}, first, '1er janvier 2027'],
    ['fr', {}, eleventh, '11 janvier 2027'],
    ['fr', { timeStyle: 'short' }, first, '1er janvier 2027 à 08:05'],
    ['en-GB', {}, first, '1 January 2027'],
    ['en-GB', { timeStyle: 'short' }, eleventh, '11 January 2027 at 23:59'],
  ];
  for (const [locale, options, moment, told] of cases)
    it(`${moment.toISOString()}, when it is told in ${locale}, then is ${told}`, () => {
      expect(longDate(locale, options).format(moment)).to.equal(told);
    });
});
