/** What a browser does, as far as the tests of the web need it: keeps cookies, takes the form token along, follows no redirect. */

export interface Page {
  status: number;
  headers: Headers;
  text: string;
}

export interface TestBrowser {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Sends a form as it is. */
  send(
    path: string,
    fields: Record<string, string> | URLSearchParams,
    headers?: Record<string, string>,
  ): Promise<Page>;
  /** Opens the page first, and sends the form with its token. */
  submit(path: string, fields: Record<string, string>, to?: string): Promise<Page>;
}

/** The token in the first form of a page; '' when there is none. */
export function tokenIn(text: string): string {
  return /name="_form" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

export function aBrowser(url: string): TestBrowser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: {
        Accept: 'text/html',
        'Accept-Language': 'en',
        ...(cookie ? { Cookie: cookie } : {}),
        ...headers,
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.some((one) => /expires=thu, 01 jan 1970/i.test(one))) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const browser: TestBrowser = {
    cookies,
    get: (path, headers = {}) => ask(path, {}, headers),
    send: (path, fields, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }, headers),
    async submit(path, fields, to = path) {
      const page = await browser.get(path);
      return browser.send(to, { _form: tokenIn(page.text), ...fields });
    },
  };
  return browser;
}
