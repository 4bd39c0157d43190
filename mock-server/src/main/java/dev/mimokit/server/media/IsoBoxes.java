package dev.mimokit.server.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Headers of MP4, MOV and M4A: ISO/IEC 14496-12, boxes in boxes.
 *
 * <p>Read here because the library's reader makes room for whatever length a box claims, before it
 * has looked whether that much follows, and enters boxes without an end to their depth. Here a box
 * that reaches beyond its parent ends the reading, and only these are entered:
 *
 * <pre>
 *   moov  mvhd                    time scale and length
 *         mvex  mehd              length of a file in fragments
 *         trak  tkhd              sides, in 16.16
 *               mdia  hdlr        vide or soun
 * </pre>
 */
final class IsoBoxes {

  /** More than any film has tracks. */
  private static final int MAX_BOXES = 1000;

  private static final long UNKNOWN_32 = 0xFFFF_FFFFL;

  private final Bytes file;

  private IsoBoxes(Bytes file) {
    this.file = file;
  }

  /** What the movie box says; empty when there is none. */
  static Optional<Measured> measure(Bytes file) {
    IsoBoxes boxes = new IsoBoxes(file);
    return boxes
        .find(boxes.children(0, file.length()), "moov")
        .map(moov -> boxes.movie(boxes.children(moov)));
  }

  private Measured movie(List<Box> boxes) {
    long width = 0;
    long height = 0;
    boolean audible = false;
    for (Box track : boxes) {
      if (track.is("trak")) {
        List<Box> parts = children(track);
        width = Math.max(width, find(parts, "tkhd").map(head -> side(head, 76)).orElse(0L));
        height = Math.max(height, find(parts, "tkhd").map(head -> side(head, 80)).orElse(0L));
        audible |= find(parts, "mdia").filter(this::sounds).isPresent();
      }
    }
    return new Measured(width, height, seconds(boxes), audible);
  }

  private OptionalDouble seconds(List<Box> boxes) {
    Optional<Box> head = find(boxes, "mvhd");
    if (head.isEmpty()) {
      return OptionalDouble.empty();
    }
    long from = head.get().content();
    long scale = file.uint32(from + (isLong(from) ? 20 : 12));
    long length = length(from, isLong(from) ? 24 : 16);
    return Measured.seconds(length > 0 ? length : fragments(boxes), scale);
  }

  private long fragments(List<Box> boxes) {
    return find(boxes, "mvex")
        .flatMap(extends_ -> find(children(extends_), "mehd"))
        .map(head -> length(head.content(), 4))
        .orElse(0L);
  }

  private long length(long from, long offset) {
    long length = isLong(from) ? file.uint64(from + offset) : file.uint32(from + offset);
    return length == UNKNOWN_32 && !isLong(from) ? Bytes.NONE : length;
  }

  private long side(Box head, long offset) {
    long from = head.content();
    return Math.max(0, file.uint32(from + offset + (isLong(from) ? 12 : 0))) >> 16;
  }

  private boolean sounds(Box media) {
    return find(children(media), "hdlr")
        .filter(handler -> file.reads(handler.content() + 8, "soun"))
        .isPresent();
  }

  /** Whether a box counts times in 64 bits: version 1. */
  private boolean isLong(long content) {
    return file.uint8(content) == 1;
  }

  private Optional<Box> find(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.is(type)).findFirst();
  }

  private List<Box> children(Box parent) {
    return children(parent.content(), parent.end());
  }

  private List<Box> children(long from, long end) {
    List<Box> boxes = new ArrayList<>();
    for (long at = from; at + 8 <= end; ) {
      Box box = box(at, end);
      if (box.content() > box.end() || box.end() > end || boxes.size() == MAX_BOXES) {
        break;
      }
      if (box.isEntered()) {
        boxes.add(box);
      }
      at = box.end();
    }
    return boxes;
  }

  /** A size of 1 stands for eight bytes that follow, 0 for all the rest. */
  private Box box(long at, long end) {
    long size = file.uint32(at);
    String type = file.word(at + 4);
    if (size == 1) {
      long large = file.uint64(at + 8);
      return new Box(type, at + 16, large > end ? Long.MAX_VALUE : at + large);
    }
    return new Box(type, at + 8, size == 0 ? end : at + size);
  }

  /** Places in the file: where the content begins and where the box ends. */
  private record Box(String type, long content, long end) {

    boolean is(String other) {
      return type.equals(other);
    }

    boolean isEntered() {
      return switch (type) {
        case "moov", "mvhd", "mvex", "mehd", "trak", "tkhd", "mdia", "hdlr" -> true;
        default -> false;
      };
    }
  }
}
