import { expect } from 'chai';
import { isSignedIn } from '../../../src/domain/institutions/is-signed-in.js';
import { signIn } from '../../../src/domain/institutions/sign-in.js';
import { signOut } from '../../../src/domain/institutions/sign-out.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryAdministrators, plainHasher } from '../../support/memory/memory-administrators.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const password = 'correct horse battery';

async function world() {
  const administrators = memoryAdministrators();
  await administrators.setFirstPassword(await plainHasher.hash(password));
  const time = { now: new Date('2026-11-20T08:00:00Z') };
  return { administrators, hasher: plainHasher, newId: countedIds(), time, clock: () => time.now };
}

describe('sign in', () => {
  it('when the password is right, then the session holds until it is signed out', async () => {
    const deps = await world();
    const { secret, expiresAt } = await signIn(deps, { password, source: 'a' });
    expect(secret).to.have.length(44);
    expect(expiresAt).to.deep.equal(new Date('2026-11-20T20:00:00Z'));
    expect(await isSignedIn(deps, secret)).to.equal(true);
    expect(await isSignedIn(deps, `${secret}x`)).to.equal(false);
    expect(await isSignedIn(deps, undefined)).to.equal(false);
    await signOut(deps, secret);
    expect(await isSignedIn(deps, secret)).to.equal(false);
  });

  it('when twelve hours have passed, then the session is over', async () => {
    const deps = await world();
    const { secret } = await signIn(deps, { password, source: 'a' });
    deps.time.now = new Date('2026-11-20T20:00:01Z');
    expect(await isSignedIn(deps, secret)).to.equal(false);
  });

  it('when the password is typed with other code points, then it is the same', async () => {
    const deps = await world();
    await deps.administrators.setPassword(await plainHasher.hash('motdepass\u00e9 long'));
    await signIn(deps, { password: 'motdepasse\u0301 long', source: 'a' });
  });

  it('when it is wrong, huge, or nothing is set up, then signing in fails alike', async () => {
    const deps = await world();
    for (const wrong of ['wrong', '', 'x'.repeat(1_000_000)]) {
      const problem = await thrownProblem(() => signIn(deps, { password: wrong, source: wrong.slice(0, 5) }));
      expect(problem.code).to.equal('sign-in-failed');
    }
    const bare = { ...deps, administrators: memoryAdministrators() };
    expect((await thrownProblem(() => signIn(bare, { password, source: 'b' }))).code).to.equal(
      'sign-in-failed',
    );
  });

  it('when a source failed ten times, then even the right password waits a quarter of an hour', async () => {
    const deps = await world();
    const fail = () => signIn(deps, { password: 'wrong', source: 'a' });
    for (let count = 0; count < 10; count += 1)
      expect((await thrownProblem(fail)).code).to.equal('sign-in-failed');
    const right = () => signIn(deps, { password, source: 'a' });
    expect((await thrownProblem(right)).code).to.equal('too-many-attempts');
    await signIn(deps, { password, source: 'b' });
    deps.time.now = new Date(deps.time.now.getTime() + 15 * 60_000 + 1);
    expect((await right()).secret).to.be.a('string');
  });

  it('when fifty failed from many sources, then a new source waits as well', async () => {
    const deps = await world();
    for (let count = 0; count < 50; count += 1) {
      const source = `source-${count}`;
      expect((await thrownProblem(() => signIn(deps, { password: 'wrong', source }))).code).to.equal(
        'sign-in-failed',
      );
    }
    const problem = await thrownProblem(() => signIn(deps, { password, source: 'new' }));
    expect(problem.code).to.equal('too-many-attempts');
  });

  it('when one source fails without end, then others can still sign in', async () => {
    const deps = await world();
    for (let count = 0; count < 200; count += 1) {
      await thrownProblem(() => signIn(deps, { password: 'wrong', source: 'a' }));
    }
    expect((await signIn(deps, { password, source: 'b' })).secret).to.be.a('string');
  });

  it('when signing in succeeded, then former failures are forgotten', async () => {
    const deps = await world();
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 9; count += 1) {
        await thrownProblem(() => signIn(deps, { password: 'wrong', source: 'a' }));
      }
      await signIn(deps, { password, source: 'a' });
    }
  });
});
