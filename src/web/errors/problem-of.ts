/** Makes a Problem of whatever was thrown: the body parser's and Express's own errors have their codes, the rest is unexpected. */
import { Problem } from '../../shared/problem.js';

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    type?: unknown;
    status?: unknown;
  };
  if (type === 'entity.too.large' || type === 'parameters.too.many' || status === 413)
    return new Problem('request-too-large', { cause: error });
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Problem('request-invalid', { detail: typeof type === 'string' ? type : '', cause: error });
  return new Problem('unexpected', { cause: error });
}
