package dev.mimokit.load.scenario;

/**
 * One HTTP send and what came back.
 *
 * @param status HTTP status, or 0 when no answer came (refused, reset, timed out)
 * @param nanos from handing the request to the HTTP client to reading its answer; includes a new
 *     connection where one was needed
 */
public record AttemptSample(int status, long nanos) {

  /** Whether the platform answered the call. */
  public boolean answered() {
    return status == 200;
  }
}
