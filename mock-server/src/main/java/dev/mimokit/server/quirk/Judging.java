package dev.mimokit.server.quirk;

/**
 * What becomes of requests whose treatment was never seen.
 *
 * @param outOfRange of temperature, top_p and both penalties
 * @param manyStopsRefused whether more than four stop sequences are a mistake, else four hold
 * @param unsettledFieldsRefused whether seed, logprobs, top_logprobs and logit_bias are a mistake,
 *     else they have no effect
 * @param nRefused whether {@code n} is a mistake, else it has no effect
 * @param jsonSchema what {@code json_schema} is taken for
 * @param nullContentRefused whether an assistant turn of tool calls must have a content
 * @param badRequests whether a 400 meets the limits
 */
public record Judging(
    OutOfRange outOfRange,
    boolean manyStopsRefused,
    boolean unsettledFieldsRefused,
    boolean nRefused,
    SchemaFormat jsonSchema,
    boolean nullContentRefused,
    BadRequests badRequests) {

  /** What holds unless somebody says otherwise. */
  public static final Judging DEFAULT =
      new Judging(
          OutOfRange.INCORRECT, true, false, true, SchemaFormat.REFUSED, false, BadRequests.FREE);
}
