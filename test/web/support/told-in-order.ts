/** Does the summary of errors name the fields in the order in which the page has them? */
import { expect } from 'chai';

/** @param count how many faults there are: an empty summary would be in order */
export function expectToldInOrder(text: string, count: number): void {
  const placeOf = (field: string): number => text.search(new RegExp(` id="${field}["-]`));
  const told = [...text.matchAll(/<li><a href="#([\w.-]+)"/g)].map(([, field = '']) => field);
  expect(told).to.have.length(count);
  expect(told).to.deep.equal([...told].sort((one, other) => placeOf(one) - placeOf(other)));
}
