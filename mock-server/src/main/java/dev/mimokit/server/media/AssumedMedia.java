package dev.mimokit.server.media;

/**
 * What is taken for media nobody can look into: a file behind an address, which is never fetched,
 * or one whose header leaves the figure out. All of it is ASSUMED, and given to {@link
 * MediaReader}.
 *
 * @param imageWidth pixels of a picture
 * @param imageHeight pixels of a picture
 * @param audioSeconds length of a sound behind an address
 * @param videoSeconds length of a video behind an address
 * @param videoWidth pixels of a video
 * @param videoHeight pixels of a video
 * @param audioBytesPerSecond for a sound whose header tells no length: its bytes tell it
 * @param videoBytesPerSecond for a video whose header tells no length: its bytes tell it
 * @param maxSeconds the longest length that is believed
 */
public record AssumedMedia(
    long imageWidth,
    long imageHeight,
    double audioSeconds,
    double videoSeconds,
    long videoWidth,
    long videoHeight,
    double audioBytesPerSecond,
    double videoBytesPerSecond,
    double maxSeconds) {

  /**
   * A picture of 1024 x 1024, 10 s of sound, 10 s of video in 1280 x 720; 128 kbit/s and 2 Mbit/s;
   * nothing longer than a day.
   */
  public static final AssumedMedia PRESET =
      new AssumedMedia(1024, 1024, 10, 10, 1280, 720, 16_000, 250_000, 86_400);
}
