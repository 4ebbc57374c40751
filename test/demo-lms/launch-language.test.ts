import { expect } from 'chai';
import { decodeJwt } from 'jose';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import {
  authenticate,
  authenticationRequestOf,
  loginRequestOf,
  startStandInTool,
  type StandInTool,
} from './stand-in-tool.js';

for (const kind of ['moodle', 'canvas'] as const)
  describe(`demo LMS: the language of a launch from ${kind}`, () => {
    let lms: DemoLms;
    let tool: StandInTool;
    before(async () => {
      tool = await startStandInTool();
      lms = await startDemoLms({ kind, host: '127.0.0.1', port: 0, tool: tool.addresses });
    });
    after(async () => {
      await lms.close();
      await tool.close();
    });

    for (const [preferred, told] of [
      ['fr-BE,fr;q=0.9,en;q=0.5', 'fr'],
      ['de,en;q=0.5', 'en'],
      ['de', 'en'],
    ] as const)
      it(`a browser that prefers ${preferred}, when it launches, then the tool is told ${told}`, async () => {
        const cookie = lms.controls.sessionCookie('6');
        const login = await loginRequestOf(lms, cookie, '4');
        const { fields } = await authenticate(lms, cookie, authenticationRequestOf(lms, login), preferred);
        const claims = decodeJwt(fields['id_token'] ?? '');
        expect(claims['https://purl.imsglobal.org/spec/lti/claim/launch_presentation']).to.include({
          locale: told,
        });
      });
  });
