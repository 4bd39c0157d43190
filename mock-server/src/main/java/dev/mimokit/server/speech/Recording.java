package dev.mimokit.server.speech;

import java.time.Duration;
import java.util.Iterator;

/**
 * What a speech model answers: a text, spoken as a melody. The same text, voice and maximum always
 * give the same bytes. Nothing is rendered before it is asked for. Immutable and thread-safe.
 *
 * @param text what is spoken
 * @param frames length in frames of 24 ms, at least 1
 * @param tokenMillis sound that one completion token makes, at least 1
 * @param isCut whether the maximum came before the end of the text: {@code finish_reason} is {@code
 *     length}
 */
public record Recording(String text, Voice voice, int frames, int tokenMillis, boolean isCut) {

  /** Samples a second: pcm16 is 24 kHz (OBSERVED), and the other formats too (ASSUMED). */
  public static final int SAMPLE_RATE = 24_000;

  static final int FRAME_SAMPLES = 576;

  private static final int FRAME_MILLIS = 24;
  private static final int MOST_TOKENS = 8192;
  private static final int LONGEST_MILLIS = MOST_TOKENS * 160;

  /**
   * Sound that one completion token usually makes: 160 ms. ASSUMED after the guide for audio
   * understanding, which counts about 6.25 tokens a second; what the platform counts for speech is
   * not known.
   */
  public static final int TOKEN_MILLIS = 160;

  /** Refuses a recording without a frame. */
  public Recording {
    if (frames < 1) {
      throw new IllegalArgumentException("frames must be at least 1: " + frames);
    }
  }

  /**
   * Speaks a text.
   *
   * @param maxTokens completion tokens it may take, at least 1; more than 8192, the most that any
   *     speech model speaks (seed, Text to Speech Model), are taken as 8192: 22 minutes, 63 MB of
   *     samples
   */
  public static Recording of(String text, Voice voice, int maxTokens) {
    return of(text, voice, maxTokens, TOKEN_MILLIS);
  }

  /** The same where one completion token makes another length of sound. */
  public static Recording of(String text, Voice voice, int maxTokens, int tokenMillis) {
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1: " + maxTokens);
    }
    int most =
        Math.max(
            1,
            Math.min(Math.min(maxTokens, MOST_TOKENS) * tokenMillis, LONGEST_MILLIS)
                / FRAME_MILLIS);
    int frames = 0;
    Iterator<Note> notes = new Melody(text, voice);
    while (notes.hasNext() && frames <= most) {
      frames += notes.next().frames();
    }
    return new Recording(text, voice, Math.min(frames, most), tokenMillis, frames > most);
  }

  /** How long it plays. */
  public Duration duration() {
    return Duration.ofMillis((long) frames * FRAME_MILLIS);
  }

  /** Completion tokens it is counted as, the last one begun counting whole; see the maximum. */
  public long completionTokens() {
    return ((long) frames * FRAME_MILLIS + tokenMillis - 1) / tokenMillis;
  }

  /** Length of the whole file, bytes. */
  public int byteLength(SpeechFormat format) {
    int sound = soundBytes(format);
    return format.header(sound).length + sound;
  }

  /** The whole file. */
  public byte[] bytes(SpeechFormat format) {
    return chunk(format, frames).next();
  }

  /**
   * The file in pieces, each rendered when it is asked for; joined they are {@link #bytes}. The
   * header stands before the sound of the first piece. Pieces without a header have a number of
   * bytes that base64 encodes without padding.
   *
   * @param length sound in each piece but the last; rounded down to whole frames of 24 ms, at least
   *     one
   */
  public Iterator<byte[]> chunks(SpeechFormat format, Duration length) {
    long perChunk = Math.min(frames, length.toMillis() / FRAME_MILLIS);
    return chunk(format, (int) Math.max(1, perChunk));
  }

  private Iterator<byte[]> chunk(SpeechFormat format, int framesPerChunk) {
    return new Chunks(this, format, framesPerChunk);
  }

  int soundBytes(SpeechFormat format) {
    return Math.multiplyExact(frames, format.encoder().frameBytes());
  }
}
