/** A browser and an LMS in one: launches a tool from the demonstration LMS as people do, each person with cookies of his own. */
import { Agent, request } from 'undici';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import { formIn, loginRequestOf } from '../../test/demo-lms/stand-in-tool.js';

export interface Tool {
  origin: string;
  loginUrl: string;
  launchUrl: string;
}

export interface Launched {
  /** Where the tool leads after the launch. */
  location: string;
  cookies: string;
}

export interface Launcher {
  lms: DemoLms;
  /** Login and launch by the next person. @throws Error when the tool refuses */
  launch: () => Promise<Launched>;
  close: () => Promise<void>;
}

/** The claim activity of the big course, and its learners. */
const activity = '10';
const course = '3';

/** @param options.bigLearners how many learners launch, and learn in the big course */
export async function startLauncher(tool: Tool, options: { bigLearners?: number } = {}): Promise<Launcher> {
  const { loginUrl, launchUrl } = tool;
  const lms = await startDemoLms({
    kind: 'moodle',
    host: '127.0.0.1',
    port: 0,
    tool: { loginUrl, launchUrl, keySetUrl: `${tool.origin}/lti/keys` },
    ...options,
  });
  const learners = lms.controls.state.courses
    .find(({ id }) => id === course)
    ?.enrolments.filter(({ role }) => role === 'learner')
    .map(({ userId }) => ({ lmsCookie: lms.controls.sessionCookie(userId), jar: new Map<string, string>() }));
  if (!learners?.length) throw new Error('the course has learners');
  const agent = new Agent();
  let turn = 0;

  const send = async (
    url: string,
    jar: Map<string, string>,
    form?: Record<string, string>,
  ): Promise<string> => {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      method: form ? 'POST' : 'GET',
      headers: {
        cookie: cookiesOf(jar),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      body: form && new URLSearchParams(form).toString(),
    });
    const text = await body.text();
    for (const cookie of [headers['set-cookie'] ?? []].flat()) keep(jar, cookie);
    const location = [headers.location].flat()[0];
    if (statusCode >= 400 || location === undefined)
      throw new Error(`${url} answered ${statusCode}: ${text}`);
    return new URL(location, url).href;
  };

  return {
    lms,
    async launch() {
      const learner = learners[turn++ % learners.length];
      if (!learner) throw new Error('the course has learners');
      const { lmsCookie, jar } = learner;
      let next = await send(loginUrl, jar, await loginRequestOf(lms, lmsCookie, activity));
      // a tool may ask the browser to show its cookie first
      while (new URL(next).origin === tool.origin) next = await send(next, jar);
      const page = await request(next, { dispatcher: agent, headers: { cookie: lmsCookie } });
      const { fields } = formIn(await page.body.text());
      const location = await send(launchUrl, jar, fields);
      return { location, cookies: cookiesOf(jar) };
    },
    close: async () => {
      await agent.close();
      await lms.close();
    },
  };
}

function cookiesOf(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split('; ');
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const isOver = attributes.some((attribute) => /^expires=thu, 01 jan 1970/i.test(attribute));
  if (isOver) jar.delete(name);
  else jar.set(name, value);
}
