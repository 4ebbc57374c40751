/** The quick way gives the form that the long way gives, for every kind of content and for texts made to mislead it. */
import { expect } from 'chai';
import { canonicalize } from '../../../../src/documents/contexts/canonicalize.js';
import type { JsonObject, JsonValue } from '../../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../../src/documents/open-badge-3/achievement-credential.js';
import {
  canonicalForm,
  newTemplates,
  type Templates,
} from '../../../../src/documents/proofs/template/canonical-form.js';
import { nodeMark, textMark } from '../../../../src/documents/proofs/template/marked-document.js';
import { statusListCredential } from '../../../../src/documents/status-list/status-list-credential.js';
import { aCredential, testBase } from '../../credential-content.builder.js';
import { variants } from '../../credential-variants.js';
import { watchedForm } from './watched-form.js';

const full = (): JsonObject => achievementCredential(aCredential());

/** The full credential with other values at some places, given as `credentialSubject/result/2/value`. */
function other(changes: Record<string, JsonValue>): JsonObject {
  const credential = full();
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('/');
    const last = names.pop() ?? '';
    const place = names.reduce((at, name) => at[name] as JsonObject, credential);
    place[last] = value;
  }
  return credential;
}

/** Templates by which the class of the full credential is formed quickly. */
async function provenTemplates(): Promise<Templates> {
  const templates = newTemplates();
  await canonicalForm({ templates }, full());
  return templates;
}

describe('canonicalForm', () => {
  for (const [name, content] of Object.entries(variants)) {
    it(`given ${name}, goes the long way the first time, then the quick way to the same form`, async () => {
      const templates = newTemplates();
      const first = await watchedForm(templates, achievementCredential(content));
      const second = await watchedForm(templates, achievementCredential({ ...content, awardId: 'other' }));
      expect([first.quick, second.quick]).to.deep.equal([false, true]);
      expect(first.form).to.equal(first.longForm);
      expect(second.form).to.equal(second.longForm);
    });
  }

  it('given the options of a proof, then those of a second one, gives the form of the long way', async () => {
    const templates = newTemplates();
    const options = (created: string): JsonObject => ({
      '@context': full()['@context'] ?? [],
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created,
      verificationMethod: 'did:web:acquis.example:institutions:inst1#z6Mk',
      proofPurpose: 'assertionMethod',
    });
    await canonicalForm({ templates }, options('2026-03-04T10:11:12Z'));
    const { form, longForm, quick } = await watchedForm(templates, options('2026-03-05T00:00:00Z'));
    expect(quick).to.equal(true);
    expect(form).to.equal(longForm);
  });

  it('given twelve learners, numbers their blank nodes in different orders, as the long way does', async () => {
    const templates = await provenTemplates();
    const labels = new Set<string | undefined>();
    for (let learner = 0; learner < 12; learner++) {
      const credential = other({ 'credentialSubject/identifier/0/salt': `salt${learner}` });
      const { form, longForm, quick } = await watchedForm(templates, credential);
      expect(quick).to.equal(true);
      expect(form).to.equal(longForm);
      labels.add(/^_:(\w+) .*"emailAddress" \.$/m.exec(form)?.[1]);
    }
    expect(labels).to.have.property('size').greaterThan(3);
    expect(labels).not.to.include(undefined);
  });

  it('given a document of a kind of which there are no others alike, keeps no template', async () => {
    const templates = newTemplates();
    const input = { base: testBase, institutionId: 'inst1', listId: 'l1', revokedIndexes: [] };
    const list = statusListCredential({ ...input, validFrom: new Date() });
    for (let time = 0; time < 2; time++) expect((await watchedForm(templates, list)).quick).to.equal(false);
  });

  it('given a very long document, goes the long way each time', async () => {
    const templates = newTemplates();
    const long = { ...full(), name: 'long '.repeat(20_000) };
    for (let time = 0; time < 2; time++) expect((await watchedForm(templates, long)).quick).to.equal(false);
  });

  it('given a learner with two blank nodes that look alike, goes the long way', async () => {
    const templates = newTemplates();
    const nameless = (...names: string[]): JsonObject =>
      other({ evidence: names.map((name) => ({ type: ['Evidence'], name })) });
    const quick = [];
    for (const document of [nameless('a', 'b'), nameless('c', 'd'), nameless('e', 'e')]) {
      const found = await watchedForm(templates, document);
      expect(found.form).to.equal(found.longForm);
      quick.push(found.quick);
    }
    expect(quick).to.deep.equal([false, true, false]);
  });

  it('given texts before and behind a value that all have in common, puts the statements in order', async () => {
    const templates = newTemplates();
    const graded = (text: string): JsonObject => other({ 'credentialSubject/result/2/value': [text, 18] });
    await canonicalForm({ templates }, graded('17'));
    for (const text of ['19', '1', '18']) {
      const { form, longForm, quick } = await watchedForm(templates, graded(text));
      expect(quick).to.equal(true);
      expect(form).to.equal(longForm);
    }
  });

  it('asked by many at once before there is a template, gives each the right form', async () => {
    const templates = newTemplates();
    const documents = Array.from({ length: 6 }, (_, index) =>
      achievementCredential(aCredential({ awardId: `award${index}` })),
    );
    const found = await Promise.all(documents.map((document) => watchedForm(templates, document)));
    for (const { form, longForm } of found) expect(form).to.equal(longForm);
  });

  it('given a first learner for whom a template does not do, is quick for the others', async () => {
    const templates = newTemplates();
    const same = { type: ['Evidence'], id: 'https://acquis.example/awards/a#e', name: 'a', genre: 'b' };
    const alike = other({ evidence: [same, same] });
    const unlike = other({ evidence: [same, { ...same, id: 'https://acquis.example/awards/a#f' }] });
    const quick = [];
    for (const one of [alike, unlike, unlike]) quick.push((await watchedForm(templates, one)).quick);
    expect(quick).to.deep.equal([false, false, true]);
  });
});

