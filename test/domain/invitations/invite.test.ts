import { expect } from 'chai';
import { invite, mostInvitations, type InviteInput } from '../../../src/domain/invitations/invite.js';
import { invitationText } from '../../../src/domain/invitations/message-text.js';
import { hashSecret } from '../../../src/shared/hash-secret.js';
import type { Problem } from '../../../src/shared/problem.js';
import { anInvitedEndorsement } from '../../support/builders/an-endorsement.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { invitationWorld, now, ofVersion } from './invitation-world.js';

const input: InviteInput = {
  about: ofVersion,
  courseId: 'course-1',
  by: 'teacher-1',
  form: { invited: ' Acme ', email: '', days: 14 },
  language: 'en',
};

describe('inviting somebody to endorse', () => {
  it('when it is done, then the link is told and its hash alone is kept', async () => {
    const { deps } = invitationWorld();
    const { endorsement, link, mailed } = await invite(deps, input);
    const secret = link.replace('https://acquis.example.org/endorse/', '');
    expect(mailed).to.equal(undefined);
    expect(endorsement).to.deep.include({
      ...ofVersion,
      state: 'invited',
      invited: 'Acme',
      invitedBy: 'teacher-1',
      expiresAt: new Date(now.getTime() + 14 * 86_400_000),
      linkHash: hashSecret(secret),
    });
    expect(JSON.stringify([...deps.endorsements.all.values()])).to.not.contain(secret);
  });

  it('when there is a mail server and an address, then the link is sent there, and the address is not kept', async () => {
    const { deps, messages } = invitationWorld({ mail: 'sent' });
    const email = 'jane@acme.example';
    const { link, mailed } = await invite(deps, { ...input, form: { ...input.form, email } });
    expect(mailed).to.equal('sent');
    expect(messages.map(({ to }) => to.address)).to.deep.equal([email]);
    expect(messages[0]?.text)
      .to.contain(link)
      .and.to.contain('“Data literacy”')
      .and.to.contain('8 December 2026');
    expect(JSON.stringify([...deps.endorsements.all.values()])).to.not.contain(email);
  });

  it('when the page is French, then so is the message', async () => {
    const { deps, messages } = invitationWorld({ mail: 'sent' });
    const withMail = {
      ...input,
      language: 'fr' as const,
      form: { ...input.form, email: 'jane@acme.example' },
    };
    await invite(deps, withMail);
    expect(messages[0]?.subject).to.equal('Université de Test vous invite à donner une recommandation');
    expect(messages[0]?.text).to.contain('« Culture des données »');
  });

  it('when the link works until the first of a month, then French calls that day the first', () => {
    const told = { title: '', institution: 'Université', isInstitution: true, link: 'https://x.example/' };
    const { text } = invitationText('fr', { ...told, until: new Date('2027-02-01T00:00:00Z') });
    expect(text).to.contain('jusqu’au 1er février 2027 :');
  });

  it('when the mail server does not take the message, then the invitation stands and its link is told', async () => {
    const { deps } = invitationWorld({ mail: 'refused' });
    const form = { ...input.form, email: 'jane@acme.example' };
    const { link, mailed } = await invite(deps, { ...input, form });
    expect([mailed, link.startsWith('https://acquis.example.org/endorse/')]).to.deep.equal(['refused', true]);
  });

  it('when enough messages were sent today, then the invitation stands, and its link is told to be handed on', async () => {
    const { deps, messages } = invitationWorld({ mail: 'too-many' });
    const form = { ...input.form, email: 'jane@acme.example' };
    const { link, mailed, endorsement } = await invite(deps, { ...input, form });
    expect([mailed, endorsement.state, link.startsWith('https://acquis.example.org/endorse/')]).to.deep.equal(
      ['too-many', 'invited', true],
    );
    expect(messages[0]?.askedBy).to.equal('institution-1');
  });

  it('when the form has faults, then each is told and nobody is invited', async () => {
    const { deps } = invitationWorld();
    const form = { invited: ' ', email: 'jane at acme', days: 15 };
    const problem = await thrownProblem(() => invite(deps, { ...input, form }));
    expect(problem.facts['fields'])
      .to.include({ invited: 'required', email: 'not-an-email' })
      .and.to.have.property('days');
    expect(deps.endorsements.all.size).to.equal(0);
  });

  it('when nothing is published, or what is named is another institution’s, then it is not found', async () => {
    const { deps } = invitationWorld();
    for (const about of [
      { ...ofVersion, version: 2 },
      { ...ofVersion, institutionId: 'institution-2' },
    ])
      expect((await thrownProblem(() => invite(deps, { ...input, about }))).code).to.equal('not-found');
  });

  it('when many are made at once, then no more messages are sent than by and by', async () => {
    const { deps, messages } = invitationWorld({ mail: 'sent' });
    const email = 'jane@acme.example';
    for (let n = 1; n < mostInvitations; n += 1) await invite(deps, input);
    const several = Array.from({ length: 8 }, () =>
      invite(deps, { ...input, form: { ...input.form, email } }),
    );
    const ends = await Promise.allSettled(several);
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Problem] : []));
    expect(messages.length).to.be.lessThan(2);
    expect(refused.map(({ code }) => code)).to.deep.equal(
      Array.from({ length: 8 - messages.length }, () => 'invitations-full'),
    );
    const open = [...deps.endorsements.all.values()].filter(({ state }) => state === 'invited');
    expect(open).to.have.length(mostInvitations - 1 + messages.length);
  });

  it('when many are open or were made in a day, then no further one is made; old ones that ended do not count', async () => {
    const recent = Array.from({ length: mostInvitations - 1 }, (_, n) =>
      anInvitedEndorsement({ id: `id-${n}`, linkHash: `hash-${n}`, invitedAt: now, state: 'cancelled' }),
    );
    const old = anInvitedEndorsement({ state: 'declined', invitedAt: new Date('2026-01-01T00:00:00Z') });
    const { deps } = invitationWorld({ endorsements: [...recent, old] });
    await invite(deps, input);
    expect((await thrownProblem(() => invite(deps, input))).code).to.equal('invitations-full');
  });
});
