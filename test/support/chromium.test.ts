/** The browser of the journeys: whether it really blocks, or allows, third-party cookies across localhost and 127.0.0.1. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { chromium } from 'playwright-core';
import { openBrowser, turnedOff, type BrowserOptions } from './chromium.js';

describe('openBrowser', function () {
  this.timeout(60_000);
  let server: Server;
  let port: number;
  let sent: Promise<string>;

  beforeEach(async () => {
    sent = new Promise((resolve) => {
      server = createServer((request, response) => {
        response.setHeader('Content-Type', 'text/html');
        if (request.url === '/page') response.end(`<iframe src="http://127.0.0.1:${port}/frame"></iframe>`);
        else if (request.url === '/frame') {
          const kind = 'Path=/; Secure; HttpOnly; SameSite=None';
          response.setHeader('Set-Cookie', [`plain=1; ${kind}`, `partitioned=1; ${kind}; Partitioned`]);
          response.end('<script>fetch("/ask")</script>');
        } else {
          response.end();
          if (request.url === '/ask') resolve(request.headers.cookie ?? '');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    port = (server.address() as AddressInfo).port;
  });

  afterEach(() => server.close());

  async function cookiesInFrame(options: BrowserOptions): Promise<string[]> {
    const browser = await openBrowser(options);
    try {
      const page = await browser.context.newPage();
      await page.goto(`http://localhost:${port}/page`);
      return (await sent).split('; ').sort();
    } finally {
      await browser.close();
    }
  }

  it('blocking third-party cookies, sends a partitioned cookie from a frame and no plain one', async () => {
    expect(await cookiesInFrame({ thirdPartyCookies: 'blocked' })).to.deep.equal(['partitioned=1']);
  });

  it('allowing third-party cookies, sends both', async () => {
    expect(await cookiesInFrame({ thirdPartyCookies: 'allowed' })).to.deep.equal([
      'partitioned=1',
      'plain=1',
    ]);
  });

  it('told nothing, blocks', async () => {
    expect(await cookiesInFrame({})).to.deep.equal(['partitioned=1']);
  });
});

describe('what the browser of the journeys turns off', () => {
  it('when playwright starts a browser with switches of its own, then nothing that they turn off is missing', async () => {
    // no browser: it ends at once, and what it was started with is told
    const refused = await chromium.launch({ executablePath: process.execPath }).then(() => '', String);
    const features = /--disable-features=(\S+)/.exec(refused)?.[1]?.split(',') ?? [];
    expect(features).to.include('PreconnectToSearch');
    expect(turnedOff).to.include.members(features);
  });
});
