package dev.mimokit.load.driver;

import dev.mimokit.core.conformance.Judge;
import java.util.OptionalDouble;

/**
 * What the client under test told its caller: one line on its standard output, in any order.
 *
 * @param partial whether the client said that the text is incomplete
 * @param errorClass the error's type name; empty on success
 * @param status the HTTP status the error carries; 0 for none
 * @param retryAfter seconds the error exposes from Retry-After
 * @param ms how long the call took
 */
public record DriverAnswer(
    String job,
    boolean ok,
    String text,
    boolean partial,
    String errorClass,
    int status,
    OptionalDouble retryAfter,
    long ms) {

  /** What a caller hears of a call that it has cancelled itself. */
  public static DriverAnswer cancelled(DriverCall call) {
    return new DriverAnswer(
        call.job(), false, "", false, Judge.CANCELLED, 0, OptionalDouble.empty(), call.cancelMs());
  }
}
