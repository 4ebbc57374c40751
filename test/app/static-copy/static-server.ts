/** A web server that knows nothing but files and `_headers`, as hosts of static sites are. */
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

const byExtension: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  css: 'text/css',
};

export async function serveFolder(folder: string, port: number): Promise<Server> {
  const rules = await rulesOf(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const headers = Object.assign(
      {},
      ...rules
        .filter(({ path }) => path.test(pathname))
        .map((rule) => rule.headers)
        .reverse(),
    ) as Record<string, string>;
    fileAt(join(folder, pathname)).then(
      async (file) => {
        const type = byExtension[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type, ...headers }).end(await readFile(file));
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function fileAt(path: string): Promise<string> {
  return (await stat(path)).isDirectory() ? join(path, 'index.html') : path;
}

/** The first rule that fits counts. */
async function rulesOf(folder: string): Promise<{ path: RegExp; headers: Record<string, string> }[]> {
  const rules: { path: RegExp; headers: Record<string, string> }[] = [];
  for (const line of (await readFile(join(folder, '_headers'), 'utf8')).split('\n')) {
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (name && value) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
    else if (line !== '') {
      const pattern = line === '/*' ? '/.*' : line.replaceAll('.', '\\.').replaceAll('*', '[^/]+');
      rules.push({ path: new RegExp(`^${pattern}$`), headers: {} });
    }
  }
  return rules;
}
