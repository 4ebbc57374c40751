/** The Problem that something throws; fails the test when it throws nothing, or something else. */
import { expect } from 'chai';
import { Problem } from '../../src/shared/problem.js';

export async function thrownProblem(deed: () => unknown): Promise<Problem> {
  try {
    await deed();
  } catch (error) {
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  }
  throw new Error('nothing was thrown, a Problem was expected');
}
