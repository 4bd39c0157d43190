package dev.mimokit.server.call;

/** Tokens of what is not text, by kind. */
public record Media(long imageTokens, long audioTokens, long videoTokens) {

  /** Text only. */
  public static final Media NONE = new Media(0, 0, 0);

  /** Both together. */
  public Media plus(Media other) {
    return new Media(
        imageTokens + other.imageTokens,
        audioTokens + other.audioTokens,
        videoTokens + other.videoTokens);
  }

  /** All kinds together. */
  public long tokens() {
    return imageTokens + audioTokens + videoTokens;
  }
}
