package dev.mimokit.server.profile;

import dev.mimokit.core.catalog.Provenance;
import dev.mimokit.core.pace.ServerLoad;
import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.server.yaml.YamlFile;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Finds profiles: the built-in ones by name, a user's own by path. */
public final class Profiles {

  /** The profile that is meant when none is named. */
  public static final String DEFAULT = "documented";

  /** The built-in profiles. */
  public static final List<String> NAMES =
      List.of(
          DEFAULT,
          "strict",
          "calendar",
          "openai-like",
          "anthropic-like",
          "azure-like",
          "overloaded");

  private static final long MINUTE_SECONDS = 60;

  private static final Stated<ServerLoad> UNLOADED =
      new Stated<>(ServerLoad.NONE, Provenance.ASSUMED, "the profile does not speak of load");

  private Profiles() {}

  /**
   * Loads a profile.
   *
   * @param nameOrPath a built-in name, or the path of a YAML file of the same keys
   * @throws IllegalArgumentException in one line, when there is no such profile or it is broken
   */
  public static Profile load(String nameOrPath) {
    if (NAMES.contains(nameOrPath)) {
      return read(
          YamlFile.resource(Profiles.class, nameOrPath + ".yaml")
              .orElseThrow(() -> new IllegalStateException("profile is missing: " + nameOrPath)));
    }
    Path path = Path.of(nameOrPath);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "unknown profile: '"
              + nameOrPath
              + "', expected one of "
              + String.join(", ", NAMES)
              + " or the path of a profile file");
    }
    return read(YamlFile.read(path));
  }

  /**
   * A built-in profile as its file stands, ready to be copied and changed.
   *
   * @throws IllegalArgumentException in one line, when there is none of that name
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "unknown profile: '" + name + "', expected one of " + String.join(", ", NAMES));
    }
    try (InputStream in = Profiles.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("profile is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Profile read(YamlMap file) {
    file.only(
        "name",
        "window",
        "grainSeconds",
        "tokenAccounting",
        "requestsPerMinute",
        "tokensPerMinute",
        "concurrency",
        "concurrencyPer",
        "completionReservation",
        "countRefused",
        "retryAfter",
        "load");
    return new Profile(
        file.get("name").text(),
        counting(file),
        stated(file.get("requestsPerMinute"), value -> pageOr(value, Integer.MAX_VALUE)),
        stated(file.get("tokensPerMinute"), value -> pageOr(value, Long.MAX_VALUE)),
        stated(file.get("concurrency"), value -> (int) value.whole(1, Integer.MAX_VALUE)),
        optional(
            file,
            "concurrencyPer",
            v -> constant(v, ConcurrencyScope.class),
            ConcurrencyScope.MODEL),
        stated(file.get("completionReservation"), value -> constant(value, Reservation.class)),
        stated(file.get("retryAfter"), value -> constant(value, RetryAfterSending.class)),
        file.find("load").map(entry -> stated(entry, LoadReader::read)).orElse(UNLOADED));
  }

  private static <T> Stated<T> stated(YamlValue entry, Function<YamlValue, T> reader) {
    YamlMap map = entry.map().only("value", "provenance", "source");
    return new Stated<>(
        reader.apply(map.get("value")),
        constant(map.get("provenance"), Provenance.class),
        map.get("source").text());
  }

  private static StatedCounting counting(YamlMap file) {
    Stated<WindowKind> window =
        stated(file.get("window"), value -> constant(value, WindowKind.class));
    Counting usual = Counting.over(window.value());
    return new StatedCounting(
        window,
        optional(file, "grainSeconds", Profiles::seconds, usual.grain()),
        optional(
            file, "tokenAccounting", v -> constant(v, TokenAccounting.class), usual.accounting()),
        stated(file.get("countRefused"), YamlValue::flag));
  }

  private static Duration seconds(YamlValue value) {
    return Duration.ofSeconds(value.whole(1, MINUTE_SECONDS));
  }

  /** Files from before there was a choice do not name it. */
  private static <T> Stated<T> optional(
      YamlMap file, String key, Function<YamlValue, T> reader, T usual) {
    return file.find(key)
        .map(entry -> stated(entry, reader))
        .orElseGet(
            () -> new Stated<>(usual, Provenance.ASSUMED, "the profile does not name " + key));
  }

  private static OptionalLong pageOr(YamlValue value, long max) {
    return value.isWhole() || !value.scalar().equals("page")
        ? OptionalLong.of(value.whole(1, max))
        : OptionalLong.empty();
  }

  /** Reads {@code sliding-log} as {@code SLIDING_LOG}. */
  private static <E extends Enum<E>> E constant(YamlValue value, Class<E> type) {
    return Choice.of(type, value.text())
        .orElseThrow(() -> value.refused("expected " + Choice.list(type) + ": " + value.text()));
  }
}
