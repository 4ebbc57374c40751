/**
 * Reads an absolute address of a stranger. URL alone may not: a host name outside of ASCII takes it quadratic time, minutes for
 * one megabyte, while a real one has at most 253 characters. https://www.rfc-editor.org/rfc/rfc1034#section-3.1
 */

/** Host, port and whatever stands before an @. */
const longestAuthority = 512;
/** URL passes over control characters at the ends, tabs and line ends anywhere, and reads a backslash as a slash. */
const beginning = /^[\0- ]*[a-z][a-z\d+.-]*:[/\\]*([^/\\?#]*)/i;

/** Undefined when it is none. */
export function absoluteUrl(text: string): URL | undefined {
  const authority = beginning.exec(text.replace(/[\t\n\r]/g, ''))?.[1];
  if (authority === undefined || authority.length > longestAuthority || !URL.canParse(text)) return undefined;
  return new URL(text);
}
