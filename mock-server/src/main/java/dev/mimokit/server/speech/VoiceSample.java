package dev.mimokit.server.speech;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A sound file that a voice is cloned from.
 *
 * @param format {@link SpeechFormat#MP3} or {@link SpeechFormat#WAV}, by its bytes
 * @param bytes size of the file
 * @param fingerprint tells one sample from another: eight hex digits, the name of its {@link Voice}
 */
public record VoiceSample(SpeechFormat format, int bytes, String fingerprint)
    implements SampleCheck {

  /**
   * Characters of base64 in a sample: 10 MB, as the guide for voice cloning has it. ASSUMED: that
   * the limit is of the base64 text, and that a megabyte is 1,048,576.
   */
  public static final int LONGEST_BASE64 = 10 * 1024 * 1024;

  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64,";
  private static final int LONGEST_TYPE = 100;
  private static final Set<String> MP3_TYPES = Set.of("audio/mpeg", "audio/mp3", "audio/x-mp3");
  private static final Set<String> WAV_TYPES =
      Set.of("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave");

  /**
   * Looks at {@code audio.voice} of the voice clone model: {@code data:MIME;base64,…} of an MP3 or
   * WAV file, which its first bytes must show it to be.
   */
  public static SampleCheck of(String dataUrl) {
    int comma = dataUrl.indexOf(BASE64);
    if (!dataUrl.startsWith(SCHEME) || comma < 0 || comma > LONGEST_TYPE) {
      return new BadSample("audio.voice must be data:MIME;base64,DATA of an mp3 or wav sample");
    }
    String type = dataUrl.substring(SCHEME.length(), comma).toLowerCase(Locale.ROOT);
    if (MP3_TYPES.contains(type)) {
      return decode(SpeechFormat.MP3, dataUrl, comma + BASE64.length());
    }
    if (WAV_TYPES.contains(type)) {
      return decode(SpeechFormat.WAV, dataUrl, comma + BASE64.length());
    }
    return new BadSample("audio.voice must be audio/mpeg or audio/wav: " + type);
  }

  private static SampleCheck decode(SpeechFormat declared, String dataUrl, int from) {
    int length = dataUrl.length() - from;
    if (length > LONGEST_BASE64) {
      return new BadSample(
          "audio.voice must have at most " + LONGEST_BASE64 + " characters of base64: " + length);
    }
    try {
      return look(declared, Base64.getDecoder().decode(dataUrl.substring(from)));
    } catch (IllegalArgumentException e) {
      return new BadSample("audio.voice must be base64");
    }
  }

  private static SampleCheck look(SpeechFormat declared, byte[] file) {
    boolean found = declared == SpeechFormat.MP3 ? FileHeader.isMp3(file) : FileHeader.isWav(file);
    if (!found) {
      String name = declared.name().toLowerCase(Locale.ROOT);
      return new BadSample(
          "audio.voice must hold a sound file of its type: no " + name + " header");
    }
    CRC32 sum = new CRC32();
    sum.update(file);
    return new VoiceSample(declared, file.length, String.format("%08x", sum.getValue()));
  }
}
