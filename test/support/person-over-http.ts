/**
 * A person with a browser that has no window: keeps cookies by origin, follows redirects, posts the forms that post
 * themselves. For journeys on real HTTP where a real browser would only be slow.
 */
import { expect } from 'chai';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';

export interface Answer {
  url: string;
  status: number;
  text: string;
}

/** A launch on its way: what the LMS makes the browser post to Acquis. */
export interface PendingLaunch {
  url: string;
  fields: Record<string, string>;
}

export interface Person {
  /** GET, following redirects. */
  open(url: string): Promise<Answer>;
  /** POST of a form, following redirects. */
  send(url: string, fields: Record<string, string>): Promise<Answer>;
  /** Opens the page and sends its form (the one whose action ends so, else the first) with these fields beside its own. */
  submit(url: string, fields: Record<string, string>, action?: string): Promise<Answer>;
  /** Everything up to the form with the id_token, which is not sent yet. */
  beginLaunch(lms: DemoLms, userId: string, activityId: string): Promise<PendingLaunch>;
  /** A whole launch. @returns the first page of the visit */
  launch(lms: DemoLms, userId: string, activityId: string): Promise<Answer>;
  cookies: Map<string, Map<string, string>>;
}

const unescape = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The forms of a page: absolute action and hidden fields. */
export function formsOf({ url, text }: Answer): PendingLaunch[] {
  return [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const action = unescape(/\baction="([^"]*)"/.exec(head)?.[1] ?? '');
    const fields = [...inside.matchAll(/<input\b[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => /type="hidden"/.test(input))
      .map((input): [string, string] => [
        /\bname="([^"]*)"/.exec(input)?.[1] ?? '',
        unescape(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? ''),
      ]);
    return { url: new URL(action, url).href, fields: Object.fromEntries(fields) };
  });
}

export function personOverHttp(): Person {
  const cookies = new Map<string, Map<string, string>>();
  const keep = (origin: string, lines: string[]): void => {
    const jar = cookies.get(origin) ?? new Map<string, string>();
    cookies.set(origin, jar);
    for (const line of lines) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
  };
  const ask = async (url: string, fields?: Record<string, string>): Promise<Answer> => {
    let [at, body] = [url, fields];
    for (let hops = 0; hops < 10; hops += 1) {
      const { origin } = new URL(at);
      const jar = [...(cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, {
        redirect: 'manual',
        method: body ? 'POST' : 'GET',
        body: body && new URLSearchParams(body),
        headers: { Accept: 'text/html', 'Accept-Language': 'en', ...(jar && { Cookie: jar }) },
      });
      keep(origin, answer.headers.getSetCookie());
      const next = answer.headers.get('location');
      const text = await answer.text();
      if (answer.status < 300 || answer.status > 399 || next === null) {
        return { url: at, status: answer.status, text };
      }
      [at, body] = [new URL(next, at).href, undefined];
    }
    throw new Error(`too many redirects from ${url}`);
  };
  const onlyForm = (answer: Answer): PendingLaunch => {
    const form = formsOf(answer)[0];
    if (!form) throw new Error(`no form in the answer ${answer.status} of ${answer.url}`);
    return form;
  };
  const person: Person = {
    cookies,
    open: (url) => ask(url),
    send: (url, fields) => ask(url, fields),
    async submit(url, fields, action) {
      const page = await ask(url);
      expect(page.status, `the page ${url}`).to.equal(200);
      const forms = formsOf(page);
      const form = action ? forms.find((one) => one.url.endsWith(action)) : forms[0];
      if (!form) throw new Error(`no such form on ${page.url}`);
      return ask(form.url, { ...form.fields, ...fields });
    },
    async beginLaunch(lms, userId, activityId) {
      keep(lms.url, [lms.controls.sessionCookie(userId)]);
      const login = onlyForm(await ask(`${lms.url}/activities/${activityId}/launch`));
      return onlyForm(await ask(login.url, login.fields));
    },
    async launch(lms, userId, activityId) {
      const { url, fields } = await person.beginLaunch(lms, userId, activityId);
      return ask(url, fields);
    },
  };
  return person;
}
