import { expect } from 'chai';
import { hashSecret } from '../../../src/shared/hash-secret.js';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';

export function administratorStoreContract(replicas: () => Replicas): void {
  describe('AdministratorStore', () => {
    const at = new Date();
    const inSeconds = (seconds: number) => new Date(at.getTime() + seconds * 1000);

    it('the first password, set by twenty at once, is set by one; a later first one is refused', async () => {
      const { administrators } = replicas().one;
      expect(await administrators.passwordHash()).to.equal(undefined);
      await administrators.setSetUpToken(hashSecret('before'), inSeconds(60));
      const set = await atOnce(replicas(), 20, ({ administrators }, n) =>
        administrators.setFirstPassword(`hash-${n}`),
      );
      expect(set.filter(Boolean)).to.have.length(1);
      expect(await administrators.passwordHash()).to.equal(`hash-${set.indexOf(true)}`);
      expect(await administrators.setFirstPassword('late')).to.equal(false);
      await administrators.setPassword('chosen later');
      expect(await replicas().two.administrators.passwordHash()).to.equal('chosen later');
    });

    it('a set-up token, taken by twenty at once, is taken once; replaced, the old one is worth nothing', async () => {
      const { administrators } = replicas().one;
      await administrators.setSetUpToken(hashSecret('old'), inSeconds(60));
      await administrators.setSetUpToken(hashSecret('new'), inSeconds(60));
      expect(await administrators.isSetUpToken(hashSecret('old'), at)).to.equal(false);
      expect(await administrators.takeSetUpToken(hashSecret('old'), at)).to.equal(false);
      expect(await administrators.isSetUpToken(hashSecret('new'), at)).to.equal(true);
      const taken = await atOnce(replicas(), 20, ({ administrators }) =>
        administrators.takeSetUpToken(hashSecret('new'), at),
      );
      expect(taken.filter(Boolean)).to.have.length(1);
      expect(await administrators.isSetUpToken(hashSecret('new'), at)).to.equal(false);
    });

    it('a set-up token, looked at after its end, is worth nothing', async () => {
      const { administrators } = replicas().one;
      await administrators.setSetUpToken(hashSecret('brief'), inSeconds(60));
      expect(await administrators.isSetUpToken(hashSecret('brief'), inSeconds(60))).to.equal(false);
      expect(await administrators.takeSetUpToken(hashSecret('brief'), inSeconds(61))).to.equal(false);
    });

    it('a session, added, lasts until its end or until it is ended', async () => {
      const { administrators } = replicas().one;
      const [one, two] = [hashSecret(randomId()), hashSecret(randomId())];
      await administrators.addSession(one, inSeconds(60));
      await administrators.addSession(two, inSeconds(60));
      expect(await replicas().two.administrators.hasSession(one, at)).to.equal(true);
      expect(await administrators.hasSession(one, inSeconds(60))).to.equal(false);
      await administrators.endSession(one);
      expect(await administrators.hasSession(one, at)).to.equal(false);
      expect(await administrators.hasSession(two, at)).to.equal(true);
      await administrators.endAllSessions();
      expect(await administrators.hasSession(two, at)).to.equal(false);
    });

    it('failures of one source, counted at once, are all counted; cleared, they begin anew', async () => {
      const { administrators } = replicas().one;
      const [source, another] = [randomId(), randomId()];
      const counts = await atOnce(replicas(), 12, ({ administrators }) =>
        administrators.countFailure(source, 900, at),
      );
      expect(Math.max(...counts)).to.equal(12);
      expect(await administrators.countFailure(source, 900, at)).to.equal(13);
      expect(await administrators.countFailure(another, 900, at)).to.equal(1);
      await administrators.clearFailures(source);
      expect(await administrators.countFailure(source, 900, at)).to.equal(1);
      expect(await administrators.countFailure(another, 900, at)).to.equal(2);
    });

    it('failures older than the window, counted, no longer count', async () => {
      const { administrators } = replicas().one;
      const source = randomId();
      await administrators.countFailure(source, 900, at);
      expect(await administrators.countFailure(source, 900, inSeconds(899))).to.equal(2);
      expect(await administrators.countFailure(source, 900, inSeconds(901))).to.equal(2);
      expect(await administrators.countFailure(source, 900, inSeconds(2000))).to.equal(1);
    });
  });
}
