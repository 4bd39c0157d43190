package dev.mimokit.server.script;

import java.util.regex.Pattern;

/** One header of an answer. */
public record HeaderLine(String name, String value) {

  private static final int LONGEST = 1000;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  /** Refuses what would break the head of an answer. */
  public HeaderLine {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a header: " + name);
    }
    if (value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          name + " must be at most " + LONGEST + " printable ASCII characters");
    }
  }
}
