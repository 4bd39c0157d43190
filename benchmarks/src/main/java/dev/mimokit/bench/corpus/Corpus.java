package dev.mimokit.bench.corpus;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded text of a kind and a length: irregular enough that branch predictors and caches meet what
 * they would meet, and made here, so that nobody's text is committed. Pure.
 */
public final class Corpus {

  /** Kinds of text whose tokens are dense in different ways. */
  public enum Kind {
    /** English prose. */
    EN,
    /** Dense Chinese prose. */
    ZH,
    /** Java source. */
    JAVA,
    /** JSON with numbers and short strings. */
    JSON,
    /** One long base64 run. */
    BASE64
  }

  private static final List<String> EN =
      List.of(
          "the",
          "limit",
          "of",
          "a",
          "request",
          "returns",
          "when",
          "its",
          "minute",
          "has",
          "passed",
          "and",
          "nobody",
          "waits",
          "longer",
          "than",
          "needed",
          "because",
          "every",
          "permit",
          "is",
          "counted",
          "once",
          "server",
          "quietly",
          "answers",
          "with",
          "patience",
          "account");
  private static final List<String> ZH =
      List.of(
          "请求", "限制", "每分钟", "账户", "模型", "返回", "等待", "并发", "服务器", "我们", "可以", "的", "了", "在", "是",
          "一个", "时间", "之后", "重试", "令牌", "计算", "全部", "窗口");
  private static final List<String> JAVA =
      List.of(
          "  private final ",
          "long ",
          "nowNanos",
          " = ",
          "window",
          ".advance(",
          ");\n",
          "return ",
          "if (",
          " >= ",
          ") {\n",
          "    }\n",
          "public ",
          "static ",
          "int ",
          "@Override\n",
          "0",
          "42",
          "\"text\"",
          " // why\n",
          "List<String> ",
          "names",
          ".stream()",
          ".map(",
          "::size");

  private Corpus() {}

  /** {@code chars} characters of that kind; the same seed gives the same text. */
  public static String text(Kind kind, int chars, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(chars + 64);
    while (text.length() < chars) {
      append(kind, text, random);
    }
    text.setLength(chars);
    return text.toString();
  }

  private static void append(Kind kind, StringBuilder text, SplittableRandom random) {
    switch (kind) {
      case EN -> text.append(pick(EN, random)).append(random.nextInt(12) == 0 ? ". " : " ");
      case ZH -> text.append(pick(ZH, random)).append(random.nextInt(9) == 0 ? "，" : "");
      case JAVA -> text.append(pick(JAVA, random));
      case JSON -> json(text, random);
      case BASE64 -> base64(text, random);
    }
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  private static void json(StringBuilder text, SplittableRandom random) {
    text.append("{\"").append(pick(EN, random)).append("\": ").append(random.nextInt(1_000_000));
    text.append(", \"name\": \"").append(pick(EN, random)).append("\", \"ratio\": 0.");
    text.append(random.nextInt(10_000)).append("},\n");
  }

  private static void base64(StringBuilder text, SplittableRandom random) {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    text.append(Base64.getEncoder().encodeToString(bytes));
  }
}
