/**
 * The addresses an LMS usually has, made from the one an administrator knows: a suggestion for the form, never a fact.
 * Moodle: mod/lti/{auth,token,certs}.php. Canvas: doc/api/lti_dev_key_config, sso.canvaslms.com for its cloud.
 */
import type { LmsFamily } from '../platform.js';

export interface UsualAddresses {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  keySetUrl: string;
}

const canvasCloud = 'https://canvas.instructure.com';

/**
 * @param site address of the LMS's start page, as people type it; empty or on instructure.com means Canvas's cloud.
 * @returns undefined when it is not an address, or when nothing is usual in this family.
 */
export function usualAddresses(family: LmsFamily, site: string): UsualAddresses | undefined {
  const typed = site.trim() === '' && family === 'canvas' ? canvasCloud : site.trim();
  const text = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(text)) return undefined;
  const { origin, pathname, hostname } = new URL(text);
  if (family === 'moodle') {
    // a page inside Moodle is taken for its start page: wwwroot may have a path of its own
    const root =
      origin + pathname.replace(/\/(my|login|course|admin|mod|user)(\/.*)?$|\/index\.php$|\/+$/, '');
    return {
      issuer: root,
      authorizationEndpoint: `${root}/mod/lti/auth.php`,
      tokenEndpoint: `${root}/mod/lti/token.php`,
      keySetUrl: `${root}/mod/lti/certs.php`,
    };
  }
  if (family === 'canvas') {
    const host = hostname.endsWith('.instructure.com') ? 'https://sso.canvaslms.com' : origin;
    return {
      issuer: canvasCloud,
      authorizationEndpoint: `${host}/api/lti/authorize_redirect`,
      tokenEndpoint: `${host}/login/oauth2/token`,
      keySetUrl: `${host}/api/lti/security/jwks`,
    };
  }
  return undefined;
}
