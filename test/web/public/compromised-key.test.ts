import { expect } from 'chai';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { openBadgesLibVerify } from '../../support/verifiers.js';
import { readable } from '../course/course-web.js';
import { institutionId, startPublicWeb, type PublicWeb } from './public-web.js';

describe('what is published after keys were declared compromised', function () {
  this.timeout(120_000);
  const home = `/institutions/${institutionId}`;
  let web: PublicWeb;
  let keys: ReturnType<typeof memoryKeys>;
  let old: { id: string; multibase?: string }[];

  before(async () => {
    keys = memoryKeys();
    web = await startPublicWeb({ services: { keys } });
    old = await keys.published(institutionId);
  });
  after(() => web.close());

  const text = async (path: string): Promise<string> => (await web.get(path)).text();
  const verified = async (credential: string): Promise<boolean> =>
    (await openBadgesLibVerify({ credential, origins: { [web.base.replace('http:', 'https:')]: web.base } }))
      .valid;

  it('when they are declared, then no document lists them any more, the history tells what became of them, and old files fail elsewhere', async () => {
    const before = await text(`${web.path}/open-badge-3.json`);
    expect(await verified(before)).to.equal(true);
    await keys.declareCompromised(
      institutionId,
      old.map(({ id }) => id),
      new Date('2026-08-20T00:00:00Z'),
    );
    for (const name of ['did.json', 'jwks.json', 'issuer-2.json']) {
      const document = await text(`${home}/${name}`);
      for (const { id, multibase } of old) expect(document, name).not.to.contain(multibase ?? id);
    }
    for (const { id } of old)
      for (const folder of ['keys', 'keys-2'])
        expect((await web.get(`${home}/${folder}/${id}.json`)).status).to.equal(404);
    const history = JSON.parse(await text(`${home}/key-history.json`)) as {
      verificationMethod: Record<string, unknown>[];
    };
    const told = history.verificationMethod.filter(({ revoked }) => revoked);
    expect(told.map(({ id }) => String(id).split('#')[1])).to.have.members(
      old.map(({ id, multibase }) => multibase ?? id),
    );
    for (const method of told)
      expect(method).to.include({
        created: '2026-09-01T08:00:00Z',
        revoked: '2026-09-01T08:00:00Z',
        compromisedSince: '2026-08-20T00:00:00Z',
      });
    expect(await verified(before)).to.equal(false);
  });

  it('when an award that is not signed again yet is verified here, then the page says that the copy is old and where the new one will be', async () => {
    const path = `/verify?address=${encodeURIComponent(web.base + web.path)}`;
    const english = readable(await web.page(path));
    expect(english).to.contain('This copy is out of date; the award itself is valid');
    expect(english).to.contain('Declared compromised on 1 September 2026.');
    expect(english).to.contain(`The award: ${web.base}${web.path}`);
    const french = readable(await web.page(path, 'fr'));
    expect(french).to.contain('Déclarée compromise le 1er septembre 2026.');
  });

  it('when the awards were signed again, then what is served verifies elsewhere too, and the page tells since when', async () => {
    expect(readable(await web.page(web.path))).not.to.contain('signed again');
    while ((await signNextAgain({ ...web.services, chance: () => 0, onTrouble: () => undefined }, 25)) > 0);
    expect(await verified(await text(`${web.path}/open-badge-3.json`))).to.equal(true);
    expect(readable(await web.page(web.path))).to.contain(
      'This award was signed again on 20 November 2026, because a signing key was declared compromised.',
    );
    expect(readable(await web.page(web.path, 'fr'))).to.contain('signée de nouveau le 20 novembre 2026');
  });

  it('when the page of the keys is read, then it names each with its state, in either language', async () => {
    const page = readable(await web.page(`${home}/keys`));
    expect(page).to.contain('Signing keys of ').and.contain('Compromised').and.contain('In use since');
    expect(page).to.contain('It may have been in other hands since 20 August 2026.');
    expect(readable(await web.page(`${home}/keys`, 'fr'))).to.contain(
      'Elle a pu être en d’autres mains depuis le 20 août 2026.',
    );
    expect(await web.page(home)).to.contain(`href="${web.base}${home}/keys"`);
    expect((await web.get('/institutions/NobodyNobodyNobodyNobo/keys')).status).to.equal(404);
  });
});
