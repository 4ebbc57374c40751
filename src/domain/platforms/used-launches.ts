/**
 * Port: launches that were used up without opening a visit: they went on in another window. All others are used up by their visit. What a login began is not kept here: it comes back signed (src/lti/launch/launch-state.ts).
 * https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation
 */
export interface UsedLaunches {
  /**
   * Of any number of callers with one id exactly one gets true, in one atomic step.
   * @param until remembered at least as long
   */
  use(id: string, until: Date): Promise<boolean>;
}
