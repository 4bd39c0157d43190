package dev.mimokit.server.fidelity;

import dev.mimokit.core.catalog.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of the table: something that the platform is documented or was seen to do, and how a
 * running mock is asked whether it does the same.
 *
 * @param before requests that are sent first
 * @param status 0 for a connection that is closed without a byte
 * @param like the whole body; empty when it is not looked at
 * @param events the data of the stream's events; {@code …} stands for any number of them
 * @param json expected JSON texts by pointer; {@code absent} for what must not be there
 */
record Fact(
    String id,
    String fact,
    String source,
    Provenance evidence,
    Mock mock,
    List<Send> before,
    Send send,
    OptionalInt status,
    Map<String, String> headers,
    List<String> absentHeaders,
    Optional<String> like,
    List<String> events,
    Map<String, String> json) {

  /** How the mock is started; facts of equal settings share one. */
  record Mock(String revision, String profile, String config) {}

  /**
   * A request.
   *
   * @param auth the header that carries the key: api-key, bearer, x-api-key or none
   * @param times how often it is sent; the last answer counts
   */
  record Send(
      String method,
      String path,
      String auth,
      String key,
      Map<String, String> headers,
      Optional<String> body,
      int times) {}

  @Override
  public String toString() {
    return id + ": " + fact;
  }
}
