/**
 * What tells web servers how to serve a static copy: media types, every origin let in, pages and documents told apart by Accept where
 * the server can. For nginx, for Apache, and as `_headers` for the hosts of static sites that read it.
 */

/** In this order: the first that fits counts. `*` is one part of a path. */
const types: [path: string, type: string][] = [
  ['/awards/*/open-badge-3.json', 'application/vc+ld+json'],
  ['/awards/*/open-badge-3.jwt', 'text/plain; charset=utf-8'],
  ['/awards/*/open-badge-2.json', 'application/ld+json'],
  ['/awards/*/open-badge-2.jws', 'text/plain; charset=utf-8'],
  ['/awards/*/europass.jsonld', 'application/ld+json'],
  ['/achievements/*/*/badge-class.json', 'application/ld+json'],
  ['/achievements/*/*/badge-class.*.json', 'application/ld+json'],
  ['/achievements/*/*/achievement.json', 'application/ld+json'],
  ['/institutions/*/profile.json', 'application/ld+json'],
  ['/institutions/*/issuer-2.json', 'application/ld+json'],
  ['/institutions/*/issuer-2.*.json', 'application/ld+json'],
  ['/institutions/*/jwks.json', 'application/jwk-set+json'],
  ['/institutions/*/keys/*.json', 'application/jwk+json'],
  ['/institutions/*/keys-2/*.json', 'application/ld+json'],
  ['/institutions/*/revocation-list-2.json', 'application/ld+json'],
  ['/institutions/*/revocation-list-2.*.json', 'application/ld+json'],
  ['/institutions/*/revocation-list.json', 'application/json'],
  ['/institutions/*/key-history.json', 'application/json'],
  ['/institutions/*/did.json', 'application/json'],
  ['/endorsements/*/endorsement.json', 'application/vc+ld+json'],
  ['/endorsements/*/open-badge-2.json', 'application/ld+json'],
  ['/endorsements/*/endorsement.jwt', 'text/plain; charset=utf-8'],
  ['/status/*.jwt', 'application/statuslist+jwt'],
  ['/status/*', 'application/vc+ld+json'],
  ['/credential-types/*', 'application/json'],
];

/** Pages that are something else for who accepts JSON. */
const negotiated: [path: string, file: string][] = [
  ['/awards/*', 'open-badge-3.json'],
  ['/achievements/*/*', 'achievement.json'],
  ['/institutions/*', 'profile.json'],
  ['/endorsements/*', 'endorsement.json'],
];

const pattern = (path: string): string => path.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+');

export const serverFiles: Record<string, string> = {
  'nginx.conf': nginx(),
  '.htaccess': apache(),
  _headers: headers(),
};

/** No `if`: inside of a location it would switch `try_files` off. */
function nginx(): string {
  const name = (file: string): string => `$kept_${file.replace(/\W/g, '_')}`;
  return `# The maps belong inside of http, what follows them inside of server, whose root is this folder.
${negotiated
  .map(
    ([, file]) => `map $http_accept ${name(file)} {
  default index.html;
  "~*text/html" index.html;
  "~*application/(vc|ld\\+json|vc\\+ld\\+json|json)" ${file};
}`,
  )
  .join('\n')}

add_header Access-Control-Allow-Origin * always;
add_header Cross-Origin-Resource-Policy cross-origin always;
location / { try_files $uri $uri/index.html =404; }
location = /.export-progress.json { return 404; }
${negotiated
  .map(
    ([path, file]) =>
      `location ~ "^${pattern(path)}$" { try_files $uri/${name(file)} =404; types { text/html html; application/ld+json json; } }`,
  )
  .join('\n')}
${types
  .map(([path, type]) => `location ~ "^${pattern(path)}$" { types {} default_type "${type}"; }`)
  .join('\n')}
`;
}

function apache(): string {
  return `DirectorySlash Off
DirectoryIndex index.html
AddDefaultCharset utf-8
Header always set Access-Control-Allow-Origin "*"
Header always set Cross-Origin-Resource-Policy "cross-origin"
RewriteEngine On
${negotiated
  .map(
    ([path, file]) =>
      `RewriteCond %{HTTP_ACCEPT} !text/html\nRewriteCond %{HTTP_ACCEPT} application/(vc|ld\\+json|vc\\+ld\\+json|json)\nRewriteRule "^(${pattern(path).slice(1)})$" "$1/${file}" [L]`,
  )
  .join('\n')}
RewriteCond %{REQUEST_FILENAME} -d
RewriteRule "^(.+[^/])$" "$1/index.html" [L]
${types
  .map(([path, type]) => `<If "%{REQUEST_URI} =~ m#^${pattern(path)}$#">\n  ForceType "${type}"\n</If>`)
  .join('\n')}
`;
}

function headers(): string {
  const all = '/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n';
  return all + types.map(([path, type]) => `${path}\n  Content-Type: ${type}\n`).join('');
}
