package dev.mimokit.load.driver;

/**
 * What the runner asks of a client under test: one line on its standard input.
 *
 * @param job unique name of the call; it stands in the prompt too, so that the server can tell
 * @param baseUrl ends in {@code /v1}; a client of the Anthropic protocol replaces that end by
 *     {@code /anthropic}
 * @param deadlineMs the caller's deadline, counted from receipt
 * @param cancelMs when the caller cancels the call, counted from receipt; 0 for never
 */
public record DriverCall(
    String caseId,
    String job,
    String baseUrl,
    String apiKey,
    String model,
    boolean stream,
    String prompt,
    long deadlineMs,
    long cancelMs) {

  private static final String VERSION = "/v1";

  /** One that nobody cancels. */
  public DriverCall(
      String caseId,
      String job,
      String baseUrl,
      String apiKey,
      String model,
      boolean stream,
      String prompt,
      long deadlineMs) {
    this(caseId, job, baseUrl, apiKey, model, stream, prompt, deadlineMs, 0);
  }

  /** Where a client of the Anthropic protocol finds the same server, which has it beside /v1. */
  public String anthropicBaseUrl() {
    String root =
        baseUrl.endsWith(VERSION)
            ? baseUrl.substring(0, baseUrl.length() - VERSION.length())
            : baseUrl;
    return root + "/anthropic";
  }
}
