package dev.mimokit.server.call;

/**
 * One message as far as it is counted and looked at.
 *
 * @param role developer, system, user, assistant or tool
 * @param text all its text: content, text parts, names and arguments of tool calls
 * @param media tokens of its images, sounds and films
 */
public record Turn(String role, String text, Media media) {

  /** A turn of text. */
  public Turn(String role, String text) {
    this(role, text, Media.NONE);
  }

  boolean isToolResult() {
    return role.equals("tool");
  }
}
