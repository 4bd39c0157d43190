package dev.mimokit.server.script;

/** A body sent as it is, such as a gateway's HTML page; may be empty. */
public record ScriptedBody(String text, String contentType) {

  /** Refuses a content type that breaks a line. */
  public ScriptedBody {
    if (!new HeaderLine("content-type", contentType).value().equals(contentType.strip())) {
      throw new IllegalArgumentException("contentType has spaces around it: " + contentType);
    }
  }
}
