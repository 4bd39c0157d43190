package dev.mimokit.server.media;

/** A piece of what was sent, short enough for one line and without control characters. */
final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  static String of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return "'" + start.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
