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
    BASE64,
    /** Japanese prose, kana and kanji. */
    JA,
    /** Korean prose. */
    KO,
    /** Russian prose. */
    RU,
    /** Arabic prose. */
    AR,
    /** Hindi prose. */
    HI
  }

  /** Most frequent first; the first ones are drawn most often. */
  private static final List<String> EN =
      words(
          "the of and a to in is it that for was on are as with they at be this from have or by one"
              + " had not but what all were when we there can an your which their said if do will"
              + " each about how up out them then she many some so these would other into has more"
              + " her two like him see time could no make than first been its who now people my made"
              + " over did down only way find use may water long little very after word call just"
              + " where most know limit request minute account nobody wait permit count server"
              + " patience answer quiet window token measure compile machine retry govern harvest"
              + " lantern meadow orchard parliament quarrel remember saddle threshold umbrella voyage"
              + " whisper yesterday zealous bureaucrat chrysanthemum idiosyncrasy kaleidoscope");

  private static final List<String> ENDINGS = words("s ed ing er ly ment ation ness able ist");

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

  private static final List<String> JA =
      words("リクエスト 制限 は が を 一分 ごと に 返す 待つ サーバー モデル 時間 です ます した トークン 数える 最大 同時 再試行");
  private static final List<String> KO =
      words("요청은 제한을 분마다 계정의 모델이 반환한다 기다린다 서버가 우리는 수 있다 다시 시도 토큰을 계산 시간 이후 모든 창 동시에 응답");
  private static final List<String> RU =
      words(
          "запрос ограничение каждую минуту счёт модель возвращает ждать сервер мы можем и в на не"
              + " после времени повторить маркеры считать все окно ответ");
  private static final List<String> AR =
      words(
          "الطلب الحد كل دقيقة الحساب النموذج يعيد انتظار الخادم نحن يمكن في من على بعد الوقت أعد المحاولة الرموز عد جميع نافذة");
  private static final List<String> HI =
      words(
          "अनुरोध सीमा हर मिनट खाता मॉडल लौटाता प्रतीक्षा सर्वर हम कर सकते में का की है समय बाद फिर प्रयास टोकन गिनना सभी खिड़की");

  private Corpus() {}

  private static List<String> words(String list) {
    return List.of(list.split(" ", -1));
  }

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
      case EN -> english(text, random);
      case KO -> prose(KO, text, random);
      case RU -> prose(RU, text, random);
      case AR -> prose(AR, text, random);
      case HI -> prose(HI, text, random);
      case JA -> text.append(pick(JA, random)).append(random.nextInt(9) == 0 ? "。" : "");
      case ZH -> text.append(pick(ZH, random)).append(random.nextInt(9) == 0 ? "，" : "");
      case JAVA -> text.append(pick(JAVA, random));
      case JSON -> json(text, random);
      case BASE64 -> base64(text, random);
    }
  }

  private static void english(StringBuilder text, SplittableRandom random) {
    double place = random.nextDouble();
    text.append(EN.get((int) (EN.size() * place * place)));
    text.append(random.nextInt(6) == 0 ? pick(ENDINGS, random) : "");
    text.append(random.nextInt(12) == 0 ? ". " : random.nextInt(15) == 0 ? ", " : " ");
  }

  private static void prose(List<String> words, StringBuilder text, SplittableRandom random) {
    text.append(pick(words, random)).append(random.nextInt(12) == 0 ? ". " : " ");
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
