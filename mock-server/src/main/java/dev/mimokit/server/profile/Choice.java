package dev.mimokit.server.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enum constants as files and the admin address spell them: {@code model-maximum}. */
public final class Choice {

  private Choice() {}

  /** The constant spelled so, ignoring case; empty when there is none. */
  public static <E extends Enum<E>> Optional<E> of(Class<E> type, String word) {
    String name = word.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findAny();
  }

  /** How a constant is spelled. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All spellings, for messages. */
  public static <E extends Enum<E>> String list(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Choice::word)
        .collect(Collectors.joining(" or "));
  }
}
