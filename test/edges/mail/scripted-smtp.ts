/** A mail server that answers, or breaks, as a test says, at the step that it names. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What is answered at each step: a line, or what is done instead. */
export interface SmtpScript {
  greeting?: string | ((socket: Socket) => void);
  mail?: string | ((socket: Socket) => void);
  recipient?: string | ((socket: Socket) => void);
  data?: string | ((socket: Socket) => void);
  /** After the whole message. */
  end?: string | ((socket: Socket) => void);
}

export async function scriptedSmtp(script: SmtpScript) {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setEncoding('utf8').on('error', () => undefined);
    const say = (answer: string | ((socket: Socket) => void) | undefined, usual: string): void => {
      if (typeof answer === 'function') answer(socket);
      else socket.write(`${answer ?? usual}\r\n`);
    };
    let told = '';
    let isMessage = false;
    socket.on('data', (text: string) => {
      told += text;
      if (isMessage) {
        if (!told.includes('\r\n.\r\n')) return;
        messages.push(told);
        isMessage = false;
        told = '';
        say(script.end, '250 taken');
        return;
      }
      for (let at = told.indexOf('\r\n'); at >= 0; at = told.indexOf('\r\n')) {
        const line = told.slice(0, at);
        told = told.slice(at + 2);
        if (/^MAIL/i.test(line)) say(script.mail, '250 ok');
        else if (/^RCPT/i.test(line)) say(script.recipient, '250 ok');
        else if (/^DATA/i.test(line)) {
          isMessage = script.data === undefined;
          say(script.data, '354 go on');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
    say(script.greeting, '220 ready');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
