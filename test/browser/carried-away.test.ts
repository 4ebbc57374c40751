/**
 * What becomes of the files that learners carry away, in Chromium: every form is verified, a changed copy of each, one that
 * somebody else signed, and those of awards that were corrected, suspended, revoked, or have expired. One story, told in order.
 */
import { expect } from 'chai';
import type { FrameLocator, Page } from 'playwright-core';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { JsonObject } from '../../src/documents/json/json-value.js';
import { signDataIntegrity } from '../../src/documents/proofs/sign-data-integrity.js';
import { makeSetUpLink } from '../../src/domain/institutions/make-set-up-link.js';
import { aTestIssuer } from '../documents/signers.js';
import type { TestBrowser } from '../support/chromium.js';
import type { TestAcquis } from '../support/running-acquis.js';
import { startTrustService, type TrustService } from '../support/trust-service.js';
import { linkByHand, linkSealByHand, setUpAndSignIn } from './administrator-pages.js';
import { altered, type CarriedFiles, certificateWith, downloadAll } from './carried-files.js';
import { changeGrades, logIn, openActivity } from './lms-pages.js';
import { look } from './look.js';
import { tellStory } from './story.js';
import { confirmByHand, design, publish, rosterRow } from './teacher-pages.js';

const course = 'Micro-credential: Data Literacy';
const activity = 'Claim your badge: Data Literacy';
/** Opens for who has passed the final assignment. */
const restricted = 'Claim your badge (only after passing)';
const [first, second, third, fourth] = ['Stu1 Learner1', 'Stu2 Learner2', 'Stu3 Learner3', 'Stu4 Learner4'];

/** Forms with a signature, or with a copy on the issuer's server: they can be checked whole. */
const provable = [
  'certificate-Data-literacy.pdf',
  'badge.png',
  'badge.svg',
  'open-badge-3.json',
  'open-badge-3.jwt',
  'badge-2.png',
  'open-badge-2.json',
  'badge-2-signed.png',
  'open-badge-2.jws',
  'wallet.sd-jwt',
  'record.json',
];

/** One of each way in which a file is read. */
const oneOfEach = [
  'badge.png',
  'open-badge-3.jwt',
  'certificate-Data-literacy.pdf',
  'open-badge-2.jws',
  'wallet.sd-jwt',
  'europass-sealed.jsonld',
  'record.json',
];

