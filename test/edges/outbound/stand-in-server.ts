/** A server on loopback that answers as a test tells it, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInServer {
  /** Origin, by number. */
  origin: string;
  port: number;
  asked: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[];
  /** Connections that were opened since the start. */
  connections: number;
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  stop(): Promise<void>;
}

export async function startStandInServer(): Promise<StandInServer> {
  const http = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      server.asked.push({ method, path: url, headers, body });
      server.answer(request, response);
    });
  });
  http.on('connection', () => server.connections++);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: StandInServer = {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked: [],
    connections: 0,
    answer: (_, response) => response.end('hello'),
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}
