import { expect } from 'chai';
import { isSignedIn } from '../../../src/domain/institutions/is-signed-in.js';
import { markBrowser } from '../../../src/domain/institutions/known-browser.js';
import { signIn, type SignInDeps } from '../../../src/domain/institutions/sign-in.js';
import { signOut } from '../../../src/domain/institutions/sign-out.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryAdministrators, plainHasher } from '../../support/memory/memory-administrators.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const password = 'correct horse battery';

async function world() {
  const administrators = memoryAdministrators();
  await administrators.setFirstPassword(await plainHasher.hash(password));
  const time = { now: new Date('2026-11-20T08:00:00Z') };
  const sessionKey = new Uint8Array(32).fill(7);
  return {
    administrators,
    hasher: plainHasher,
    sessionKey,
    newId: countedIds(),
    time,
    clock: () => time.now,
  };
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

describe('sign in from a browser that signed in before', () => {
  /** All attempts of strangers are used up. */
  async function stormed() {
    const deps = await world();
    const browserMark = (await markBrowser(deps))?.mark ?? '';
    for (let count = 0; count < 60; count += 1) {
      await thrownProblem(() => signIn(deps, { password: 'wrong', source: `source-${count}` }));
    }
    return { deps, browserMark };
  }
  const codeOf = async (deps: SignInDeps, input: Parameters<typeof signIn>[1]): Promise<string> =>
    (await thrownProblem(() => signIn(deps, input))).code;

  it('when strangers used up all attempts, then it still gets in, and only it', async () => {
    const { deps, browserMark } = await stormed();
    expect(await codeOf(deps, { password, source: 'new' })).to.equal('too-many-attempts');
    expect((await signIn(deps, { password, source: 'new', browserMark })).secret).to.be.a('string');
    expect(await codeOf(deps, { password, source: 'other' })).to.equal('too-many-attempts');
  });

  it('when somebody of the same source failed ten times, then it still gets in', async () => {
    const deps = await world();
    const browserMark = (await markBrowser(deps))?.mark;
    for (let count = 0; count < 10; count += 1) await codeOf(deps, { password: 'wrong', source: 'a' });
    expect(await codeOf(deps, { password, source: 'a' })).to.equal('too-many-attempts');
    await signIn(deps, { password, source: 'a', browserMark });
  });

  it('when it failed ten times itself, then it waits as well, whatever its source, and nobody else does', async () => {
    const deps = await world();
    const browserMark = (await markBrowser(deps))?.mark;
    for (let count = 0; count < 10; count += 1)
      expect(await codeOf(deps, { password: 'wrong', source: `s${count}`, browserMark })).to.equal(
        'sign-in-failed',
      );
    expect(await codeOf(deps, { password, source: 'new', browserMark })).to.equal('too-many-attempts');
    await signIn(deps, { password, source: 's1' });
    deps.time.now = new Date(deps.time.now.getTime() + 15 * 60_000 + 1);
    await signIn(deps, { password, source: 'new', browserMark });
  });

  it('when its mark is made up, changed, of another key or of an older password, then it is a stranger', async () => {
    const { deps, browserMark } = await stormed();
    const last = browserMark.endsWith('A') ? 'B' : 'A';
    const otherKey = { ...deps, sessionKey: new Uint8Array(32) };
    const wrong = [
      'x'.repeat(65),
      '',
      browserMark.slice(0, 22),
      `${browserMark.slice(0, -1)}${last}`,
      `${browserMark}A`,
      `B${browserMark.slice(1)}`,
      (await markBrowser(otherKey))?.mark,
    ];
    for (const mark of wrong)
      expect(await codeOf(deps, { password, source: 'new', browserMark: mark }), mark).to.equal(
        'too-many-attempts',
      );
    await deps.administrators.setPassword(await plainHasher.hash('another password'));
    expect(await codeOf(deps, { password: 'another password', source: 'n', browserMark })).to.equal(
      'too-many-attempts',
    );
  });

  it('when strangers knock without end, then the password is looked at fifty times', async () => {
    const deps = await world();
    let looks = 0;
    const hasher = { ...plainHasher, verify: async () => ((looks += 1), false) };
    for (let count = 0; count < 300; count += 1)
      await codeOf({ ...deps, hasher }, { password: 'wrong', source: `source-${count % 100}` });
    expect(looks).to.equal(50);
  });

  it('when nothing is set up yet, then there is no mark', async () => {
    expect(await markBrowser({ ...(await world()), administrators: memoryAdministrators() })).to.equal(
      undefined,
    );
  });
});