describe('canonicalForm, given what could mislead it', () => {
  const evidence = full()['evidence'] as JsonObject[];
  const [identity] = (full()['credentialSubject'] as JsonObject)['identifier'] as [JsonObject];
  const grade = 'credentialSubject/result/2/value';
  let templates: Templates;
  let fullForm: string;

  before(async () => {
    templates = await provenTemplates();
    fullForm = await canonicalize(full());
  });

  const misleading: Record<string, Record<string, JsonValue>> = {
    'an award with the id of its achievement': { id: 'https://acquis.example/achievements/mc1/2' },
    'a learner with the id of the issuer': {
      'credentialSubject/id': 'did:web:acquis.example:institutions:inst1',
    },
    'two entries of evidence with one id': { 'evidence/1/id': evidence[0]?.['id'] ?? '' },
    'two entries of evidence alike in all': { 'evidence/1': evidence[0] ?? {} },
    'an identity given twice': { 'credentialSubject/identifier/1': identity },
    'a grade that looks like N-Quads': { [grade]: '17" .\n_:c14n0 <a> "b' },
    'quotes, backslashes and control characters': {
      'evidence/0/name': '"\\\n\r\t\b\f\u0000\u001f\u007f\u0085\u2028$&$1',
    },
    'an empty text': { 'evidence/0/name': '' },
    'a very long text': { 'evidence/0/narrative': 'much '.repeat(50_000) },
    'a text that is an address': { 'evidence/0/name': 'https://x.example/a' },
    'a text that begins like one': { 'evidence/0/name': 'https://x.example/a b"' },
    'a text that is a term': { 'evidence/0/narrative': 'Evidence' },
    'a text that is a keyword': { 'evidence/0/narrative': '@id' },
    'letters beyond the first plane': { 'evidence/0/name': '\u{1f331}\uffee' },
    'a lone surrogate': { 'evidence/0/name': 'a\ud800' },
    'an address with letters beyond ASCII': { id: 'https://acquis.example/awards/é' },
    'an address with signs that are escaped': { id: 'https://acquis.example/awards/{"a"}' },
    'an address with dots': { id: 'https://acquis.example/awards/../a/./b' },
    'an address of another scheme': { id: 'tag:acquis.example,2026:1' },
    'an address that is little more than a scheme': { id: 'urn:' },
    'a relative address': { id: 'awards/1' },
    'the label of a blank node as address': { id: '_:c14n0' },
    'a keyword as address': { id: '@type' },
    'a name of all objects as address': { 'credentialStatus/statusListCredential': '__proto__' },
    'a number for a text': { [grade]: 17 },
    'an object for a text': { [grade]: { '@value': '17' } },
    'two directions of one text': {
      'evidence/0/name': [
        { '@value': 'a', '@direction': 'ltr' },
        { '@value': 'a', '@direction': 'rtl' },
      ],
    },
    'a list for a text': { [grade]: ['17', '18'] },
    'a list of the same for a text': { [grade]: ['17', '17'] },
    'the mark of a text in a title': { name: `Soil ${textMark(0)}` },
    'the mark of a text as a title': { name: textMark(0) },
    'the mark of a blank node as a title': { name: nodeMark(0) },
    'the mark of a text as a text': { 'evidence/0/name': textMark(0) },
    'a context inside that turns addresses': {
      '@context': [...[full()['@context'] ?? []].flat(), { urn: 'https://' }],
      'credentialSubject/id': 'urn://x',
    },
    'a proof in it already': { proof: { type: 'DataIntegrityProof', created: '2026' } },
  };
  for (const [what, changes] of Object.entries(misleading)) {
    it(`${what}: is the form of the long way, or refused as there, and spoils no template`, async () => {
      // the second time, by a template that it made itself where it could
      for (let time = 0; time < 2; time++) {
        const { form, longForm } = await watchedForm(templates, other(changes));
        expect(form).to.equal(longForm);
      }
      const never = (): Promise<string> => Promise.reject(new Error('went the long way'));
      expect(await canonicalForm({ templates, longWay: never }, full())).to.equal(fullForm);
    });
  }
});
