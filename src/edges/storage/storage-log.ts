/** The part of a logger that storage uses; pino fits. */
export interface StorageLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
