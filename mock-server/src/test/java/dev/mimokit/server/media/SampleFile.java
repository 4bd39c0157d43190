package dev.mimokit.server.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Small files of every documented format: by the JDK where it writes one, else header by header.
 */
final class SampleFile {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private SampleFile() {}

  /** A picture by the JDK: {@code jpg}, {@code png}, {@code gif} or {@code bmp}. */
  static byte[] picture(String format, int width, int height) {
    SampleFile file = new SampleFile();
    try {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      if (!ImageIO.write(image, format, file.out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return file.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sound by the JDK, mono in 16 bits at 8 kHz. */
  static byte[] wav(double seconds) {
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    int samples = (int) (seconds * 8000);
    SampleFile file = new SampleFile();
    try (AudioInputStream sound =
        new AudioInputStream(new ByteArrayInputStream(new byte[samples * 2]), format, samples)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.out);
      return file.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] webp(int width, int height) {
    byte[] canvas =
        new SampleFile().little(0, 4).little(width - 1, 3).little(height - 1, 3).bytes();
    return riff("WEBP", chunk("VP8X", canvas));
  }

  /** Frames of 128 kbit/s at 44.1 kHz: 417 bytes and 26 ms each. */
  static byte[] mp3(int frames) {
    SampleFile file = new SampleFile().word("ID3").zeros(6).big(10, 1).zeros(10);
    for (int i = 0; i < frames; i++) {
      file.big(0xFFFB_9000L, 4).zeros(413);
    }
    return file.bytes();
  }

  /** An encoder's silent first frame that leaves out 1105 samples, then frames as above. */
  static byte[] encodedMp3(int frames) {
    SampleFile file = new SampleFile().big(0xFFFB_9000L, 4).zeros(32).word("Info").zeros(137);
    return join(file.big(1000 << 12 | 105, 3).zeros(237).bytes(), mp3(frames));
  }

  static byte[] flac(int hertz, long samples) {
    return new SampleFile()
        .word("fLaC")
        .big(34, 4)
        .zeros(10)
        .big((long) hertz << 44 | samples, 8)
        .zeros(16)
        .bytes();
  }

  static byte[] vorbis(int hertz, long samples) {
    byte[] packet = new SampleFile().word("\u0001vorbis").zeros(5).little(hertz, 4).bytes();
    return join(page(0, packet), page(samples, new byte[20]));
  }

  static byte[] opus(int unplayed, long samples) {
    byte[] packet = new SampleFile().word("OpusHead").zeros(2).little(unplayed, 2).bytes();
    return join(page(0, packet), page(samples, new byte[20]));
  }

  /** A film, or a sound when it has no width. */
  static byte[] mp4(Film film) {
    SampleFile movie = new SampleFile();
    movie.raw(box("mvhd", times(film).bytes()));
    if (film.width() > 0) {
      byte[] head =
          new SampleFile().zeros(76).big(film.width() << 16, 4).big(film.height() << 16, 4).bytes();
      movie.raw(track(head, "vide"));
    }
    if (film.audible()) {
      movie.raw(track(new byte[84], "soun"));
    }
    return join(
        box("ftyp", "isom0000".getBytes(StandardCharsets.ISO_8859_1)), box("moov", movie.bytes()));
  }

  static byte[] avi(Film film) {
    byte[] main =
        new SampleFile()
            .little(100_000, 4)
            .zeros(12)
            .little((long) (film.seconds() * 10), 4)
            .zeros(12)
            .little(film.width(), 4)
            .little(film.height(), 4)
            .bytes();
    byte[] seen = list("strl", chunk("strh", text("vids....")));
    byte[] heard = list("strl", chunk("strh", text("auds....")));
    byte[] streams = film.audible() ? join(seen, heard) : seen;
    return riff("AVI ", list("hdrl", join(chunk("avih", main), streams)));
  }

  static byte[] wmv(Film film) {
    byte[] file =
        new SampleFile()
            .zeros(40)
            .little((long) (film.seconds() * 1e7) + 31_000_000L, 8)
            .zeros(8)
            .little(3100, 4)
            .bytes();
    byte[] seen =
        new SampleFile()
            .hex("c0ef19bc4d5bcf11a8fd00805f5c442b")
            .zeros(38)
            .little(film.width(), 4)
            .little(film.height(), 4)
            .bytes();
    byte[] heard = new SampleFile().hex("409e69f84d5bcf11a8fd00805f5c442b").zeros(38).bytes();
    byte[] objects =
        join(
            object("a1dcab8c47a9cf118ee400c00c205365", file),
            object("9107dcb7b7a9cf118ee600c00c205365", seen));
    if (film.audible()) {
      objects = join(objects, object("9107dcb7b7a9cf118ee600c00c205365", heard));
    }
    return join(
        new SampleFile()
            .hex("3026b2758e66cf11a6d900aa0062ce6c")
            .little(30 + objects.length, 8)
            .zeros(6)
            .bytes(),
        objects);
  }

  static byte[] riff(String form, byte[] content) {
    byte[] body = join(text(form), content);
    return new SampleFile().word("RIFF").little(body.length, 4).raw(body).bytes();
  }

  static byte[] chunk(String name, byte[] content) {
    return new SampleFile().word(name).little(content.length, 4).raw(content).bytes();
  }

  static byte[] list(String name, byte[] content) {
    return chunk("LIST", join(text(name), content));
  }

  static byte[] box(String type, byte[] content) {
    return new SampleFile().big(content.length + 8L, 4).word(type).raw(content).bytes();
  }

  static byte[] join(byte[]... parts) {
    SampleFile file = new SampleFile();
    Arrays.stream(parts).forEach(file::raw);
    return file.bytes();
  }

  static byte[] text(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static SampleFile times(Film film) {
    return new SampleFile().zeros(12).big(1000, 4).big((long) (film.seconds() * 1000), 4);
  }

  private static byte[] track(byte[] head, String handler) {
    byte[] kind = new SampleFile().zeros(8).word(handler).bytes();
    return box("trak", join(box("tkhd", head), box("mdia", box("hdlr", kind))));
  }

  private static byte[] page(long samples, byte[] packet) {
    return new SampleFile()
        .word("OggS")
        .zeros(2)
        .little(samples, 8)
        .zeros(12)
        .big(1, 1)
        .big(packet.length, 1)
        .raw(packet)
        .bytes();
  }

  private static byte[] object(String name, byte[] content) {
    return new SampleFile().hex(name).little(content.length + 24L, 8).raw(content).bytes();
  }

  private SampleFile word(String latin) {
    return raw(text(latin));
  }

  private SampleFile hex(String digits) {
    return raw(HexFormat.of().parseHex(digits));
  }

  private SampleFile zeros(int count) {
    return raw(new byte[count]);
  }

  private SampleFile big(long number, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write((int) (number >>> shift));
    }
    return this;
  }

  private SampleFile little(long number, int bytes) {
    for (int shift = 0; shift < 8 * bytes; shift += 8) {
      out.write((int) (number >>> shift));
    }
    return this;
  }

  private SampleFile raw(byte[] part) {
    out.writeBytes(part);
    return this;
  }

  private byte[] bytes() {
    return out.toByteArray();
  }

  /** What a film header says. */
  record Film(double seconds, long width, long height, boolean audible) {}
}
