/** What is to be done after some time: passed in, so that tests need not wait. */
export interface Timers {
  /** Does the work after so many milliseconds. @returns what makes it not be done */
  after(milliseconds: number, work: () => void): () => void;
}

/** None of them keeps the process alive. */
export const systemTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
