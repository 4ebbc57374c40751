/**
 * Moodle's web services over REST (/webservice/rest/server.php): everything is answered with status 200, errors too.
 * https://docs.moodle.org/dev/Creating_a_web_service_client#REST
 */
import type { Request, Response } from 'express';
import type { Lms } from '../../lms.js';
import { phpJson, sendMoodle } from '../moodle-answer.js';
import type { Question } from './asked-course.js';
import { activitiesCompletion, courseCompletion, courseContents } from './completion.js';
import { competenciesPage, competencyReport, courseCompetencies } from './competencies.js';
import { gradeItemNames, gradeItems } from './grades.js';
import { serviceFunctions, type ServiceFunction } from './service-account.js';
import { faults, WebServiceFault } from './web-service-fault.js';

const answers: Record<ServiceFunction, (question: Question) => object> = {
  core_webservice_get_site_info: siteInfo,
  core_course_get_contents: courseContents,
  core_grades_get_gradeitems: gradeItemNames,
  gradereport_user_get_grade_items: gradeItems,
  core_completion_get_activities_completion_status: activitiesCompletion,
  core_completion_get_course_completion_status: courseCompletion,
  core_competency_list_course_competencies: courseCompetencies,
  report_competency_data_for_report: competencyReport,
  tool_lp_data_for_course_competencies_page: competenciesPage,
};

/** @param request its body as text: parameters may stand there, in the address, or in both */
export function restServer(lms: Lms, request: Request, response: Response): void {
  if (!lms.state.webServices?.isOn) return sendMoodle(response, 'text/html', '', 403);
  const parameters = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  for (const [name, value] of new URL(request.originalUrl, lms.url).searchParams)
    if (!parameters.has(name)) parameters.set(name, value);
  try {
    sendJson(response, answerOf(lms, parameters));
  } catch (error) {
    if (!(error instanceof WebServiceFault)) throw error;
    const { exception, errorcode, message } = error;
    sendJson(response, { exception, errorcode, message });
  }
}

function answerOf(lms: Lms, parameters: URLSearchParams): object {
  const account = lms.state.webServices;
  if (!account || parameters.get('wstoken') !== account.token) throw faults.invalidToken();
  const may: Question['may'] = (capability) => account.capabilities.includes(capability);
  if (!may('webservice/rest:use')) throw faults.access();
  const asked = parameters.get('wsfunction') ?? '';
  const name = serviceFunctions.find((one) => one === asked);
  if (!name) throw faults.noRecord('external_functions');
  if (!account.functions.includes(name)) throw faults.access();
  return answers[name]({ lms, parameters, may });
}

function siteInfo({ lms }: Question): object {
  return {
    sitename: 'Moodle-like demonstration',
    username: 'wsbadge',
    firstname: 'Badge',
    lastname: 'Service',
    fullname: 'Badge Service',
    lang: 'en',
    userid: 74,
    siteurl: lms.url,
    functions: (lms.state.webServices?.functions ?? []).map((name) => ({ name, version: '2024100706' })),
    release: '4.5.6 (Build: 20250811)',
    version: '2024100706',
  };
}

function sendJson(response: Response, body: object): void {
  response.statusCode = 200;
  response.setHeader('Content-Type', 'application/json');
  response.end(phpJson(body));
}
