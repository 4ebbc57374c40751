/** .htaccess of a static copy, for Apache 2.4.13 or newer with AllowOverride All, mod_rewrite and mod_headers. https://httpd.apache.org/docs/2.4/ */
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

const header = ([name, value]: [string, string], when = ''): string =>
  `Header always set ${name} "${value}"${when && ` "expr=${when}"`}`;

/** Paths are matched without the slash that they begin with. */
const form = ({ path, accept, file }: (typeof servedForms)[number]): string =>
  `RewriteCond %{HTTP_ACCEPT} "${accept}" [NC]\nRewriteRule "^(${pattern(path).slice(1)})/?$" "$1/${file}" [L]`;

const page = (file: string, condition = ''): string =>
  `${condition && `RewriteCond ${condition}\n`}RewriteCond %{REQUEST_FILENAME}/${file} -f
RewriteRule "^(.*?)/?$" "$1/${file}" [L]`;

export const apacheHtaccess = `Options -Indexes -MultiViews
DirectorySlash Off
DirectoryIndex disabled
AddDefaultCharset utf-8
AddType application/ld+json .jsonld
${servedHeaders.map((one) => header(one)).join('\n')}
${header(['X-Robots-Tag', 'noindex, nofollow'], `%{REQUEST_URI} =~ m#${unlisted}#`)}
# pages have other forms and languages
Header set Vary "Accept, Accept-Language" "expr=%{REQUEST_URI} =~ m#^[^.]*(/index[.](fr[.])?html)?$#"
${preflightHeaders.map((one) => header(one, "%{REQUEST_METHOD} == 'OPTIONS'")).join('\n')}
RewriteEngine On
RewriteCond %{REQUEST_METHOD} =OPTIONS
RewriteRule ^ - [R=204,L]
RewriteRule "${hidden}" - [R=404,L]
${servedForms.map(form).join('\n')}
# a file beside it says that something was taken back: its last words, if there are any, are told with that status
ErrorDocument 410 /%{REQUEST_URI}
RewriteCond %{ENV:REDIRECT_STATUS} !=410
RewriteCond %{REQUEST_FILENAME}.gone -f
RewriteRule ^ - [R=410,L]
${page('index.html', '%{QUERY_STRING} (^|&)lang=en(&|$)')}
${page('index.fr.html', '%{QUERY_STRING} (^|&)lang=fr(&|$)')}
${page('index.fr.html', `%{HTTP:Accept-Language} "${asksForFrench}" [NC]`)}
${page('index.html')}
RewriteCond %{REQUEST_FILENAME} -d
RewriteRule ^ - [R=404,L]
${servedTypes
  .map(([path, type]) => `<If "%{REQUEST_URI} =~ m#^${pattern(path)}$#">\n  ForceType "${type}"\n</If>`)
  .join('\n')}
`;
