import { expect } from 'chai';
import { startPublicWeb, type PublicWeb } from './public-web.js';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const picture = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

describe('the address of an award', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  before(async () => (web = await startPublicWeb()));
  after(() => web.close());

  const answers: [accept: string | undefined, type: string][] = [
    [undefined, 'text/html; charset=utf-8'],
    ['*/*', 'text/html; charset=utf-8'],
    [browser, 'text/html; charset=utf-8'],
    ['application/pdf', 'text/html; charset=utf-8'],
    ['application/vc+ld+json', 'application/vc+ld+json'],
    ['application/vc', 'application/vc'],
    ['application/ld+json', 'application/ld+json'],
    ['application/json', 'application/json'],
    ['application/json, text/html;q=0.5', 'application/json'],
    ['text/html;q=0.1, application/*', 'application/vc+ld+json'],
    ['text/plain', 'text/plain'],
    ['application/jwt', 'application/jwt'],
    ['image/png', 'image/png'],
    [picture, 'image/png'],
  ];
  for (const [accept, type] of answers) {
    it(`when it is asked for with Accept: ${accept ?? 'nothing'}, then answers ${type}`, async () => {
      const answer = await web.get(web.path, accept ? { Accept: accept } : {});
      expect(answer.status).to.equal(200);
      const [given, wanted] = [answer.headers.get('content-type') ?? '', type];
      expect(given.replace(/; charset=utf-8$/i, '')).to.equal(wanted.replace(/; charset=utf-8$/, ''));
      expect(answer.headers.get('vary')).to.match(/\bAccept\b(?!-)/);
    });
  }
});
