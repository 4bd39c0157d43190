package dev.mimokit.server.media;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.bmp.BmpReader;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.gif.GifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import com.drew.metadata.webp.WebpDirectory;
import com.drew.metadata.webp.WebpRiffHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sides of a picture, by metadata-extractor.
 *
 * <p>The library's own front door unpacks profiles and texts of any size and believes a stream's
 * lengths before it has read them. So each format's reader is called by itself, on bytes in memory
 * (whose end it respects), and shown only the part that holds the sides.
 */
final class Pictures {

  private static final int PNG_HEADER = 16;
  private static final int PNG_SIDES = 13;
  private static final int GIF_HEADER = 13;
  private static final int BMP_HEADER = 64;
  private static final int RIFF_HEADER = 12;
  private static final List<JpegSegmentType> FRAMES =
      JpegSegmentType.canContainMetadataTypes.stream()
          .filter(type -> type.name().startsWith("SOF"))
          .toList();

  private Pictures() {}

  /** The sides; empty when the header is cut short, or the library gives up on it. */
  static Optional<Measured> measure(MediaFormat format, Bytes file) {
    try {
      return sides(format, file).filter(Measured::hasArea);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Measured> sides(MediaFormat format, Bytes file)
      throws ImageProcessingException, IOException {
    return switch (format) {
      case JPEG -> jpeg(file);
      case PNG -> png(file);
      case GIF -> gif(file);
      case WEBP -> webp(file);
      default -> bmp(file);
    };
  }

  /** The first frame header counts. */
  private static Optional<Measured> jpeg(Bytes file) throws ImageProcessingException, IOException {
    JpegSegmentData segments = JpegSegmentReader.readSegments(reader(file.all()), FRAMES);
    Metadata metadata = new Metadata();
    for (JpegSegmentType type : segments.getSegmentTypes()) {
      new JpegReader().extract(segments.getSegment(type), metadata, type);
    }
    return sides(
        metadata.getFirstDirectoryOfType(JpegDirectory.class),
        JpegDirectory.TAG_IMAGE_WIDTH,
        JpegDirectory.TAG_IMAGE_HEIGHT);
  }

  /** The header is always the first chunk. */
  private static Optional<Measured> png(Bytes file) throws ImageProcessingException {
    byte[] start = file.first(PNG_HEADER + PNG_SIDES);
    if (start.length < PNG_HEADER + PNG_SIDES || !file.reads(PNG_HEADER - 4, "IHDR")) {
      return Optional.empty();
    }
    PngHeader header = new PngHeader(Arrays.copyOfRange(start, PNG_HEADER, start.length));
    return Optional.of(Measured.picture(header.getImageWidth(), header.getImageHeight()));
  }

  private static Optional<Measured> gif(Bytes file) {
    Metadata metadata = new Metadata();
    new GifReader().extract(reader(file.first(GIF_HEADER)), metadata);
    return sides(
        metadata.getFirstDirectoryOfType(GifHeaderDirectory.class),
        GifHeaderDirectory.TAG_IMAGE_WIDTH,
        GifHeaderDirectory.TAG_IMAGE_HEIGHT);
  }

  private static Optional<Measured> webp(Bytes file) throws IOException {
    Metadata metadata = new Metadata();
    SequentialByteArrayReader reader = reader(file.all());
    reader.setMotorolaByteOrder(false);
    reader.skip(RIFF_HEADER);
    new RiffReader().processChunks(reader, file.length(), new SidesOnly(metadata));
    return sides(
        metadata.getFirstDirectoryOfType(WebpDirectory.class),
        WebpDirectory.TAG_IMAGE_WIDTH,
        WebpDirectory.TAG_IMAGE_HEIGHT);
  }

  private static Optional<Measured> bmp(Bytes file) {
    Metadata metadata = new Metadata();
    new BmpReader().extract(reader(file.first(BMP_HEADER)), metadata);
    return sides(
        metadata.getFirstDirectoryOfType(BmpHeaderDirectory.class),
        BmpHeaderDirectory.TAG_IMAGE_WIDTH,
        BmpHeaderDirectory.TAG_IMAGE_HEIGHT);
  }

  /** A height may be negative: a BMP whose rows stand from top to bottom. */
  private static Optional<Measured> sides(@Nullable Directory directory, int width, int height) {
    Integer across = directory == null ? null : directory.getInteger(width);
    Integer down = directory == null ? null : directory.getInteger(height);
    return across == null || down == null
        ? Optional.empty()
        : Optional.of(Measured.picture(across, Math.abs((long) down)));
  }

  private static SequentialByteArrayReader reader(byte[] bytes) {
    return new SequentialByteArrayReader(bytes);
  }

  /** Takes the first chunk that tells sides, and none of those that would be unpacked. */
  private static final class SidesOnly extends WebpRiffHandler {

    private boolean taken;

    SidesOnly(Metadata metadata) {
      super(metadata);
    }

    @Override
    public boolean shouldAcceptChunk(String fourCC) {
      boolean takes = !taken && fourCC.startsWith("VP8");
      taken |= takes;
      return takes;
    }
  }
}
