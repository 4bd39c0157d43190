package dev.mimokit.server.media;

import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Headers of WAV and AVI. metadata-extractor takes the chunks apart; the figures are read here,
 * since the library rounds lengths to whole seconds.
 */
final class RiffHeader implements RiffHandler {

  private static final int START = 12;
  private static final int MAX_LISTS = 64;
  private static final long MICROS = 1_000_000;

  private final Map<String, Bytes> chunks = new HashMap<>();
  private int lists;

  private RiffHeader() {}

  /** Length by data and byte rate. A recorder that wrote no data length has all of the file. */
  static Optional<Measured> wav(Bytes file) {
    RiffHeader header = read(file);
    Bytes format = header.chunks.get("fmt ");
    if (format == null) {
      return Optional.empty();
    }
    Bytes data = header.chunks.get("data");
    long length = data == null ? file.length() : data.length();
    OptionalDouble seconds = Measured.seconds(length, format.uint32Little(8));
    return seconds.isPresent() ? Optional.of(Measured.sound(seconds)) : Optional.empty();
  }

  /** Length by frames and the time of each; sides from the main header. */
  static Optional<Measured> avi(Bytes file) {
    RiffHeader header = read(file);
    Bytes main = header.chunks.get("avih");
    if (main == null) {
      return Optional.empty();
    }
    long micros = main.uint32Little(16) * main.uint32Little(0);
    return Optional.of(
            new Measured(
                main.uint32Little(32),
                main.uint32Little(36),
                Measured.seconds(micros, MICROS),
                header.chunks.containsKey("auds")))
        .filter(Measured::hasArea);
  }

  private static RiffHeader read(Bytes file) {
    RiffHeader header = new RiffHeader();
    SequentialByteArrayReader reader = new SequentialByteArrayReader(file.all(), START);
    reader.setMotorolaByteOrder(false);
    try {
      new RiffReader().processChunks(reader, file.length(), header);
    } catch (IOException e) {
      header.addError(String.valueOf(e.getMessage()));
    }
    return header;
  }

  @Override
  public boolean shouldAcceptRiffIdentifier(String identifier) {
    return true;
  }

  @Override
  public boolean shouldAcceptChunk(String fourCC) {
    return switch (fourCC) {
      case "fmt ", "data", "avih", "strh" -> true;
      default -> false;
    };
  }

  /** Lists in lists are read by recursion, so there must be an end to them. */
  @Override
  public boolean shouldAcceptList(String fourCC) {
    return (fourCC.equals("hdrl") || fourCC.equals("strl")) && ++lists <= MAX_LISTS;
  }

  /** The first chunk of a name counts; a stream of sound is kept as such. */
  @Override
  public void processChunk(String fourCC, byte[] payload) {
    Bytes chunk = new Bytes(payload);
    chunks.putIfAbsent(chunk.reads(0, "auds") ? "auds" : fourCC, chunk);
  }

  /** A cut file ends the reading; what was read before it stands. */
  @Override
  public void addError(String message) {}
}
