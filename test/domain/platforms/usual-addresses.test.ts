import { expect } from 'chai';
import { usualAddresses } from '../../../src/domain/platforms/differences/usual-addresses.js';

describe('usual addresses of an LMS', () => {
  const moodles: [string, string][] = [
    ['https://moodle.example.org', 'https://moodle.example.org'],
    ['moodle.example.org/', 'https://moodle.example.org'],
    ['https://example.org/moodle/', 'https://example.org/moodle'],
    ['https://example.org/moodle/login/index.php?x=1', 'https://example.org/moodle'],
    ['https://example.org/moodle/course/view.php?id=2', 'https://example.org/moodle'],
    ['http://localhost:8091/my/', 'http://localhost:8091'],
  ];
  for (const [typed, root] of moodles)
    it(`a Moodle, when ${typed} is typed, then has ${root} as issuer and its addresses below it`, () => {
      expect(usualAddresses('moodle', typed)).to.deep.equal({
        issuer: root,
        authorizationEndpoint: `${root}/mod/lti/auth.php`,
        tokenEndpoint: `${root}/mod/lti/token.php`,
        keySetUrl: `${root}/mod/lti/certs.php`,
      });
    });

  it("Canvas's cloud, when nothing or a school's address is typed, then logs in at sso.canvaslms.com", () => {
    for (const typed of ['', 'school.instructure.com', 'https://school.instructure.com/courses/1'])
      expect(usualAddresses('canvas', typed)).to.deep.equal({
        issuer: 'https://canvas.instructure.com',
        authorizationEndpoint: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
        tokenEndpoint: 'https://sso.canvaslms.com/login/oauth2/token',
        keySetUrl: 'https://sso.canvaslms.com/api/lti/security/jwks',
      });
  });

  it('a Canvas of one’s own, when its address is typed, then has its services there and the common issuer', () => {
    const addresses = usualAddresses('canvas', 'https://canvas.school.example/login');
    expect(addresses?.issuer).to.equal('https://canvas.instructure.com');
    expect(addresses?.keySetUrl).to.equal('https://canvas.school.example/api/lti/security/jwks');
  });

  it('anything else, when it is no address or another LMS, then suggests nothing', () => {
    expect(usualAddresses('moodle', '')).to.equal(undefined);
    expect(usualAddresses('moodle', 'my moodle')).to.equal(undefined);
    expect(usualAddresses('other', 'https://lms.example.org')).to.equal(undefined);
  });
});
