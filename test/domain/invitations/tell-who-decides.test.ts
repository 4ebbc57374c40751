import { expect } from 'chai';
import type { Person } from '../../../src/domain/courses/visit.js';
import type { Endorsement } from '../../../src/domain/endorsements/endorsement.js';
import { confirmAddress } from '../../../src/domain/invitations/confirm-address.js';
import { invite } from '../../../src/domain/invitations/invite.js';
import { giveEndorsement } from '../../../src/domain/invitations/give-endorsement.js';
import { tellWhoDecides } from '../../../src/domain/invitations/tell-who-decides.js';
import { emailKeyOf } from '../../../src/domain/awards/confirmed-identity.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import {
  aGivenEndorsement,
  anInvitedEndorsement,
  linkSecret as secret,
} from '../../support/builders/an-endorsement.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { codeIn, form, invitationWorld, now, texts, type Given } from './invitation-world.js';

const tess: Person = { subject: 'teacher-1', name: 'Tess Teacher', email: 'tess@univ.example.org' };
const theo: Person = { subject: 'teacher-2', name: 'Theo', email: 'theo@univ.example.org', locale: 'fr' };

async function begin(given: Given = {}) {
  const world = invitationWorld({ mail: 'sent', ...given });
  const comes = (person: Person, roles = asTeacher): Promise<void> =>
    world.deps.courses.seeMember('course-1', person, roles, 'link-1', now);
  return { ...world, comes, told: () => world.messages.map(({ to }) => to.address) };
}

const anEndorsedInstitution = (overrides: Partial<Endorsement> = {}): Endorsement =>
  aGivenEndorsement({ microCredentialId: undefined, version: undefined, courseId: undefined, ...overrides });

describe('who can accept an endorsement', () => {
  it('when it is confirmed, then whoever invited is told first, then the other teachers, each in their language, once', async () => {
    const { deps, comes, messages } = await begin({ endorsements: [anInvitedEndorsement()] });
    await comes(theo);
    await comes(tess);
    await comes({ subject: 'teacher-3', name: 'No address' });
    await comes({ subject: 'learner-1', email: 'ada@univ.example.org' }, asLearner);
    await giveEndorsement(deps, { secret, form, texts, language: 'en' });
    const [confirmation] = messages;
    if (!confirmation) throw new Error('no message to confirm the address');
    const code = codeIn(confirmation);
    await confirmAddress(deps, code);
    await confirmAddress(deps, code);
    const [, toTess, toTheo, ...others] = messages;
    expect(others).to.deep.equal([]);
    expect(toTess).to.deep.include({ to: { address: tess.email, name: tess.name }, language: 'en' });
    expect(toTess?.subject).to.equal('An endorsement of “Data literacy” waits to be accepted');
    expect(toTess?.text)
      .to.contain('Hello Tess Teacher,')
      .and.to.contain('Acme SA has endorsed the micro-credential “Data literacy” of Université de Test')
      .and.to.contain('https://moodle.example.org/course/view.php?id=2')
      .and.to.match(/https:\/\/acquis\.example\.org\/notices\/[0-9a-f]{96}\n$/)
      .and.not.to.match(/undefined|We hire/);
    expect(toTess?.stopUrl).to.contain('/notices/');
    expect(toTheo).to.deep.include({ to: { address: theo.email, name: 'Theo' }, language: 'fr' });
    expect(toTheo?.subject).to.equal('Une recommandation de « Culture des données » attend d’être acceptée');
    expect(toTheo?.text)
      .to.contain('Bonjour Theo,')
      .and.not.to.match(/undefined/);
  });

  it('when the institution itself is endorsed, then it is told at its own address, with the way to the page', async () => {
    const { deps, messages } = await begin();
    const given = anEndorsedInstitution();
    await tellWhoDecides(deps, given);
    expect(messages).to.have.length(1);
    expect(messages[0]?.language).to.equal('en');
    expect(messages[0]?.to).to.deep.equal({ address: 'registrar@univ.example.org' });
    expect(messages[0]?.text).to.contain(
      `https://acquis.example.org/admin/institutions/institution-1/endorsements/${given.id}`,
    );
  });

  it('when the institution itself is endorsed as it was invited in French, then it is told in French', async () => {
    const { deps, messages } = await begin();
    const about = { institutionId: 'institution-1' };
    const invitation = { invited: 'Acme', email: '', days: 30 };
    const { endorsement } = await invite(deps, {
      ...{ about, by: 'administrator', form: invitation, language: 'fr' as const },
    });
    await tellWhoDecides(
      deps,
      anEndorsedInstitution({ id: endorsement.id, invitedIn: endorsement.invitedIn }),
    );
    expect(messages[0]).to.deep.include({
      language: 'fr',
      subject: 'Une recommandation de Université de Test attend d’être acceptée',
    });
  });

  it('when they want no messages, are no teachers any more, or the LMS is suspended, then nobody is told', async () => {
    const { deps, comes, told } = await begin();
    await comes(tess);
    await comes(theo);
    await comes(theo, asLearner);
    await deps.noticeStops.stop(emailKeyOf(tess.email ?? '', deps.emailPepper), now);
    await tellWhoDecides(deps, aGivenEndorsement());
    expect(told()).to.deep.equal([]);
    await deps.noticeStops.resume(emailKeyOf(tess.email ?? '', deps.emailPepper));
    const suspended = memoryPlatforms(aPlatform({ state: 'suspended' }));
    await tellWhoDecides({ ...deps, platforms: suspended }, aGivenEndorsement());
    expect(told()).to.deep.equal([]);
    await tellWhoDecides(deps, aGivenEndorsement());
    expect(told()).to.deep.equal([tess.email]);
  });

  it('when many teach there, then ten are told', async () => {
    const { deps, comes, told } = await begin();
    for (let n = 1; n <= 15; n++) await comes({ subject: `t-${n}`, email: `t${n}@univ.example.org` });
    await comes(tess);
    await tellWhoDecides(deps, aGivenEndorsement());
    expect(told()).to.have.length(10).and.to.include(tess.email);
  });

  it('when no mail server is set, then nobody is', async () => {
    const { deps, comes, told } = await begin({ mail: undefined });
    await comes(tess);
    await tellWhoDecides(deps, aGivenEndorsement());
    expect(told()).to.deep.equal([]);
  });
});
