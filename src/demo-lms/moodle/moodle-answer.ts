/** How Moodle's LTI services answer: PHP's JSON, the error in the reason phrase and in a JSON body. */
import type { Request, Response } from 'express';

/** JSON as PHP writes it: slashes and letters outside ASCII escaped. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/\//g, '\\/')
    .replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function sendMoodle(response: Response, type: string, body: string, status = 200): void {
  response.statusCode = status;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  // as bytes: Node would write a string together with the headers, in UTF-8, and spoil theirs
  response.end(Buffer.from(body, 'utf8'));
}

/** Any text as HTTP can carry it in the reason phrase: UTF-8 bytes, no line breaks. */
export function setReason(response: Response, status: number, reason: string): void {
  response.statusCode = status;
  response.statusMessage = Buffer.from(reason.trim(), 'utf8')
    .toString('latin1')
    // only what HTTP allows in a reason phrase stays
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, ' ');
}

export function refuseMoodle(request: Request, response: Response, status: number, reason: string): void {
  const { accept, 'content-type': contentType } = request.headers;
  setReason(response, status, reason);
  const body = {
    status,
    reason,
    request: {
      method: request.method,
      url: request.originalUrl,
      ...(isSent(accept) ? { accept } : {}),
      contentType: contentType ?? '',
    },
  };
  sendMoodle(response, 'application/json', JSON.stringify(body, null, 4), status);
}

const isSent = (header: string | undefined): header is string => header !== undefined && header !== '';

/**
 * Does one of the resource's formats suit the request (Accept of a GET, Content-Type of the others)? Exactly, as Moodle
 * compares; a GET may also say anything is welcome.
 */
export function suits(request: Request, formats: readonly string[]): boolean {
  const { accept, 'content-type': contentType = '' } = request.headers;
  if (request.method === 'GET') return !isSent(accept) || accept.includes('*/*') || formats.includes(accept);
  return request.method === 'DELETE' || formats.includes(contentType);
}

export function refuseFormat(request: Request, response: Response, path: string): void {
  const { accept = '', 'content-type': contentType = '' } = request.headers;
  const asked = request.method === 'GET' ? accept : '';
  refuseMoodle(request, response, 400, `No handler found for ${path} ${asked} ${contentType}`);
}
