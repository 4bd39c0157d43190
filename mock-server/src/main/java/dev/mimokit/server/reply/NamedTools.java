package dev.mimokit.server.reply;

import dev.mimokit.server.call.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which tools a prompt names. A name counts as a whole word, whatever its case, and with a space,
 * {@code -} or {@code _} between its parts; of names that begin at the same place the longest
 * counts.
 *
 * <pre>
 *   tools get_weather, get-weather-alerts, send_mail
 *   "Get weather alerts, then Send_Mail"        get-weather-alerts, send_mail
 *   "forget_weather"                            none
 * </pre>
 *
 * <p>At each word of the prompt the words that follow are joined by {@code _}, one by one, and
 * looked up; so a prompt costs its length times the longest name, however many tools there are.
 */
final class NamedTools {

  /** How much of a prompt is looked at, UTF-16 units. */
  private static final int LOOKED_AT = 1 << 16;

  private static final int LONGEST_NAME = 64;

  private final Map<String, Tool> byName = new HashMap<>();

  NamedTools(List<Tool> tools) {
    for (Tool tool : tools) {
      byName.putIfAbsent(plain(tool.name()), tool);
    }
  }

  /** The tools in the order they are first named. */
  List<Tool> in(String prompt) {
    String text = prompt.substring(0, Math.min(prompt.length(), LOOKED_AT));
    Set<Tool> named = new LinkedHashSet<>();
    int at = 0;
    while (at < text.length()) {
      if (!isWord(text, at) || isWord(text, at - 1)) {
        at++;
        continue;
      }
      at = readFrom(text, at, named);
    }
    return new ArrayList<>(named);
  }

  /** Takes the longest name that begins here; answers where to go on. */
  private int readFrom(String text, int start, Set<Tool> named) {
    StringBuilder name = new StringBuilder(LONGEST_NAME);
    String longest = "";
    int next = start + 1;
    for (int i = start; i < text.length() && name.length() < LONGEST_NAME; i++) {
      if (!isWord(text, i) && text.charAt(i) != ' ') {
        break;
      }
      name.append(plain(text.charAt(i)));
      if (!isWord(text, i + 1) && byName.containsKey(name.toString())) {
        longest = name.toString();
        next = i + 1;
      }
    }
    Optional.ofNullable(byName.get(longest)).ifPresent(named::add);
    return next;
  }

  /** Names are ASCII, so any other letter ends a word: 请调用get_weather查询. */
  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Tool.mayName(text.charAt(at));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      plain.append(plain(name.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char unit) {
    if (unit == '-' || unit == ' ') {
      return '_';
    }
    return unit >= 'A' && unit <= 'Z' ? (char) (unit + 'a' - 'A') : unit;
  }
}
