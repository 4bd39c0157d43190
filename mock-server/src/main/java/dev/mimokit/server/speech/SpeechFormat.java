package dev.mimokit.server.speech;

import java.util.Optional;

/** How sound is written; always 24 kHz, one channel. */
public enum SpeechFormat {
  /** Samples of 16 bits, signed, little-endian, after a header of 44 bytes. */
  WAV,
  /** MPEG-2 Layer III at a constant 32 kbit/s (ASSUMED rate). */
  MP3,
  /** Samples of 16 bits, signed, little-endian, and nothing else. */
  PCM16;

  /** The format of a name in {@code audio.format}; {@code pcm} and {@code pcm16} are the same. */
  public static Optional<SpeechFormat> named(String name) {
    return switch (name) {
      case "wav" -> Optional.of(WAV);
      case "mp3" -> Optional.of(MP3);
      case "pcm", "pcm16" -> Optional.of(PCM16);
      default -> Optional.empty();
    };
  }

  Encoder encoder() {
    return this == MP3 ? new Mp3Encoder() : new PcmEncoder();
  }

  byte[] header(long soundBytes) {
    return this == WAV ? WavHeader.of(soundBytes) : new byte[0];
  }
}
