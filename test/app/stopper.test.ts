import { expect } from 'chai';
import { stopper } from '../../src/app/stopper.js';

describe('stopper', () => {
  function opened(...names: string[]) {
    const closed: string[] = [];
    const closing = names.map((name) => async () => {
      closed.push(name);
      if (name.startsWith('stuck')) throw new Error(`${name} does not close`);
    });
    return { closed, stop: stopper(closing) };
  }

  it('everything, when it is stopped twice at once, is closed once, what was opened last first', async () => {
    const { closed, stop } = opened('database', 'server');
    await Promise.all([stop(), stop()]);
    expect(closed).to.deep.equal(['server', 'database']);
  });

  it('everything, when one of it cannot be closed, is closed all the same, and who stopped it is told', async () => {
    const { closed, stop } = opened('engine', 'database', 'stuck members', 'server');
    const told = await stop().then(
      () => 'closed',
      (error: Error) => error.message,
    );
    expect(told).to.equal('stuck members does not close');
    expect(closed).to.deep.equal(['server', 'stuck members', 'database', 'engine']);
  });
});
