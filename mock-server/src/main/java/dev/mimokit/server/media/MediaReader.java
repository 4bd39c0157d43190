package dev.mimokit.server.media;

import dev.mimokit.core.tokens.AudioTokens;
import dev.mimokit.core.tokens.ImageTokens;
import dev.mimokit.core.tokens.VideoClip;
import dev.mimokit.core.tokens.VideoSampling;
import dev.mimokit.core.tokens.VideoSampling.Resolution;
import dev.mimokit.core.tokens.VideoTokens;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads one media part: what it costs, or why it is refused. Immutable and thread-safe.
 *
 * <p>A file must be in one of the documented formats by its MIME type and by its content; the two
 * need not agree, and the content decides (ASSUMED). An address is never fetched: {@link UrlHints}
 * and {@link AssumedMedia} stand for the file. Whatever is sent, nothing is thrown, and no more
 * memory is taken than a few times what was sent.
 */
public final class MediaReader {

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/?#\\s]\\S*");

  private final AssumedMedia assumed;

  /** A reader that takes these figures for what it cannot see. */
  public MediaReader(AssumedMedia assumed) {
    this.assumed = assumed;
  }

  /** Reads a part; takes time in proportion to its length. */
  public MediaReading read(MediaPart part) {
    try {
      VideoSampling sampling = sampling(part);
      Sized sized = DataUrl.is(part.source()) ? file(part) : address(part);
      return count(part.kind(), sized, sampling);
    } catch (RefusedException e) {
      return e.refusal();
    }
  }

  private Sized file(MediaPart part) throws RefusedException {
    MediaKind kind = part.kind();
    Bytes file = DataUrl.read(kind, part.source()).file();
    MediaFormat format =
        kind.formatOf(file)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "%s must be one of %s: content is none of them"
                            .formatted(kind.noun(), kind.formatList())));
    Measured measured =
        Headers.measure(format, file)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "%s has no readable %s header: cut short or broken"
                            .formatted(kind.noun(), format)));
    return sized(kind, measured, file.length());
  }

  private Sized sized(MediaKind kind, Measured measured, int bytes) {
    double rate =
        kind == MediaKind.VIDEO ? assumed.videoBytesPerSecond() : assumed.audioBytesPerSecond();
    return new Sized(
        measured.width(),
        measured.height(),
        measured.seconds().orElse(bytes / rate),
        measured.audible(),
        kind != MediaKind.IMAGE && measured.seconds().isEmpty());
  }

  private Sized address(MediaPart part) throws RefusedException {
    MediaKind kind = part.kind();
    String source = part.source();
    if (!kind.mayBeRemote()) {
      throw new RefusedException(
          kind.noun() + " must be data:MIME;base64,DATA: found " + Quoted.of(source));
    }
    if (!ADDRESS.matcher(source).matches()) {
      throw new RefusedException(
          "%s must be data:MIME;base64,DATA or an http(s) URL: found %s"
              .formatted(kind.noun(), Quoted.of(source)));
    }
    return hinted(kind, UrlHints.of(source));
  }

  private Sized hinted(MediaKind kind, UrlHints hints) {
    boolean video = kind == MediaKind.VIDEO;
    boolean knowsArea = kind == MediaKind.AUDIO || hints.hasArea();
    boolean knowsLength = kind == MediaKind.IMAGE || hints.seconds().isPresent();
    long width = video ? assumed.videoWidth() : assumed.imageWidth();
    long height = video ? assumed.videoHeight() : assumed.imageHeight();
    return new Sized(
        hints.hasArea() ? hints.width().orElse(width) : width,
        hints.hasArea() ? hints.height().orElse(height) : height,
        hints.seconds().orElse(video ? assumed.videoSeconds() : assumed.audioSeconds()),
        true,
        !knowsArea || !knowsLength);
  }

  private MediaTokens count(MediaKind kind, Sized sized, VideoSampling sampling)
      throws RefusedException {
    if (kind == MediaKind.IMAGE) {
      long tokens = ImageTokens.of(sized.width(), sized.height());
      return new MediaTokens(tokens, 0, 0, OptionalDouble.empty(), sized.assumed());
    }
    OptionalDouble seconds = OptionalDouble.of(believed(kind, sized.seconds()));
    if (kind != MediaKind.VIDEO) {
      return new MediaTokens(0, AudioTokens.of(sized.seconds()), 0, seconds, sized.assumed());
    }
    VideoTokens tokens = VideoTokens.of(sized.clip(), sampling);
    return new MediaTokens(0, tokens.audio(), tokens.video(), seconds, sized.assumed());
  }

  private double believed(MediaKind kind, double seconds) throws RefusedException {
    if (seconds > assumed.maxSeconds()) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "%s must not be longer than %.0f seconds: %.0f",
              kind.noun(),
              assumed.maxSeconds(),
              seconds));
    }
    return seconds;
  }

  private static VideoSampling sampling(MediaPart part) throws RefusedException {
    VideoSampling preset = VideoSampling.PRESET;
    if (part.kind() != MediaKind.VIDEO) {
      return preset;
    }
    double fps = part.fps().orElse(preset.fps());
    if (!VideoSampling.accepts(fps)) {
      throw new RefusedException("fps must be between 0.1 and 10: " + fps);
    }
    return new VideoSampling(fps, resolution(part.resolution().orElse("default")));
  }

  private static Resolution resolution(String word) throws RefusedException {
    return switch (word) {
      case "default" -> Resolution.DEFAULT;
      case "max" -> Resolution.MAX;
      default ->
          throw new RefusedException(
              "media_resolution must be default or max: found " + Quoted.of(word));
    };
  }

  /** All that is counted, read or assumed. */
  private record Sized(long width, long height, double seconds, boolean audible, boolean assumed) {

    VideoClip clip() {
      return new VideoClip(seconds, width, height, audible);
    }
  }
}
