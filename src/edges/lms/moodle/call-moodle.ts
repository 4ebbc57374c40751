/**
 * One call of a Moodle web-service function. The token goes in the body, never into an address or a log; every function that Acquis
 * asks only reads, so that it may be asked again. https://docs.moodle.org/dev/Creating_a_web_service_client#REST
 */
import type { z } from 'zod';
import type { Platform } from '../../../domain/platforms/platform.js';
import { answeredJson } from '../../../shared/answered-json.js';
import { passingTrouble } from '../../../shared/passing-trouble.js';
import { lmsTrouble, type AskedOf } from '../lms-trouble.js';
import { readAnswer } from '../read-answer.js';
import { sendQuestion, type QuestionLimits, type SendDeps } from '../send-question.js';
import { withToken, type UsedTokens } from '../with-token.js';
import { faultIn, problemOfFault } from './moodle-faults.js';

export interface CallMoodleDeps extends SendDeps {
  tokens: UsedTokens;
}

export interface MoodleCall<Shape extends z.ZodType> {
  function: string;
  parameters: Readonly<Record<string, string>>;
  shape: Shape;
  limits: QuestionLimits;
}

/** @throws Problem lms-* (facts: {lms, function, errorcode where Moodle told one}) */
export async function callMoodle<Shape extends z.ZodType>(
  deps: CallMoodleDeps,
  platform: Platform,
  call: MoodleCall<Shape>,
): Promise<z.infer<Shape>> {
  const asked: AskedOf = { lms: 'moodle', function: call.function };
  return withToken(deps.tokens, platform, asked, ({ token }) => ask(deps, platform, asked, call, token));
}

async function ask<Shape extends z.ZodType>(
  deps: CallMoodleDeps,
  platform: Platform,
  asked: AskedOf,
  { parameters, shape, limits }: MoodleCall<Shape>,
  token: string,
): Promise<z.infer<Shape>> {
  const body = new URLSearchParams({
    wstoken: token,
    wsfunction: asked.function,
    moodlewsrestformat: 'json',
    ...parameters,
  });
  const answer = await sendQuestion(deps, platform, asked, {
    // the issuer of a Moodle is the address of its start page
    url: `${platform.issuer.replace(/\/+$/, '')}/webservice/rest/server.php`,
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: body.toString(),
    limits,
  });
  const { status } = answer;
  const passing = passingTrouble(answer);
  if (passing) throw lmsTrouble(asked, passing.code, `status ${status}`, passing.facts);
  // so Moodle says that web services are off on the whole site
  if (status === 403 && answer.body.length === 0) throw lmsTrouble(asked, 'lms-services-off', 'status 403');
  if (status !== 200)
    throw lmsTrouble(asked, status < 400 ? 'lms-answer-unreadable' : 'lms-refused', `status ${status}`);
  const json = answeredJson(answer.body);
  const fault = faultIn(json);
  if (fault) throw problemOfFault(fault, asked);
  return readAnswer(asked, shape, json);
}
