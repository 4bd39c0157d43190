package dev.mimokit.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mimokit.server.media.SampleFile.Film;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected tokens are those of the core's formulas for the size the file was given here. */
class MediaReaderTest {

  private static final MediaReader READER = new MediaReader(AssumedMedia.PRESET);
  private static final Film MINUTE = new Film(60, 1920, 1080, true);
  private static final Film SILENT_MINUTE = new Film(60, 1920, 1080, false);
  private static final byte[] PNG = SampleFile.picture("png", 64, 64);

  static Stream<Arguments> pictures() {
    return Stream.of(
        arguments("image/jpeg", SampleFile.picture("jpg", 1920, 1080)),
        arguments("image/png", SampleFile.picture("png", 1920, 1080)),
        arguments("image/gif", SampleFile.picture("gif", 1920, 1080)),
        arguments("image/bmp", SampleFile.picture("bmp", 1920, 1080)),
        arguments("image/webp", SampleFile.webp(1920, 1080)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void reads_the_sides_of_a_picture_in_every_documented_format(String mime, byte[] file) {
    assertThat(READER.read(new MediaPart(MediaKind.IMAGE, url(mime, file))))
        .isEqualTo(new MediaTokens(2040, 0, 0, OptionalDouble.empty(), false));
  }

  static Stream<Arguments> sounds() {
    return Stream.of(
        arguments("audio/wav", SampleFile.wav(3), 3.0),
        arguments("audio/flac", SampleFile.flac(44_100, 132_300), 3.0),
        arguments("audio/ogg", SampleFile.vorbis(44_100, 132_300), 3.0),
        arguments("audio/ogg", SampleFile.opus(312, 144_312), 3.0),
        arguments("audio/mp4", SampleFile.mp4(new Film(3, 0, 0, true)), 3.0),
        arguments("audio/mpeg", SampleFile.mp3(114), 114 * 1152 / 44_100.0),
        arguments("audio/mpeg", SampleFile.encodedMp3(115), (115 * 1152 - 1105) / 44_100.0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sounds")
  void reads_the_length_of_a_sound_in_every_documented_format(
      String mime, byte[] file, double seconds) {
    MediaTokens tokens = accepted(new MediaPart(MediaKind.AUDIO, url(mime, file)));

    assertThat(tokens.seconds().getAsDouble()).isCloseTo(seconds, within(1e-9));
    assertThat(tokens.audio()).isEqualTo(19);
    assertThat(tokens.total()).isEqualTo(19);
    assertThat(tokens.assumed()).isFalse();
  }

  static Stream<Arguments> films() {
    return Stream.of(
        arguments("video/mp4", SampleFile.mp4(MINUTE), SampleFile.mp4(SILENT_MINUTE)),
        arguments("video/quicktime", SampleFile.mp4(MINUTE), SampleFile.mp4(SILENT_MINUTE)),
        arguments("video/x-msvideo", SampleFile.avi(MINUTE), SampleFile.avi(SILENT_MINUTE)),
        arguments("video/x-ms-wmv", SampleFile.wmv(MINUTE), SampleFile.wmv(SILENT_MINUTE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("films")
  void reads_length_sides_and_sound_of_a_video_in_every_documented_format(
      String mime, byte[] film, byte[] silent) {
    assertThat(READER.read(new MediaPart(MediaKind.VIDEO, url(mime, film))))
        .isEqualTo(new MediaTokens(0, 378, 16_862, OptionalDouble.of(60), false));
    assertThat(READER.read(new MediaPart(MediaKind.VIDEO, url(mime, silent))))
        .isEqualTo(new MediaTokens(0, 0, 16_862, OptionalDouble.of(60), false));
  }

  @ParameterizedTest
  @CsvSource({"2, default, 17240", "5, default, 42830", "2, max, 123080"})
  void looks_at_a_video_as_it_was_asked_to(double fps, String resolution, long tokens) {
    MediaPart part =
        new MediaPart(
            MediaKind.VIDEO,
            url("video/mp4", SampleFile.mp4(MINUTE)),
            OptionalDouble.of(fps),
            Optional.of(resolution));

    assertThat(accepted(part).total()).isEqualTo(tokens);
  }

  @Test
  void takes_the_bytes_for_the_length_where_the_header_leaves_it_out() {
    byte[] sound = SampleFile.join(SampleFile.flac(44_100, 0), new byte[32_000 - 42]);
    byte[] film = SampleFile.mp4(new Film(0, 640, 360, false));

    assertThat(accepted(new MediaPart(MediaKind.AUDIO, url("audio/flac", sound))))
        .isEqualTo(new MediaTokens(0, 13, 0, OptionalDouble.of(2), true));
    assertThat(accepted(new MediaPart(MediaKind.VIDEO, url("video/mp4", film))).assumed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, https://example.com/cat.jpg,                       1024,   0,     0, true",
    "IMAGE, https://example.com/cat-1920x1080.jpg,             2040,   0,     0, false",
    "IMAGE, HTTP://example.com/cat?w=1920&h=1080,              2040,   0,     0, false",
    "IMAGE, https://example.com/cat?w=1920,                    1024,   0,     0, true",
    "AUDIO, https://example.com/talk.mp3,                         0,  63,     0, true",
    "AUDIO, https://example.com/talk.mp3?seconds=3,               0,  19,     0, false",
    "VIDEO, https://example.com/1920x1080/film.mp4?duration=60,   0, 378, 16862, false",
    "VIDEO, https://example.com/film.mp4?duration=10,             0,  65,  2812, true",
    "VIDEO, https://example.com/film.mp4,                         0,  65,  2812, true",
  })
  void never_fetches_an_address_but_takes_its_hints(
      MediaKind kind, String url, long image, long audio, long video, boolean assumed) {
    MediaTokens tokens = accepted(new MediaPart(kind, url));

    assertThat(tokens.image()).isEqualTo(image);
    assertThat(tokens.audio()).isEqualTo(audio);
    assertThat(tokens.video()).isEqualTo(video);
    assertThat(tokens.assumed()).isEqualTo(assumed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IMAGE | ftp://example.com/a.png | image must be data:MIME;base64,DATA or an http(s) URL: found 'ftp://example.com/a.png'",
        "IMAGE | https:// | image must be data:MIME;base64,DATA or an http(s) URL: found 'https://'",
        "AUDIO | UklGRiQAAABXQVZF | audio must be data:MIME;base64,DATA or an http(s) URL: found 'UklGRiQAAABXQVZF'",
        "IMAGE | data:image/png;base64 | image must be data:MIME;base64,DATA: no comma in 'data:image/png;base64'",
        "IMAGE | data:image/png,abc | image must be data:MIME;base64,DATA: found 'data:image/png'",
        "IMAGE | data:image/tiff;base64,AAAA | image must be one of JPEG, PNG, GIF, WEBP, BMP: MIME type 'image/tiff'",
        "IMAGE | data:audio/wav;base64,AAAA | image must be one of JPEG, PNG, GIF, WEBP, BMP: MIME type 'audio/wav'",
        "IMAGE | data:image/png;base64, | image is empty: nothing follows the comma",
        "IMAGE | data:image/png;base64,AA*A | base64 of image does not decode: Illegal base64 character 2a",
        "IMAGE | data:image/png;base64,AAAA | image must be one of JPEG, PNG, GIF, WEBP, BMP: content is none of them",
        "IMAGE | data:image/png;base64,iVBORw0KGgo= | image has no readable PNG header: cut short or broken",
        "VIDEO | data:video/webm;base64,AAAA | video must be one of MP4, MOV, AVI, WMV: MIME type 'video/webm'",
        "AUDIO | https://example.com/a.wav?seconds=86401 | audio must not be longer than 86400 seconds: 86401",
        "SPEECH | https://example.com/a.wav | speech must be data:MIME;base64,DATA: found 'https://example.com/a.wav'",
        "VOICE_SAMPLE | data:audio/flac;base64,AAAA | voice sample must be one of MP3, WAV: MIME type 'audio/flac'",
      })
  void refuses_in_one_line(MediaKind kind, String source, String reason) {
    assertThat(READER.read(new MediaPart(kind, source))).isEqualTo(new MediaRefusal(reason));
  }

  @Test
  void refuses_a_rate_and_a_resolution_that_are_not_on_offer() {
    String url = "https://example.com/film.mp4";

    assertThat(
            READER.read(
                new MediaPart(MediaKind.VIDEO, url, OptionalDouble.of(10.5), Optional.empty())))
        .isEqualTo(new MediaRefusal("fps must be between 0.1 and 10: 10.5"));
    assertThat(
            READER.read(
                new MediaPart(MediaKind.VIDEO, url, OptionalDouble.empty(), Optional.of("low"))))
        .isEqualTo(new MediaRefusal("media_resolution must be default or max: found 'low'"));
  }

  @Test
  void refuses_base64_above_the_limit_without_decoding_it() {
    String text = "data:audio/wav;base64," + "A".repeat(10 * 1024 * 1024 + 4);

    assertThat(READER.read(new MediaPart(MediaKind.VOICE_SAMPLE, text)))
        .isEqualTo(
            new MediaRefusal(
                "base64 of voice sample must not exceed 10 MB (10485760 characters): 10485764"));
    assertThat(READER.read(new MediaPart(MediaKind.AUDIO, text)))
        .isEqualTo(
            new MediaRefusal(
                "audio must be one of MP3, WAV, FLAC, M4A, OGG: content is none of them"));
  }

  @Test
  void goes_by_the_content_when_the_mime_type_names_another_format() {
    assertThat(accepted(new MediaPart(MediaKind.IMAGE, url("image/jpeg", PNG))).image())
        .isEqualTo(9);
    assertThat(accepted(new MediaPart(MediaKind.IMAGE, url("IMAGE/PNG;q=1", PNG))).image())
        .isEqualTo(9);
  }

  @Test
  void takes_speech_and_a_voice_sample_as_sound() {
    String wav = url("audio/wav", SampleFile.wav(3));

    assertThat(accepted(new MediaPart(MediaKind.SPEECH, wav)).audio()).isEqualTo(19);
    assertThat(accepted(new MediaPart(MediaKind.VOICE_SAMPLE, wav)).seconds()).hasValue(3);
  }

  private static MediaTokens accepted(MediaPart part) {
    MediaReading reading = READER.read(part);
    assertThat(reading).isInstanceOf(MediaTokens.class);
    return (MediaTokens) reading;
  }

  private static String url(String mime, byte[] file) {
    return "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(file);
  }
}
