import { expect } from 'chai';
import { createPasswordHasher } from '../../../src/edges/keys/password-hasher.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('createPasswordHasher', function () {
  this.timeout(30_000);
  const hasher = createPasswordHasher();

  it('a password, hashed, is argon2id with 19 MiB and two passes, and verifies', async () => {
    const hash = await hasher.hash('correct horse battery staple');
    expect(hash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(hash, 'correct horse battery staple')).to.equal(true);
    expect(await hasher.verify(hash, 'correct horse battery stapler')).to.equal(false);
    expect(await hasher.verify(hash, '')).to.equal(false);
  });

  it('a password, hashed twice, has two hashes', async () => {
    expect(await hasher.hash('the same password')).not.to.equal(await hasher.hash('the same password'));
  });

  it('passwords with letters beyond ASCII, and long ones, verify', async () => {
    for (const password of ['пароль-şifre-密碼-🔐', 'x'.repeat(1000)]) {
      const hash = await hasher.hash(password);
      expect(await hasher.verify(hash, password)).to.equal(true);
      expect(await hasher.verify(hash, `${password}.`)).to.equal(false);
    }
  });

  it('twenty passwords, hashed at once, are all hashed', async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, (_, n) => hasher.hash(`password ${n}`)));
    expect(await hasher.verify(hashes[19] ?? '', 'password 19')).to.equal(true);
  });

  it('a hash that is none, verified, is told as trouble, and the next one has its turn', async () => {
    for (const broken of ['', 'no hash', '$argon2id$v=19$m=19456']) {
      const problem = await thrownProblem(() => hasher.verify(broken, 'password'));
      expect(problem.code).to.equal('unexpected');
    }
    const hash = await hasher.hash('still works');
    expect(await hasher.verify(hash, 'still works')).to.equal(true);
  });
});
