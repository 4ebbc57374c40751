import { expect } from 'chai';
import { confirmAddress, openConfirmation } from '../../../src/domain/invitations/confirm-address.js';
import { giveEndorsement } from '../../../src/domain/invitations/give-endorsement.js';
import { openInvitation } from '../../../src/domain/invitations/open-invitation.js';
import { withdrawEndorsement } from '../../../src/domain/invitations/withdraw-endorsement.js';
import { anInvitedEndorsement, linkSecret as secret } from '../../support/builders/an-endorsement.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { codeIn, form, invitationWorld, texts } from './invitation-world.js';

const input = { secret, form, texts, language: 'en' as const };

describe('opening an invitation', () => {
  it('when it is opened, then that is noted once', async () => {
    const { deps, time } = invitationWorld({ endorsements: [anInvitedEndorsement()] });
    const { endorsement, endorsed } = await openInvitation(deps, secret);
    expect([endorsement.state, endorsement.openedAt]).to.deep.equal(['opened', time.now]);
    expect(endorsed.title).to.include({ en: 'Data literacy' });
    time.now = new Date('2026-11-25T10:00:00Z');
    expect((await openInvitation(deps, secret)).endorsement.openedAt).to.deep.equal(endorsement.openedAt);
  });

  for (const [what, change] of [
    ['was taken back', { state: 'cancelled' }],
    ['is over', { expiresAt: new Date('2026-11-24T10:00:00Z') }],
    ['has another secret', { linkHash: 'another' }],
    ['is about what is not published', { version: 7 }],
  ] as const)
    it(`when it ${what}, then it is gone`, async () => {
      const { deps } = invitationWorld({ endorsements: [anInvitedEndorsement(change)] });
      expect((await thrownProblem(() => openInvitation(deps, secret))).code).to.equal('invitation-gone');
    });

  it('when its time is over after something was said, then it still opens, to withdraw', async () => {
    const given = anInvitedEndorsement({ state: 'given', expiresAt: new Date('2026-11-01T00:00:00Z') });
    const { deps } = invitationWorld({ endorsements: [given] });
    expect((await openInvitation(deps, secret)).endorsement.state).to.equal('given');
  });
});

