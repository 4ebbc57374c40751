/** The log of a program that serves: its lines are written together, several times a second, and before it ends. */
import { pino, type Logger } from 'pino';

/** A write for each line would cost as much as the request that it tells of. */
const gathering = { minLength: 8_192, periodicFlush: 200, sync: false };

/** To standard output, one JSON object a line. */
export function programLog(level: string): Logger {
  return pino({ level }, pino.destination({ dest: 1, ...gathering }));
}
