/** How Canvas's REST API refuses. https://developerdocs.instructure.com/services/canvas/oauth2/file.oauth#using-access-tokens */
export class RestFault extends Error {
  constructor(
    readonly status: number,
    readonly body: object,
    /** True when it is the token: then Canvas names how to sign in. */
    readonly isToken = false,
  ) {
    super(`status ${status}`);
  }
}

export const faults = {
  token: () => new RestFault(401, { errors: [{ message: 'Invalid access token.' }] }, true),
  scope: () => new RestFault(401, { errors: [{ message: 'Insufficient scopes on access token.' }] }),
  right: () =>
    new RestFault(403, {
      status: 'unauthorized',
      errors: [{ message: 'user not authorized to perform that action' }],
    }),
  notFound: () => new RestFault(404, { errors: [{ message: 'The specified resource does not exist.' }] }),
  badRequest: (message: string) => new RestFault(400, { error: { message } }),
};