describe('what learners carry away in a browser', function () {
  this.timeout(180_000);
  const time = { ahead: 0 };
  const story = tellStory(
    ['moodle'],
    { staff: {}, learner: {}, anyone: {} },
    { clock: () => new Date(Date.now() + time.ahead) },
  );
  let acquis: TestAcquis;
  let moodle: DemoLms;
  let browsers: Record<'staff' | 'learner' | 'anyone', TestBrowser>;
  let trust: TrustService;
  let page: Page;
  let frame: FrameLocator;
  /** By name of the learner. */
  const carried = new Map<string, CarriedFiles>();
  const fileOf = (learner: string, name: string): Buffer => {
    const file = carried.get(learner)?.get(name);
    if (!file) throw new Error(`${learner} has no ${name}`);
    return file;
  };

  before(async () => {
    trust = await startTrustService({ version: 2 });
    ({
      acquis,
      browsers,
      lms: { moodle },
    } = story);
  });
  after(() => trust.close());

  const claimIt = async (own: FrameLocator): Promise<void> => {
    await own.locator('#consent').check();
    // the LMS does not tell the address of one of them
    const email = own.locator('input[name="email"]');
    if (await email.isVisible()) await email.fill('stu4@example.org');
    await own.getByRole('button', { name: 'Claim it' }).click();
    await own.locator('#award-link').waitFor();
  };
  /** Hands in a file and gives what the page says. */
  const verified = async (name: string, bytes: Buffer, picture?: string): Promise<string> => {
    const shown = await browsers.anyone.context.newPage();
    await shown.goto(`${acquis.base}/verify`);
    await shown.locator('#file').setInputFiles({ name, mimeType: '', buffer: bytes });
    await shown.getByRole('button', { name: 'Verify', exact: true }).click();
    await shown.getByText('What was checked').waitFor();
    const text = await shown.locator('main').innerText();
    if (picture) await look(shown, picture, acquis.base);
    await shown.close();
    return text;
  };
  const learners = () => frame.getByRole('link', { name: 'Learners', exact: true }).click();
  const decide = async (
    name: string,
    [link, button, said]: [link: string, button: string, said: string],
    reason: string,
  ): Promise<void> => {
    await rosterRow(frame, name).getByRole('link', { name: link }).click();
    await frame.locator('#reason').fill(reason);
    await frame.getByRole('button', { name: button }).click();
    await frame.getByText(said).first().waitFor();
  };

  it('four learners who passed two, when they claim them, then each downloads every form', async () => {
    const administration = await browsers.staff.context.newPage();
    await setUpAndSignIn(administration, await makeSetUpLink(acquis.services));
    await linkByHand(administration, acquis.base, moodle);
    await linkSealByHand(administration, trust);
    page = await logIn(browsers.staff.context, moodle, 'Teresa Teacher');
    ({ frame } = await openActivity(page, course, activity));
    await design(frame, 'Data literacy', { percent: '50' });
    await frame.locator('a[href$="/credential/more"]').first().click();
    await frame.locator('#validMonths').fill('12');
    await frame.locator('button[value="next"]:not([aria-hidden])').click();
    await publish(frame);
    await frame.getByText('Version 1 is published.').waitFor();
    ({ frame } = await openActivity(page, course, restricted));
    await design(frame, 'Data ethics', { examiner: true });
    await publish(frame);
    await frame.getByText('Version 1 is published.').waitFor();
    const passed = [first, second, third, fourth];
    const grades = Object.fromEntries(passed.map((name) => [name, '80']));
    for (const column of ['Final assignment', activity])
      await (await changeGrades(browsers.staff.context, moodle, column, grades)).close();
    await openActivity(page, course, restricted);
    await learners();
    for (const name of passed) await confirmByHand(frame, name, 'Oral examination, passed.');
    for (const name of passed) {
      const own = await logIn(browsers.learner.context, moodle, name);
      for (const each of [restricted, activity]) {
        const opened = await openActivity(own, course, each);
        await opened.frame.getByRole('link', { name: 'Claim your micro-credential' }).click();
        await claimIt(opened.frame);
      }
      carried.set(name, await downloadAll(own));
      await own.close();
    }
    expect([...(carried.get(first)?.keys() ?? [])]).to.include.members([...provable, 'europass.jsonld']);
  });

  it('anyone, when every form is handed in, then each that can prove itself is valid, and what the others are is told', async () => {
    for (const name of provable)
      expect(await verified(name, fileOf(first, name)), name).to.contain('This credential is valid');
    expect(await verified('europass.jsonld', fileOf(first, 'europass.jsonld'), '60-verified-europass'))
      .to.contain('This is unsigned ELM data')
      .and.not.to.contain('This credential is valid');
    const sealed = fileOf(first, 'europass-sealed.jsonld');
    expect(await verified('europass-sealed.jsonld', sealed, '68-verified-sealed'))
      .to.contain('The seal is intact; whose it is could not be confirmed')
      .and.to.contain('Université de Namur')
      .and.not.to.contain('This credential is valid');
    expect(await verified('wallet.sd-jwt', fileOf(first, 'wallet.sd-jwt'), '61-verified-wallet'))
      .to.contain('This credential is valid')
      .and.to.contain('Credential for digital wallets (SD-JWT VC)')
      .and.not.to.contain(first);
  });

  it('anyone, when a changed copy of each is handed in, then it says altered', async () => {
    const signed = fileOf(first, 'open-badge-3.json');
    for (const name of [...provable, 'europass-sealed.jsonld']) {
      const copy = name.endsWith('.pdf')
        ? await certificateWith((await altered('open-badge-3.json', signed)).toString())
        : await altered(name, fileOf(first, name));
      expect(await verified(name, copy), name).to.contain('This credential was altered');
    }
    expect(
      await verified('europass.jsonld', await altered('europass.jsonld', fileOf(first, 'europass.jsonld'))),
    )
      .to.contain('nobody has sealed it')
      .and.not.to.contain('This credential is valid');
  });

  it('anyone, when it was signed with somebody else’s key, then it says that the issuer does not stand behind it', async () => {
    const { proof, ...credential } = JSON.parse(fileOf(first, 'open-badge-3.json').toString()) as JsonObject;
    expect(proof).to.be.an('array');
    const did = (credential['issuer'] as { id: string }).id;
    const thief = await aTestIssuer();
    const signer = { ...thief.dataIntegrity, verificationMethod: `${did}#${thief.multikey}` };
    const forged = await signDataIntegrity(signer, credential, new Date());
    expect(await verified('open-badge-3.json', Buffer.from(JSON.stringify(forged)), '62-verified-forged'))
      .to.contain('This is not a proper credential')
      .and.to.contain('the issuer it names does not stand behind it');
  });

  it('a teacher, when one award is corrected, one suspended and one revoked, then their files of before say so', async () => {
    ({ frame } = await openActivity(page, course, activity));
    await learners();
    // the LMS tells the same as before: all that can change is what the learner shows
    const reason = 'The grade is to be on it.';
    await decide(first, ['Correct', 'Offer the correction', 'would say the same'], reason);
    await frame.locator('#choosesGrade').check();
    await frame.getByRole('button', { name: 'Offer the correction' }).click();
    await frame.getByText('was offered to').first().waitFor();
    await look(page, '63-corrected', acquis.base);
    await decide(
      second,
      ['Suspend', 'Suspend this award', 'was suspended.'],
      'Somebody else may have sat the examination.',
    );
    await decide(third, ['Revoke', 'Revoke this award', 'was revoked.'], 'Issued to the wrong person.');

    const own = await logIn(browsers.learner.context, moodle, first);
    const opened = await openActivity(own, course, activity);
    await opened.frame.getByText('Your teacher has corrected this award.').waitFor();
    await look(own, '64-correction-offered', acquis.base);
    await opened.frame.getByRole('link', { name: 'Look at the correction' }).click();
    await claimIt(opened.frame);
    await own.close();

    for (const name of oneOfEach) {
      const superseded = await verified(name, fileOf(first, name));
      // a record is no award that another takes the place of: it says which of those in it was corrected
      if (name === 'record.json')
        expect(superseded, name)
          .to.contain('Not everything in this record can be relied on')
          .and.contain('In it: Data literacy. Replaced by a corrected one.');
      else
        expect(superseded, name)
          .to.contain('This credential was replaced by a corrected one')
          .and.match(
            /a new one took its place\. The issuer’s reason: “The grade is to be on it\.” The new one: /,
          );
      expect(superseded, name).not.to.contain('Superseded by');
      expect(await verified(name, fileOf(second, name)), name)
        .to.match(/is suspended|Suspended until further notice|In it: Data literacy\. Suspended\./)
        .and.contain('may have sat the examination');
      expect(await verified(name, fileOf(third, name)), name)
        .to.match(/has been revoked|In it: Data literacy. Revoked./)
        .and.contain('Issued to the wrong person.');
    }
    const told = story.mailbox.mails();
    for (const [number, subject] of [
      [1, 'was replaced by its correction'],
      [2, 'is suspended'],
      [3, 'was revoked'],
    ] as const)
      expect(
        told.filter(({ to }) => to === `student${number}@example.invalid`).map((mail) => mail.subject),
      ).to.satisfy((all: string[]) => all.filter((one) => one.includes(subject)).length === 1, subject);
    await verified('badge.png', fileOf(first, 'badge.png'), '65-verified-superseded');
    await verified('badge.png', fileOf(second, 'badge.png'), '66-verified-suspended');
  });

  it('a teacher, when the suspended one is resumed, then its files are valid again', async () => {
    await decide(second, ['Resume', 'Resume this award', 'counts again.'], 'It was the learner.');
    expect(await verified('badge.png', fileOf(second, 'badge.png'))).to.contain('This credential is valid');
  });

  it('anyone, when the time for which it was issued is over, then the files say expired', async () => {
    time.ahead = 400 * 24 * 60 * 60_000;
    const expiredIn: Record<string, string> = {
      // of a sealed one nobody can say here that it ever was genuine
      'europass-sealed.jsonld': 'Its time is over.',
      'record.json': 'In it: Data literacy. Expired.',
    };
    for (const name of oneOfEach)
      expect(await verified(name, fileOf(fourth, name)), name).to.contain(expiredIn[name] ?? 'has expired');
    await verified('badge.png', fileOf(fourth, 'badge.png'), '67-verified-expired');
  });
});
