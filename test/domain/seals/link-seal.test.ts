import { expect } from 'chai';
import { linkSeal, linkSealAgain } from '../../../src/domain/seals/link-seal.js';
import type { Institution } from '../../../src/domain/institutions/institution.js';
import { aCertificate, type Certified } from '../../documents/certificates/certificate.builder.js';
import { university } from '../../documents/seals/sealed.builder.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { institutionId } from '../verification/claimed-award.js';
import { aSealingWorld, type SealingWorld } from './sealing-world.js';

describe('linking the seal of an institution', () => {
  let world: SealingWorld;
  beforeEach(async () => (world = await aSealingWorld()));
  afterEach(() => world.close());

  const faults = async (deed: () => Promise<unknown>) => (await thrownProblem(deed)).facts['fields'];
  const certified = ({ der }: Certified): void => {
    const cert = { status: 'valid', certificates: [der.toString('base64')] };
    world.trust.behaviour.credential = (told) => ({ ...told, cert });
  };
  const isCalled = (changes: Partial<Institution>) => world.deps.institutions.change(institutionId, changes);
  const asCertified = {
    organisation: university.O,
    identifier: university.organizationIdentifier,
    country: 'BE',
  };

  it('a seal, when it works, then is kept with its owner, after one trial', async () => {
    const link = await world.link();
    expect(link).to.deep.include({ owner: asCertified, hasTimeStamps: true, address: world.trust.address });
    expect(link.certifiedUntil).to.deep.equal(new Date('2030-01-01T00:00:00Z'));
    expect(await world.kept()).to.deep.equal(link);
    expect(world.trust.calls.filter((call) => call === 'signatures/signHash')).to.have.length(1);
  });

  it('its certificate, when it names the institution by number or name, then it is its own; when by neither, it waits for a word', async () => {
    expect((await world.link()).relation).to.equal(undefined);
    await isCalled({ identifiers: [{ scheme: 'vat', value: 'BE 0409.737.007' }] });
    expect((await world.link()).relation).to.equal('own');
    await isCalled({ identifiers: [], legalName: 'université de  namur' });
    expect((await world.link()).relation).to.equal('own');
    await world.deps.sealLinks.forget(institutionId);
    await isCalled({ identifiers: [{ scheme: 'national', value: '12345' }] });
    expect((await world.link()).relation, 'the name, where the numbers are of two registers').to.equal('own');
    await world.deps.sealLinks.forget(institutionId);
    await isCalled({ identifiers: [{ scheme: 'vat', value: '0999999999' }] });
    expect((await world.link()).relation, 'not the name, where the number is another').to.equal(undefined);
  });

  it('what an administrator said of a seal, when it is linked anew with the same owner, then stands; with another owner, it does not', async () => {
    const { linkedAt } = await world.link();
    await world.deps.sealLinks.decide(institutionId, linkedAt, 'mandate');
    expect((await linkSealAgain(world.deps, institutionId)).relation).to.equal('mandate');
    const [keys] = world.trust.chain;
    certified(aCertificate({ subject: { ...university, O: 'Haute École' }, keys }));
    expect(await linkSealAgain(world.deps, institutionId)).to.have.nested.property(
      'owner.organisation',
      'Haute École',
    );
    expect((await world.kept())?.relation).to.equal(undefined);
  });

  it('a certificate of another key than the one that signs, when it is told, then the link of before stays', async () => {
    const link = await world.link();
    certified(aCertificate({ subject: university }));
    expect(await faults(() => linkSealAgain(world.deps, institutionId))).to.deep.equal({
      address: 'not-understood',
    });
    expect(await world.kept()).to.deep.equal(link);
  });

  it('a seal, when it is removed or replaced while it is tried again, then does not come back', async () => {
    await world.link();
    const meanwhile = (deed: () => void) =>
      (world.trust.behaviour.credential = (told) => {
        deed();
        world.trust.behaviour.credential = undefined;
        return told;
      });
    const other = { ...(await world.link()), address: 'https://other.example', linkedAt: new Date(0) };
    meanwhile(() => void world.deps.sealLinks.keep(other, world.trust.access));
    expect(await faults(() => linkSealAgain(world.deps, institutionId))).to.deep.equal({
      relation: 'changed-since',
    });
    expect(await world.kept()).to.deep.equal(other);
    meanwhile(() => void world.deps.sealLinks.forget(institutionId));
    const { code } = await thrownProblem(() => linkSealAgain(world.deps, institutionId));
    expect([code, await world.kept()]).to.deep.equal(['not-found', undefined]);
  });

  it('what does not work, when it is entered, then is told at its field, and what was kept stays', async () => {
    const link = await world.link();
    const wrong: [access: Partial<SealingWorld['trust']['access']>, told: object][] = [
      [{ address: 'http://127.0.0.1:1/csc/v2' }, { address: 'no-answer' }],
      [{ address: world.trust.address.replace('/csc/v2', '') }, { address: 'refused' }],
      [{ clientSecret: 'no' }, { clientSecret: 'refused' }],
      [{ credentialId: 'no' }, { credentialId: 'refused' }],
      [{ pin: '0000' }, { pin: 'refused' }],
      [{ pin: '' }, { pin: 'refused-without' }],
      // a space is a part of a secret
      [{ clientSecret: ` ${world.trust.access.clientSecret}` }, { clientSecret: 'refused' }],
      [{ pin: `${world.trust.access.pin} ` }, { pin: 'refused' }],
    ];
    for (const [access, told] of wrong) expect(await faults(() => world.link(access))).to.deep.equal(told);
    const refuses = { status: 403, body: { error: 'access_denied' } };
    world.trust.behaviour.answers = { 'signatures/signHash': refuses };
    expect(await faults(() => world.link())).to.deep.equal({ credentialId: 'refused-to-sign' });
    world.trust.behaviour.answers = { 'signatures/timestamp': refuses };
    expect(await faults(() => world.link())).to.deep.equal({ address: 'refused-to-stamp' });
    world.trust.behaviour.answers = {};
    world.trust.behaviour.credential = (told) => ({ ...told, auth: { mode: 'oauth2code' } });
    expect(await faults(() => world.link())).to.deep.equal({ credentialId: 'needs-person' });
    expect(await world.kept()).to.deep.equal(link);
  });

  it('what was typed wrong, when it is sent, then no service is asked', async () => {
    expect(await faults(() => world.link({ address: ' ', clientId: '' }))).to.deep.equal({
      address: 'required',
      clientId: 'required',
    });
    for (const address of [
      'seals.example',
      'ftp://seals.example',
      'https://a@seals.example',
      'https://x.example/?a',
    ])
      expect(await faults(() => world.link({ address })), address).to.deep.equal({
        address: 'not-an-address',
      });
    const strict = { ...world.deps, allowHttp: false };
    const onHttp = () => linkSeal(strict, { institutionId, access: world.trust.access });
    expect(await faults(onHttp)).to.deep.equal({ address: 'https-required' });
    expect(world.trust.calls).to.deep.equal([]);
  });

  it('an institution that is none, or one without a seal, when it is tried, then there is nothing', async () => {
    const nobody = () => linkSeal(world.deps, { institutionId: 'nobody', access: world.trust.access });
    expect((await thrownProblem(nobody)).code).to.equal('not-found');
    expect((await thrownProblem(() => linkSealAgain(world.deps, institutionId))).code).to.equal('not-found');
  });
});
