package dev.mimokit.server.media;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The header of a WMV file (Advanced Systems Format, revision 1.20.06, sections 3.1 to 3.3):
 * objects named by 16 bytes, each with its length in the eight that follow.
 */
final class AsfHeader {

  private static final String HEADER = "3026b2758e66cf11a6d900aa0062ce6c";
  private static final String FILE_PROPERTIES = "a1dcab8c47a9cf118ee400c00c205365";
  private static final String STREAM_PROPERTIES = "9107dcb7b7a9cf118ee600c00c205365";
  private static final String VIDEO = "c0ef19bc4d5bcf11a8fd00805f5c442b";
  private static final String AUDIO = "409e69f84d5bcf11a8fd00805f5c442b";
  private static final int NAME = 16;
  private static final int FIRST_OBJECT = 30;
  private static final int LEAST_OBJECT = 24;
  private static final long TICKS = 10_000_000;
  private static final long TICKS_PER_MILLI = 10_000;

  private AsfHeader() {}

  static boolean begins(Bytes file) {
    return file.hex(0, NAME).equals(HEADER);
  }

  static Optional<Measured> measure(Bytes file) {
    long end = file.uint64Little(NAME);
    Measured found = new Measured(0, 0, OptionalDouble.empty(), false);
    for (long at = FIRST_OBJECT; at < Math.min(end, file.length()); ) {
      found = with(found, file, at);
      long size = file.uint64Little(at + NAME);
      if (size < LEAST_OBJECT || size > file.length() - at) {
        break;
      }
      at += size;
    }
    return Optional.of(found);
  }

  private static Measured with(Measured found, Bytes file, long at) {
    return switch (file.hex(at, NAME)) {
      case FILE_PROPERTIES ->
          new Measured(found.width(), found.height(), seconds(file, at), found.audible());
      case STREAM_PROPERTIES -> withStream(found, file, at);
      default -> found;
    };
  }

  private static Measured withStream(Measured found, Bytes file, long at) {
    return switch (file.hex(at + LEAST_OBJECT, NAME)) {
      case VIDEO ->
          new Measured(
              file.uint32Little(at + 78),
              file.uint32Little(at + 82),
              found.seconds(),
              found.audible());
      case AUDIO -> new Measured(found.width(), found.height(), found.seconds(), true);
      default -> found;
    };
  }

  /** Play time in ticks of 100 ns, of which the first part, in milliseconds, fills a buffer. */
  private static OptionalDouble seconds(Bytes file, long at) {
    long play = file.uint64Little(at + 64);
    long buffer = file.uint32Little(at + 80);
    return Measured.seconds(play - buffer * TICKS_PER_MILLI, TICKS);
  }
}
