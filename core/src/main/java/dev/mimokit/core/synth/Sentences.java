package dev.mimokit.core.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A language so small that every sentence is grammatical and every word one token.
 *
 * <p>A shape is a sentence as a row of characters, one a piece: a letter draws a word of its list,
 * anything else stands for itself. {@code Oanv.} becomes <i>Every bright clock waits.</i> Sentences
 * are chosen by length, so that they fill an asked number of pieces exactly.
 */
final class Sentences {

  private static final int SHORTEST = 2;
  private static final int USUAL_SHORTEST = 4;
  private static final int LONGEST = 10;

  /** Neither kana nor Han stand before it. */
  private static final char FIRST_KANA = '\u3041';

  /** Lists are named by ASCII letters. */
  private static final int LETTERS = 128;

  /** How much of a prompt is looked at to tell its script, UTF-16 units. */
  private static final int LOOKED_AT = 4096;

  /** A Han character says about as much as this many letters. */
  private static final int LETTERS_PER_HAN = 3;

  /** Before the languages, which are made of it. */
  private static final String[] NO_WORDS = {};

  private static final Sentences ENGLISH =
      new Sentences(
          " ",
          'M',
          "M. Pw. Onv. Oanv. Onvy. Oanvy. L,dnv. Onvpdn. Oanvpdn. L,danvy. Oanvpdan. L,dnvpdn."
              + " Oanvypdan.",
          """
          O The Every Each One This That Our Another
          P Children Friends Stars People Students Books Trees Letters Songs Women Players Workers
          P Colors Words Parents Teachers
          M Rain Morning Snow Music Sunday Summer Winter Spring Light Nothing Everything Someone
          M Time Love Water Home Hope Night Today
          L Perhaps Maybe First Then So Now Still Meanwhile Next Later
          d the every each one this that our another
          a quiet small bright old gentle blue green golden warm slow distant narrow silver young
          a patient soft wooden hidden lonely cheerful curious
          n river garden window lantern harbor forest mountain bridge clock village kitchen letter
          n boat island candle library valley teacher baker painter sailor cat fox bird train road
          n tower piano blanket basket
          v waits turns listens sings rests shines sleeps walks grows moves returns floats dances
          v smiles whispers stands appears
          w wait turn listen drift sing wander rest shine sleep walk grow move return float dance
          w smile gather
          y slowly quietly softly gently again together today tomorrow everywhere already always
          y nearby often
          p beside beyond under near above behind across toward around beneath within past through
          """);

  private static final Sentences CHINESE =
      new Sentences(
          "",
          'i',
          "i。 yi。 nyi。 nvn。 Lnvn。 nyvn。 a的nvn。 a的nyi。 a的nyvn。 La的nvn。 a的nva的n。 a的nyva的n。"
              + " La的nyva的n。",
          """
          L 也许 首先 然后 现在 于是 后来 接着 或许 最后 其实
          a 安静 明亮 温暖 遥远 柔软 神秘 勇敢 快乐 认真 善良 整齐 清晰 新鲜
          n 花园 森林 村庄 老师 音乐 阳光 月亮 图书馆 海洋 火车 窗户 春天 秋天 雨水 房间 小镇 街道 天空 画家 医生
          n 船 山谷 厨房 灯光 钢琴
          v 等待 寻找 看见 喜欢 穿过 靠近 离开 守护 记得 欢迎 想起 陪伴 经过 走进 照亮 听见 遇见 拥抱 观察
          y 慢慢 轻轻 静静 总是 常常 已经 再次 悄悄 一起 今天 忽然 依然 仍然
          i 微笑 出现 等待 休息 跳舞 唱歌 成长 旅行 散步 消失 回来 移动 思考 前进
          """);

  private final char lone;

  /** By the number of pieces. */
  private final String[][] shapes;

  /** By letter; each word with the gap before it, as most of them stand. */
  private final String[][] words;

  private final int gap;

  /**
   * @param gap what stands before a word that does not begin the text
   * @param lone the list of words that can stand alone, without a full stop
   */
  private Sentences(String gap, char lone, String shapes, String lists) {
    this.gap = gap.length();
    this.lone = lone;
    Map<Integer, List<String>> shapesByLength = new HashMap<>();
    for (String shape : shapes.split(" ", -1)) {
      shapesByLength.computeIfAbsent(shape.length(), length -> new ArrayList<>()).add(shape);
    }
    Map<Integer, List<String>> wordsByLetter = new HashMap<>();
    lists
        .lines()
        .forEach(
            line ->
                Arrays.stream(line.substring(2).split(" ", -1))
                    .map(word -> gap + word)
                    .forEach(
                        wordsByLetter.computeIfAbsent(
                                (int) line.charAt(0), letter -> new ArrayList<>())
                            ::add));
    this.shapes = table(shapesByLength, LONGEST + 1);
    this.words = table(wordsByLetter, LETTERS);
  }

  private static String[][] table(Map<Integer, List<String>> lists, int size) {
    String[][] table = new String[size][];
    Arrays.fill(table, NO_WORDS);
    lists.forEach((at, list) -> table[at] = list.toArray(NO_WORDS));
    return table;
  }

  /** The language of a prompt: Chinese when Han prevails and no kana is among it. */
  static Sentences answering(String prompt) {
    int end = Math.min(LOOKED_AT, prompt.length());
    for (int i = 0; i < end; i++) {
      if (prompt.charAt(i) >= FIRST_KANA) {
        return hanPrevails(prompt, end) ? CHINESE : ENGLISH;
      }
    }
    return ENGLISH;
  }

  private static boolean hanPrevails(String prompt, int end) {
    int han = 0;
    int letters = 0;
    for (int i = 0; i < end; i++) {
      char unit = prompt.charAt(i);
      if (unit >= FIRST_KANA && unit <= '\u30FA') {
        return false;
      }
      if (unit >= '\u4E00' && unit <= '\u9FFF') {
        han++;
      } else if (Character.isLetter(unit)) {
        letters++;
      }
    }
    return han * LETTERS_PER_HAN > letters;
  }

  /** Whole sentences of {@code pieces} pieces together; a single piece is a word by itself. */
  List<String> write(int pieces, SplittableRandom random) {
    if (pieces == 0) {
      return List.of();
    }
    String[] text = new String[pieces];
    if (pieces == 1) {
      text[0] = piece(lone, random);
    } else {
      fill(text, random);
    }
    text[0] = text[0].substring(gap);
    return List.of(text);
  }

  private void fill(String[] text, SplittableRandom random) {
    int size = 0;
    while (size < text.length) {
      String shape = draw(shapes[nextLength(text.length - size, random)], random);
      for (int i = 0; i < shape.length(); i++) {
        text[size++] = piece(shape.charAt(i), random);
      }
    }
  }

  /** A length that fills what is left, or leaves enough for another sentence. */
  private static int nextLength(int left, SplittableRandom random) {
    if (left <= LONGEST) {
      return left;
    }
    int longest = Math.min(LONGEST, left - SHORTEST);
    return USUAL_SHORTEST + random.nextInt(longest - USUAL_SHORTEST + 1);
  }

  private String piece(char slot, SplittableRandom random) {
    String[] list = slot < LETTERS ? words[slot] : NO_WORDS;
    return list.length == 0 ? String.valueOf(slot) : draw(list, random);
  }

  private static String draw(String[] list, SplittableRandom random) {
    return list[random.nextInt(list.length)];
  }
}
