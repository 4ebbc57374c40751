/** The time as the caller sees it: passed in, so that tests can hold it still. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
