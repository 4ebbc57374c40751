import { readFileSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import type { ProblemCode } from '../../../src/shared/problem.js';
import { Problem } from '../../../src/shared/problem.js';
import { explainProblem } from '../../../src/web/errors/explain-problem.js';
import { statuses } from '../../../src/web/errors/statuses.js';
import { languages } from '../../../src/web/middleware/language.js';
import { readWords } from '../../../src/web/middleware/words.js';
import { projectPath } from '../../../src/shared/project-path.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

const codes = Object.keys(statuses) as ProblemCode[];

describe('words for every problem', () => {
  const words = readWords('throw');
  for (const language of languages)
    it(`each code, when it is explained in ${language}, then says what happened and what to do`, () => {
      for (const code of codes) {
        const { title, what, next } = explainProblem(words, language, new Problem(code));
        for (const text of [title, what, next]) expect(text.length, code).to.be.greaterThan(9);
      }
    });

  it('a launch that was refused, when the LMS is known, then shows the step in that LMS alone', () => {
    const problem = new Problem('launch-token-signature', { facts: { lms: 'moodle' } });
    const { lmsSteps } = explainProblem(words, 'en', problem);
    expect(lmsSteps.map((step) => step.lms)).to.deep.equal(['Moodle']);
    expect(lmsSteps[0]?.step).to.contain('/mod/lti/certs.php');
    const anywhere = explainProblem(words, 'en', new Problem('launch-token-signature'));
    expect(anywhere.lmsSteps).to.have.length(3);
  });

  it('a sentence, when it is missing, then is an error in tests and its key elsewhere', () => {
    expect(() => words.t('fr', 'common:no-such')).to.throw('common:no-such');
    const told: string[] = [];
    expect(readWords((_language, key) => told.push(key)).t('en', 'common:no-such')).to.equal('no-such');
    expect(told).to.deep.equal(['common:no-such']);
  });
});

describe('languages', () => {
  const valuesIn = (sentence: string): string =>
    [...new Set(sentence.match(/\{\{\w+\}\}/g))]
      .filter((one) => one !== '{{count}}')
      .sort()
      .join(' ');
  const keysOf = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, below]) => keysOf(below, `${path}.${key}`))
      : // plural forms differ from language to language
        [`${path.replace(/_(one|many|other)$/, '')} ${valuesIn(String(value))}`];

  for (const file of readdirSync(projectPath('views', 'locales', 'en')))
    it(`${file}, when English and French are compared, then have the same sentences and the same values in them`, () => {
      const [en, fr] = languages.map(
        (language) =>
          JSON.parse(readFileSync(projectPath('views', 'locales', language, file), 'utf8')) as object,
      );
      expect([...new Set(keysOf(fr))].sort()).to.deep.equal([...new Set(keysOf(en))].sort());
    });
});

describe('error pages', () => {
  let web: WebHarness;
  afterEach(() => web.close());

  it('an unknown page, when a person asks, then is a page with a reference that the log has too', async () => {
    web = await startWeb();
    const { status, headers, text } = await web.browser().get('/no/such/page');
    expect(status).to.equal(404);
    const reference = headers.get('X-Request-Id') ?? '';
    expect(reference).to.match(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(text).to.contain('There is no such page').and.to.contain(reference);
    expect(JSON.stringify(web.log)).to.contain(reference);
  });

  it('an unknown page, when a machine asks, then is JSON with code and reference', async () => {
    web = await startWeb();
    const { headers, text } = await web.browser().get('/no/such/page', { Accept: 'application/json' });
    const { error } = JSON.parse(text) as { error: Record<string, string> };
    expect(error['code']).to.equal('not-found');
    expect(error['reference']).to.equal(headers.get('X-Request-Id'));
    expect(error['next']).to.be.a('string');
  });

  it('an unexpected error, when it is shown, then tells nothing of the inside, and the log keeps persons out', async () => {
    const all = () => Promise.reject(new TypeError('cannot read secret-inside of ada@example.org'));
    web = await startWeb({ institutions: { ...memoryInstitutions(), all } });
    const { status, text } = await web.browser().get(await web.setUpPath());
    expect(status).to.equal(500);
    expect(text).to.contain('Something went wrong here').and.not.to.contain('secret-inside');
    expect(text).not.to.contain('.ts:');
    const written = JSON.stringify(web.log);
    expect(written).to.contain('secret-inside').and.not.to.contain('ada@example.org');
  });

  it('an answer, when it breaks after it has begun, then is cut off, and the next one comes', async () => {
    web = await startWeb();
    const failure = await web
      .browser()
      .get('/lti/breaks')
      .catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
    expect((await web.browser().get('/health')).status).to.equal(200);
  });

  it('an error page, when French is preferred, then speaks French', async () => {
    web = await startWeb();
    const { text } = await web.browser().get('/nope', { 'Accept-Language': 'fr-BE,fr;q=0.9,en;q=0.5' });
    expect(text).to.contain('Que faire maintenant');
  });
});