describe('giving an endorsement', () => {
  it('when there is no mail server, then it is given, and whoever invited vouches', async () => {
    const { deps } = invitationWorld({ endorsements: [anInvitedEndorsement()] });
    const { endorsement, mailed } = await giveEndorsement(deps, input);
    expect(mailed).to.equal(undefined);
    expect(endorsement).to.deep.include({ state: 'given', confirmed: { by: 'inviter' } });
    expect(endorsement.said).to.deep.include({
      organisation: { name: 'Acme SA', url: 'https://acme.example/', country: 'BE' },
      statement: { en: texts.en },
    });
  });

  it('when there is one, then it waits until the address is confirmed, once, by the code of the message', async () => {
    const { deps, messages } = invitationWorld({ endorsements: [anInvitedEndorsement()], mail: 'sent' });
    const { endorsement } = await giveEndorsement(deps, input);
    expect(endorsement).to.include({ state: 'unconfirmed' }).and.to.not.have.property('confirmed');
    const [message] = messages;
    expect(message?.to).to.deep.equal({ address: form.email, name: form.name });
    const code = message ? codeIn(message) : '';
    expect(JSON.stringify([...deps.endorsements.all.values()])).to.not.contain(code);
    expect((await openConfirmation(deps, code)).id).to.equal(endorsement.id);
    const given = await confirmAddress(deps, code);
    expect(given).to.deep.include({ state: 'given', confirmed: { by: 'email', domain: 'acme.example' } });
    expect((await openConfirmation(deps, code)).confirmed).to.deep.equal(given.confirmed);
  });

  it('when the address is confirmed twice, one after the other or at once, then both find it confirmed', async () => {
    const { deps, messages } = invitationWorld({ endorsements: [anInvitedEndorsement()], mail: 'sent' });
    await giveEndorsement(deps, input);
    const [code = ''] = messages.map(codeIn);
    const both = await Promise.all([confirmAddress(deps, code), confirmAddress(deps, code)]);
    for (const given of [...both, await confirmAddress(deps, code)]) expect(given.state).to.equal('given');
    await withdrawEndorsement(deps, secret);
    expect((await thrownProblem(() => openConfirmation(deps, code))).code).to.equal('invitation-gone');
    expect((await thrownProblem(() => confirmAddress(deps, code))).code).to.equal('invitation-gone');
  });

  it('when it is changed before the address is confirmed, then only the newest code counts', async () => {
    const { deps, messages } = invitationWorld({ endorsements: [anInvitedEndorsement()], mail: 'sent' });
    await giveEndorsement(deps, input);
    await giveEndorsement(deps, { ...input, texts: { en: 'Better so.' } });
    const [old, current] = messages.map(codeIn);
    expect((await thrownProblem(() => confirmAddress(deps, old ?? ''))).code).to.equal('invitation-gone');
    const given = await confirmAddress(deps, current ?? '');
    expect(given.said?.statement).to.deep.equal({ en: 'Better so.' });
  });

  it('when messages were sent again and again, then there is an end to it', async () => {
    const { deps, messages } = invitationWorld({ endorsements: [anInvitedEndorsement()], mail: 'later' });
    for (let n = 0; n < 5; n += 1) expect((await giveEndorsement(deps, input)).mailed).to.equal('later');
    expect((await thrownProblem(() => giveEndorsement(deps, input))).code).to.equal('confirmations-spent');
    expect(messages).to.have.length(5);
  });

  it('when many send it at once, then one message is sent', async () => {
    const { deps, messages } = invitationWorld({ endorsements: [anInvitedEndorsement()], mail: 'sent' });
    const emails = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@elsewhere.example`);
    const several = emails.map((email) => giveEndorsement(deps, { ...input, form: { ...form, email } }));
    const ends = await Promise.allSettled(several);
    expect(ends.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect(messages).to.have.length(1);
  });

  it('when its button is clicked twice, then both clicks are answered and one message is sent', async () => {
    const { deps, messages } = invitationWorld({ endorsements: [anInvitedEndorsement()], mail: 'sent' });
    const both = await Promise.all([giveEndorsement(deps, input), giveEndorsement(deps, input)]);
    expect(both.map(({ endorsement }) => endorsement.state)).to.deep.equal(['unconfirmed', 'unconfirmed']);
    expect(both.map(({ mailed }) => mailed)).to.deep.equal(['sent', undefined]);
    expect(messages).to.have.length(1);
  });

  it('when another address is given while the first is confirmed, then the second stays to be confirmed', async () => {
    const { deps, messages } = invitationWorld({ endorsements: [anInvitedEndorsement()], mail: 'sent' });
    await giveEndorsement(deps, input);
    const [code = ''] = messages.map(codeIn);
    const endorsements: typeof deps.endorsements = {
      ...deps.endorsements,
      async byConfirmation(hash) {
        const found = await deps.endorsements.byConfirmation(hash);
        await giveEndorsement(deps, { ...input, form: { ...form, email: 'director@bank.example' } });
        return found;
      },
    };
    const problem = await thrownProblem(() => confirmAddress({ ...deps, endorsements }, code));
    expect(problem.code).to.equal('endorsement-moved');
    const [kept] = [...deps.endorsements.all.values()];
    expect(kept).to.include({ state: 'unconfirmed' }).and.to.not.have.property('confirmed');
  });

  it('when it was given already, then nothing can be said by the same link', async () => {
    const { deps } = invitationWorld({ endorsements: [anInvitedEndorsement()] });
    await giveEndorsement(deps, input);
    expect((await thrownProblem(() => giveEndorsement(deps, input))).code).to.equal('endorsement-moved');
  });

  it('when two send it at once, then one is taken', async () => {
    const { deps } = invitationWorld({ endorsements: [anInvitedEndorsement()] });
    const both = await Promise.allSettled([giveEndorsement(deps, input), giveEndorsement(deps, input)]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
  });

  const faults: [string, Partial<typeof form>, Record<string, string>, Record<string, string>][] = [
    [
      'nothing',
      { organisation: ' ', name: '', role: '' },
      texts,
      { organisation: 'required', name: 'required', role: 'required' },
    ],
    ['no text', {}, { en: ' ', fr: '' }, { 'statement.en': 'required' }],
    ['a text that is too long', {}, { en: 'x'.repeat(2001) }, { 'statement.en': 'too-long' }],
    ['an address of a script', { url: 'javascript:alert(1)' }, texts, { url: 'not-an-address' }],
    ['an address with a password', { url: 'https://a:b@acme.example' }, texts, { url: 'not-an-address' }],
    [
      'an address that is too long',
      { url: `https://acme.example/${'x'.repeat(500)}` },
      texts,
      { url: 'too-long' },
    ],
    ['an unknown country', { country: 'QQ' }, texts, { country: 'unknown-country' }],
    ['no e-mail address', { email: 'jane at acme' }, texts, { email: 'not-an-email' }],
    ['no right to speak', { maySpeak: false }, texts, { maySpeak: 'required' }],
  ];
  for (const [what, changes, said, told] of faults)
    it(`when it has ${what}, then that is told and nothing is kept`, async () => {
      const { deps } = invitationWorld({ endorsements: [anInvitedEndorsement()] });
      const problem = await thrownProblem(() =>
        giveEndorsement(deps, { ...input, form: { ...form, ...changes }, texts: said }),
      );
      expect(problem.facts['fields']).to.include(told);
      expect([...deps.endorsements.all.values()][0]).to.not.have.property('said');
    });

  it('when the texts hold markup and turning characters, then markup stays text and the rest is gone', async () => {
    const { deps } = invitationWorld({ endorsements: [anInvitedEndorsement()] });
    const hostile = { en: '<b>Good</b>\u202E\u0007\r\nreally' };
    const { endorsement } = await giveEndorsement(deps, {
      ...input,
      form: { ...form, organisation: '\u202EAcme\nSA\u061C' },
      texts: hostile,
    });
    expect(endorsement.said?.statement).to.deep.equal({ en: '<b>Good</b>\nreally' });
    expect(endorsement.said?.organisation.name).to.equal('Acme SA');
  });
});
