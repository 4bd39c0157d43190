package dev.mimokit.server.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How attempts of one call are recognised through any client: by the header {@code x-job}, else by
 * the first {@code job-...} in the last user message.
 */
public final class CallName {

  private static final int LONGEST = 200;
  private static final String START = "job-";
  private static final Pattern IN_PROMPT =
      Pattern.compile(START + "[0-9A-Za-z._-]{1," + LONGEST + "}");

  private CallName() {}

  /** The call's name; empty when there is none. */
  public static String of(Optional<String> header, String prompt) {
    String named = header.map(String::strip).orElse("");
    if (!named.isEmpty() && named.length() <= LONGEST) {
      return named;
    }
    int start = prompt.indexOf(START);
    if (start < 0) {
      return "";
    }
    Matcher matcher = IN_PROMPT.matcher(prompt);
    return matcher.find(start) ? matcher.group() : "";
  }
}
