package dev.mimokit.core.tokens;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Kinds of text to count, drawn from a seed: what people send, and what breaks tokenizers. */
enum TextKind {
  ENGLISH(
      random -> words(random, " ", "the Quick don't FOX's jump over it'll state-of-the-art we've")),
  CONTRACTIONS(
      random -> words(random, "'", "s S t re RE ve m ll LL d sx \u017F \u212A tt res I we")),
  CODE(
      random ->
          words(
              random,
              "",
              "for (int i = 0; i < n; i++) {\n\t\t return getMessageFactory().x_y[] ; } //=== \"a\\n\" ")),
  JSON(
      random ->
          words(random, "", "{\"key\": [1, 2.5e-3, null],\n  \"a_b\": true } : \\u00e9 \"\" ,")),
  MARKUP(
      random ->
          words(random, "", "<div class=\"x\"> </div> &nbsp; <!-- --> <br/>\r\n <a href='#'>")),
  DIGITS(
      random ->
          points(
              random,
              () -> "0123456789.,- \u0663\u2160\u00BD\u3007".codePointAt(random.nextInt(18)))),
  HEX(random -> points(random, () -> "0123456789abcdefABCDEF".charAt(random.nextInt(22)))),
  BASE64(random -> Base64.getEncoder().encodeToString(bytes(random))),
  RANDOM_LETTERS(random -> points(random, () -> 'a' + random.nextInt(26))),
  FEW_LETTERS(random -> points(random, () -> "abAB".charAt(random.nextInt(4)))),
  MIXED_CASE(
      random -> points(random, () -> (random.nextBoolean() ? 'a' : 'A') + random.nextInt(26))),
  PUNCTUATION(random -> points(random, () -> "-=_*#./\\!?'\"()[] \n".charAt(random.nextInt(18)))),
  SPACES(
      random ->
          points(
              random,
              () -> " \t\n\r\u000B\u00A0\u3000\u2003\u0085x1.".codePointAt(random.nextInt(12)))),
  RUNS(TextKind::runs),
  CHINESE(random -> points(random, () -> "的一是不了人我在有他这中大来上国，。".codePointAt(random.nextInt(18)))),
  HAN(random -> points(random, () -> 0x4E00 + random.nextInt(0x5200))),
  RARE_HAN(random -> points(random, () -> 0x20000 + random.nextInt(0xA6E0))),
  JAPANESE(random -> points(random, () -> 0x3041 + random.nextInt(0xBE))),
  KOREAN(random -> points(random, () -> 0xAC00 + random.nextInt(0x2BA4))),
  HANGUL_LETTERS(random -> points(random, () -> 0x1100 + random.nextInt(0x100))),
  CYRILLIC(random -> points(random, () -> 0x400 + random.nextInt(0x130))),
  GREEK(
      random ->
          points(
              random,
              () ->
                  random.nextBoolean()
                      ? 0x370 + random.nextInt(0x90)
                      : 0x1F00 + random.nextInt(0x100))),
  ARABIC_AND_HEBREW(random -> points(random, () -> 0x590 + random.nextInt(0x270))),
  INDIC(random -> points(random, () -> 0x900 + random.nextInt(0x700))),
  LATIN_ACCENTS(
      random ->
          points(
              random,
              () ->
                  random.nextInt(3) == 0
                      ? 0x300 + random.nextInt(0x70)
                      : 0x41 + random.nextInt(0x200))),
  MARKS(random -> points(random, () -> 0x300 + random.nextInt(0x70))),
  EMOJI(
      random ->
          points(
              random,
              () ->
                  random.nextInt(4) == 0
                      ? "\u200D\uFE0F \u2764".charAt(random.nextInt(4))
                      : 0x1F300 + random.nextInt(0x6FF))),
  SYMBOLS(random -> points(random, () -> 0x2000 + random.nextInt(0x1000))),
  BASIC_PLANE(random -> points(random, () -> random.nextInt(0xD800))),
  ANY_CODE_POINT(random -> points(random, () -> random.nextInt(Character.MAX_CODE_POINT + 1))),
  LONE_SURROGATES(
      random ->
          points(
              random,
              () ->
                  random.nextBoolean()
                      ? 0xD800 + random.nextInt(0x800)
                      : ' ' + random.nextInt(90))),
  MIXED(random -> mixed(random));

  private static final int LONGEST = 120;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Random, String> draw;

  TextKind(Function<Random, String> draw) {
    this.draw = draw;
  }

  /** A text of at most some hundred characters. */
  String text(Random random) {
    return draw.apply(random);
  }

  /** The drawing of a round, another one for every kind. */
  Random random(long round) {
    return new Random(name().hashCode() + round);
  }

  private static String words(Random random, String gap, String words) {
    List<String> list = List.of(words.split("(?<= )|(?= )", -1));
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(LONGEST / 4); i >= 0; i--) {
      text.append(list.get(random.nextInt(list.size()))).append(gap);
    }
    return text.toString();
  }

  private static String points(Random random, IntSupplier point) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(LONGEST); i >= 0; i--) {
      text.appendCodePoint(point.getAsInt());
    }
    return text.toString();
  }

  private static String runs(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int point = " -=_a\n\t.─汉0".codePointAt(random.nextInt(11));
      text.append(Character.toString(point).repeat(1 + random.nextInt(LONGEST)));
    }
    return text.toString();
  }

  private static String mixed(Random random) {
    TextKind[] kinds = values();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      TextKind kind = kinds[random.nextInt(kinds.length - 1)];
      String drawn = kind.text(random);
      text.append(drawn, 0, random.nextInt(drawn.length() + 1));
    }
    return text.toString();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(LONGEST)];
    random.nextBytes(bytes);
    return bytes;
  }
}
