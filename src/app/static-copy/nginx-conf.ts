/**
 * nginx.conf of a static copy, to be included in a `server` whose root is the copy. Each `if` stands outside of locations and only
 * sets, rewrites or returns: inside of one it would switch `try_files` off.
 * https://nginx.org/en/docs/http/ngx_http_rewrite_module.html
 */
import {
  asksForFrench,
  hidden,
  pattern,
  preflightHeaders,
  servedForms,
  servedHeaders,
  servedTypes,
  unlisted,
} from './served-copy.js';

const header = ([name, value]: [string, string]): string => `add_header ${name} "${value}" always;`;
const only = (variable: string, condition: string, value: string): string =>
  `set ${variable} "";\nif (${condition}) { set ${variable} "${value}"; }`;

/** A variable that is empty sends no header. */
const onPreflight = preflightHeaders.map(([name, value], at) => {
  const variable = `$copy_preflight_${at}`;
  return `${only(variable, '$request_method = OPTIONS', value)}\n${header([name, variable])}`;
});

const pages = `set $copy_page index.html;
if ($http_accept_language ~* "${asksForFrench}") { set $copy_page index.fr.html; }
if ($arg_lang = en) { set $copy_page index.html; }
if ($arg_lang = fr) { set $copy_page index.fr.html; }`;

const types = (extra: string): string =>
  `types { text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; application/pdf pdf; text/plain txt; ${extra} }`;

export const nginxConf = `# Inside of "server", whose root is this folder: include this file.
charset utf-8;
charset_types text/css text/javascript text/plain;
autoindex off;
${types('application/json json;')}
${servedHeaders.map(header).join('\n')}
${only('$copy_robots', `$uri ~ "${unlisted}"`, 'noindex, nofollow')}
${header(['X-Robots-Tag', '$copy_robots'])}
# what has no ending is a page with other forms and languages
${only('$copy_vary', '$uri !~ "\\."', 'Accept, Accept-Language')}
${header(['Vary', '$copy_vary'])}
${onPreflight.join('\n')}
if ($request_method = OPTIONS) { return 204; }
if ($uri ~ "${hidden}") { return 404; }
${pages}
${servedForms
  .map(
    ({ path, accept, file }) =>
      `if ($http_accept ~* "${accept}") { rewrite "^(${pattern(path)})/?$" "$1/${file}"; }`,
  )
  .join('\n')}

# a file beside it says that something was taken back: its last words, if there are any, are told with that status
if (-f "$request_filename.gone") { return 410; }
error_page 410 @gone;
location @gone { try_files $uri $uri/$copy_page =410; ${types('application/ld+json json;')} }
location / { try_files $uri $uri/$copy_page =404; }
${servedTypes
  .map(([path, type]) => `location ~ "^${pattern(path)}$" { types {} default_type "${type}"; }`)
  .join('\n')}
`;
