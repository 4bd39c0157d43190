package dev.mimokit.load.driver;

/**
 * What the runner asks of a client under test: one line on its standard input.
 *
 * @param job unique name of the call; it stands in the prompt too, so that the server can tell
 * @param baseUrl ends in {@code /v1}
 * @param deadlineMs the caller's deadline, counted from receipt
 */
public record DriverCall(
    String caseId,
    String job,
    String baseUrl,
    String apiKey,
    String model,
    boolean stream,
    String prompt,
    long deadlineMs) {}
