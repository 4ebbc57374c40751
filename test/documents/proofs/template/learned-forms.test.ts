/** What was learned gives the form of the long way, or none: whoever has it never takes the long way. */
import { expect } from 'chai';
import { canonicalize } from '../../../../src/documents/contexts/canonicalize.js';
import type { JsonObject } from '../../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../../src/documents/open-badge-3/achievement-credential.js';
import {
  canonicalForm,
  newTemplates,
  type ProvenTemplate,
  provenTemplate,
} from '../../../../src/documents/proofs/template/canonical-form.js';
import { type LearnedForms, learnedForms } from '../../../../src/documents/proofs/template/learned-forms.js';
import { aCredential } from '../../credential-content.builder.js';
import { seededRandom } from '../../seeded-random.js';
import { randomClass } from './random-class.builder.js';

describe('learnedForms', function () {
  this.timeout(60_000);

  const learner = (number: number, salt = `salt${number}`): JsonObject => {
    const { recipient } = aCredential();
    return achievementCredential(
      aCredential({
        awardId: `award${number}`,
        recipient: { ...recipient, emailSalt: salt },
        grade: { value: number },
      }),
    );
  };
  /** As the thread of the checks does it. */
  const prover = () => {
    const templates = newTemplates();
    return async (document: JsonObject): Promise<ProvenTemplate | undefined> => {
      await canonicalForm({ templates }, document);
      return provenTemplate(templates, document);
    };
  };
  const formOf = async (learned: LearnedForms, document: JsonObject): Promise<string | undefined> => {
    let unknown = false;
    const form = learned.form(() => (unknown = true));
    const made = await form(document, 'sha256').catch(() => undefined);
    expect(made === undefined, 'who gets no form is told of it').to.equal(unknown);
    return made;
  };

  it('given a class, when two were right the long way, then the others have the form of the long way', async () => {
    const learned = learnedForms(prover());
    const forms: (string | undefined)[] = [];
    for (const number of [1, 2, 3]) {
      forms.push(await formOf(learned, learner(number)));
      await learned.learn(learner(number), false);
    }
    expect(forms).to.deep.equal([undefined, undefined, await canonicalize(learner(3))]);
    expect(await formOf(learned, { ...learner(4), name: 'Another' })).to.equal(undefined);
  });

  it('given the digest of P-384, when the template is known, then gives none', async () => {
    const learned = learnedForms(prover());
    for (const number of [1, 2]) await learned.learn(learner(number), false);
    const form = learned.form(() => undefined);
    expect(await form(learner(3), 'sha256')).to.be.a('string');
    expect(await form(learner(3), 'sha384').catch(() => 'none')).to.equal('none');
  });

  it('given a text that is long, when the template is known, then gives none', async () => {
    const learned = learnedForms(prover());
    for (const number of [1, 2]) await learned.learn(learner(number), false);
    expect(await formOf(learned, learner(3, 'x'.repeat(1000)))).to.be.a('string');
    expect(await formOf(learned, learner(3, 'x'.repeat(40_000)))).to.equal(undefined);
  });

  it('given documents of a kind, when no template can be had, then asks again; when there is none, then does not', async () => {
    const answers: (ProvenTemplate | undefined)[] = [undefined, 'none', 'none'];
    let asked = 0;
    const learned = learnedForms(() => Promise.resolve(answers[asked++]));
    for (const number of [1, 2, 3, 4, 5]) await learned.learn(learner(number), false);
    expect(asked).to.equal(2);
    expect(await formOf(learned, learner(6))).to.equal(undefined);
  });

  /** A class of its own, with a form that is long, or of the usual length. */
  const ofClass = (name: string, number: number, length = 0): JsonObject => ({
    ...learner(number),
    name: name + 'x'.repeat(length),
  });
  /** More than there is room for. */
  const long = Array.from({ length: 12 }, (_, number) => `stranger ${number}`);
  const isKnown = async (learned: LearnedForms, name: string): Promise<boolean> =>
    (await formOf(learned, ofClass(name, 9))) !== undefined;

  it('given long documents, when each is the only one of its kind, then they push out nothing', async () => {
    const learned = learnedForms(prover());
    for (const number of [1, 2]) await learned.learn(ofClass('of a class', number), false);
    for (const name of long) await learned.learn(ofClass(name, 1, 20_000), false);
    expect(await isKnown(learned, 'of a class')).to.equal(true);
  });

  it('given long classes of strangers, when they are learned, then what was signed here stays, and they push out one another', async () => {
    const learned = learnedForms(prover());
    for (const number of [1, 2]) await learned.learn(ofClass('signed here', number), true);
    for (const number of [1, 2]) await learned.learn(ofClass('of another', number), false);
    for (const name of long)
      for (const number of [1, 2]) await learned.learn(ofClass(name, number, 20_000), false);
    expect(await isKnown(learned, 'signed here')).to.equal(true);
    expect(await isKnown(learned, 'of another')).to.equal(false);
  });

  it('given random classes of odd shapes, when they are learned, then each form is that of the long way', async () => {
    const random = seededRandom('odd documents that are learned');
    const prove = prover();
    // what the long way refuses is never learned
    const learned = learnedForms((document) => prove(document).catch(() => 'none' as const));
    const count = { given: 0, none: 0 };
    for (let round = 0; round < 40; round += 1) {
      const odd = randomClass(random);
      for (let number = 0; number < 2; number += 1) await learned.learn(odd.learner(), false);
      for (let number = 0; number < 5; number += 1) {
        const document = odd.learner();
        const form = await formOf(learned, document);
        count[form === undefined ? 'none' : 'given'] += 1;
        if (form !== undefined) expect(form, JSON.stringify(document)).to.equal(await canonicalize(document));
      }
    }
    for (const part of Object.values(count)) expect(part, JSON.stringify(count)).to.be.greaterThan(0);
  });
});
