/** Asks the public pages in this process, over a loopback connection that ends with it. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Answer, CopyInstitutionDeps } from './copy-institution.js';

export interface AskedApp {
  ask: CopyInstitutionDeps['ask'];
  close(): Promise<void>;
}

export async function askApp(app: Express): Promise<AskedApp> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ask: (path, { accept, language }) => {
      const headers = { Accept: accept, 'Accept-Language': language ?? 'en' };
      return answerOf(request({ host: '127.0.0.1', port, path, headers }));
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerOf(asked: ReturnType<typeof request>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts),
          contentType: answer.headers['content-type'] ?? '',
        }),
      );
    });
    asked.end();
  });
}
