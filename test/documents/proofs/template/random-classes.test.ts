/** For random classes the quick way gives the form that the long way gives, byte by byte. */
import { expect } from 'chai';
import type { CredentialContent } from '../../../../src/documents/credential-content.js';
import { achievementCredential } from '../../../../src/documents/open-badge-3/achievement-credential.js';
import { newTemplates } from '../../../../src/documents/proofs/template/canonical-form.js';
import { randomCredential, randomText } from '../../random-credential.builder.js';
import { type SeededRandom, seededRandom } from '../../seeded-random.js';
import { randomClass } from './random-class.builder.js';
import { watchedForm } from './watched-form.js';

/** More of them where there is time: ACQUIS_TEST_TEMPLATES=10000. */
const credentials = Number(process.env['ACQUIS_TEST_TEMPLATES'] ?? 500);
const real = credentials / 5;
const odd = credentials - real;
const classSize = 10;

describe('canonicalForm of random classes', function () {
  this.timeout(60_000 + credentials * 300);

  it(`given ${real} micro-credentials in classes of ${classSize}, gives the form of the long way, mostly quickly`, async () => {
    const random = seededRandom('templates');
    const templates = newTemplates();
    let [asked, quick] = [0, 0];
    while (asked < real) {
      const first = randomCredential(random);
      for (let learner = 0; learner < classSize; learner++, asked++) {
        const credential = achievementCredential(learner === 0 ? first : classmate(random, first));
        const found = await watchedForm(templates, credential);
        if (found.quick) quick++;
        expect(found.form, JSON.stringify(credential)).to.equal(found.longForm);
      }
    }
    // the first of a class proves its template; a class may have two assessments alike in every word
    expect(quick / asked).to.be.greaterThan(0.5);
  });

  it(`given ${odd} credentials of odd shapes with equal and misleading texts, gives the form of the long way`, async () => {
    const random = seededRandom('odd shapes');
    const templates = newTemplates();
    const count = { quick: 0, long: 0, refused: 0 };
    for (let asked = 0; asked < odd; asked += classSize) {
      const { learner } = randomClass(random);
      for (let number = 0; number < classSize; number++) {
        const made = learner();
        // every tenth class has a word that nobody defines: it is refused
        const credential = (asked / classSize) % 10 === 9 ? { ...made, honours: 'summa' } : made;
        const found = await watchedForm(templates, credential);
        count[found.longForm === 'refused' ? 'refused' : found.quick ? 'quick' : 'long']++;
        expect(found.form, JSON.stringify(credential)).to.equal(found.longForm);
      }
    }
    // none of the three may be forgotten
    for (const part of Object.values(count))
      expect(part / odd, JSON.stringify(count)).to.be.greaterThan(0.05);
  });
});

/** Everything that differs between learners does; what all have in common stays. */
function classmate(random: SeededRandom, first: CredentialContent): CredentialContent {
  const other = randomCredential(random, first.achievement);
  const { grade, recipient, validUntil } = first;
  const { emailHash, emailSalt, subjectId } = other.recipient;
  return {
    ...first,
    awardId: other.awardId,
    recipient: {
      ...recipient,
      ...{ subjectId, emailHash, emailSalt },
      ...(recipient.nameHash && { nameHash: emailHash.replace('$', '$0'), nameSalt: emailSalt }),
    },
    evidence: first.evidence.map(({ kind }) => ({
      name: randomText(random),
      narrative: randomText(random),
      kind,
    })),
    grade: grade && { ...grade, value: random.below(21) },
    validFrom: other.validFrom,
    validUntil: validUntil && new Date(other.validFrom.getTime() + 1e10),
    awardedOn: undefined,
    status: other.status,
  };
}
