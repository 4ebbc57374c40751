import { expect } from 'chai';
import { recentlyUsed } from '../../src/shared/recently-used.js';

describe('recentlyUsed', () => {
  it('given more characters than it holds, lets go of the one not used for longest', () => {
    const store = recentlyUsed<number>(4, (key) => key.length);
    store.set('aa', 1);
    store.set('bb', 2);
    store.get('aa');
    store.set('c', 3);
    expect(['aa', 'bb', 'c'].map((key) => store.get(key))).to.deep.equal([1, undefined, 3]);
  });

  it('given the same key again, holds its newest value once', () => {
    const store = recentlyUsed<number>(4, (key) => key.length);
    store.set('aa', 1);
    store.set('bb', 2);
    store.set('bb', 3);
    expect(['aa', 'bb'].map((key) => store.get(key))).to.deep.equal([1, 3]);
  });

  it('given a key longer than all may be, holds nothing and takes the next one', () => {
    const store = recentlyUsed<number>(4, (key) => key.length);
    store.set('aaaaa', 1);
    store.set('b', 2);
    expect(['aaaaa', 'b'].map((key) => store.get(key))).to.deep.equal([undefined, 2]);
  });
});
