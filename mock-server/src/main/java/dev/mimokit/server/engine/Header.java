package dev.mimokit.server.engine;

/**
 * One response header field. Values with line breaks are refused: nothing reflected may split a
 * response.
 */
public record Header(String name, String value) {

  /** Refuses CR and LF in either part. */
  public Header {
    if (breaksLine(name) || breaksLine(value)) {
      throw new IllegalArgumentException("header must not contain a line break: " + name);
    }
  }

  private static boolean breaksLine(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }
}
