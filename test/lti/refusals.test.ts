/** Every refused launch: a code, words in both languages with the next step, a status, and a log line without personal data. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { statuses } from '../../src/web/errors/statuses.js';
import { projectPath } from '../../src/shared/project-path.js';
import { aLogin, begin, codeOf, launchWith, login } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { claim, startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

const codes = Object.keys(statuses).filter((code) => code.startsWith('launch-'));
type Sentences = Record<string, Record<string, string>>;
const sentencesOf = (language: string): Sentences =>
  JSON.parse(readFileSync(projectPath('views', 'locales', language, 'errors.json'), 'utf8')) as Sentences;

describe('refused launches', () => {
  for (const language of ['en', 'fr']) {
    for (const code of codes) {
      it(`${code}, in ${language}, has a title, what happened and what to do next`, () => {
        const words = sentencesOf(language)[code] ?? {};
        for (const part of ['title', 'what', 'next']) expect(words[part], part).to.match(/\S.{5,}/);
      });
    }
    it(`what the people who look after the LMS must settle, in ${language}, is told for each LMS in its own words`, () => {
      const settled = [
        'launch-platform-unknown',
        'launch-deployment-unknown',
        'launch-login-invalid',
        'launch-token-signature',
        'launch-token-expired',
        'launch-token-audience',
        'launch-version',
        'launch-target',
      ];
      for (const code of settled)
        expect(sentencesOf(language)[code], code).to.include.keys('moodle', 'canvas', 'other');
    });
  }

  describe('over HTTP', () => {
    let acquis: LtiHarness;
    let lms: ScriptedPlatform;
    before(async () => {
      lms = await startScriptedPlatform(() => acquis.base);
      acquis = await startLti({ platforms: [lms.platform] });
    });
    after(async () => {
      await acquis.close();
      await lms.close();
    });

    const french = { 'Accept-Language': 'fr' };

    it('a refused launch, shown in the frame, has one heading, a reference that the log has too, and the LMS’s own step', async () => {
      const page = await launchWith(acquis, lms, { [claim('version')]: '1.1' });
      const reference = /<strong>([0-9A-F-]{14})<\/strong>/.exec(page.text)?.[1];
      const line = acquis.log.find((one) => (one['req'] as { id?: string } | undefined)?.id === reference);
      expect(line).to.include({ code: 'launch-version', status: 400, msg: 'refused' });
      expect(page.text.match(/<h1/g)).to.have.length(1);
      expect(page.text).to.contain('<dt>Moodle</dt>').and.not.contain('<dt>Canvas</dt>');
      expect(page.headers.get('Content-Security-Policy')).to.contain(`frame-ancestors ${lms.url}`);
      expect(page.headers.get('X-Frame-Options')).to.equal(null);
    });

    it('a refused launch of an LMS nobody knows, shown, has the step of every LMS', async () => {
      const fields = { ...aLogin(acquis, lms.platform), iss: 'https://nobody.example.org' };
      const page = await login(acquis.browser(), fields);
      expect(codeOf(page)).to.equal('launch-platform-unknown');
      for (const name of ['Moodle', 'Canvas', 'Another LMS'])
        expect(page.text).to.contain(`<dt>${name}</dt>`);
    });

    it('a refused launch, asked for in French, is told in French', async () => {
      const page = await acquis.browser().send('/lti/launch', {}, french);
      expect(page.text)
        .to.contain('<html lang="fr"')
        .and.contain(sentencesOf('fr')['launch-state-unknown']?.['next']?.slice(0, 20));
    });

    it('the launch address, opened by hand, says that no launch was begun', async () => {
      expect(codeOf(await acquis.browser().get('/lti/launch'))).to.equal('launch-state-unknown');
      expect(codeOf(await acquis.browser().get('/lti/login'))).to.equal('launch-login-invalid');
    });

    it('ten kinds of refusal, written to the log, hold no name, address, subject, token, state, nonce or secret', async () => {
      const from = acquis.log.length;
      const secrets = ['ada@example.org', 'Ada Learner', 'learner-1', 'hint-1'];
      const kinds: Record<string, unknown>[] = [
        { aud: 'x' },
        { exp: 1 },
        { nonce: 'x' },
        { sub: undefined },
        { [claim('version')]: '1' },
        { [claim('message_type')]: 'x' },
        { [claim('deployment_id')]: 'tenant-of-ada' },
        { [claim('context')]: undefined },
        { [claim('resource_link')]: {} },
        { [claim('target_link_uri')]: 'https://evil.example' },
      ];
      for (const changes of kinds) {
        const browser = acquis.browser();
        const { state, nonce } = await begin(acquis, lms, browser);
        const token = await lms.sign(lms.claims(nonce, changes));
        const page = await browser.send('/lti/launch', { state, id_token: token });
        expect(codeOf(page)).to.match(/^launch-/);
        secrets.push(state, nonce, token.slice(0, 60), ...browser.cookies.values());
      }
      const written = JSON.stringify(acquis.log.slice(from));
      for (const secret of secrets) expect(written).to.not.contain(secret);
      const refused = acquis.log.slice(from).filter(({ msg }) => msg === 'refused');
      expect(refused).to.have.length(kinds.length);
      for (const { code, detail } of refused)
        expect([code, detail].every((one) => typeof one === 'string')).to.equal(true);
    });
  });
});
