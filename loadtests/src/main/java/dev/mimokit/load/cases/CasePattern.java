package dev.mimokit.load.cases;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which cases are meant: an id such as {@code 4.1}, or one with {@code *} for any characters, such
 * as {@code 2.*}.
 */
public record CasePattern(String text) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9.*-]+");

  /** Refuses what could match no id. */
  public CasePattern {
    if (!ALLOWED.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "case must be an id such as 2.9 or a pattern such as 2.*: \"" + text + "\"");
    }
  }

  /** The patterns of a comma-separated list, such as {@code 2.*,4.1}. */
  public static List<CasePattern> list(String texts) {
    return Arrays.stream(texts.split(",", -1)).map(String::trim).map(CasePattern::new).toList();
  }

  /** Whether it names one case instead of a group. */
  public boolean exact() {
    return !text.contains("*");
  }

  /** Whether the case of that id is meant. */
  public boolean matches(String id) {
    String regex =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return id.matches(regex);
  }
}
