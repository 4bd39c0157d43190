package dev.mimokit.bench.host;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one process has used, from its files below {@code /proc} (proc(5)). */
final class ProcessUse {

  /** Of the words that follow the name, the first of which is field 3: utime to cstime. */
  private static final int FIRST = 14 - 3;

  private static final int AFTER = 18 - 3;

  private ProcessUse() {}

  /**
   * Ticks in user and kernel mode, of the process and of the children it has waited for, from
   * {@code stat}, whose second field may hold anything.
   */
  static long ticks(String stat) {
    String[] words = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" +", -1);
    if (words.length < AFTER) {
      throw new IllegalArgumentException("/proc/PID/stat: expected at least 17 fields: " + stat);
    }
    return Arrays.stream(words, FIRST, AFTER).mapToLong(Long::parseLong).sum();
  }

  /** Bytes of a line such as {@code VmRSS: 1234 kB} of {@code status}. */
  static long bytes(String status, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":\\s+([0-9]+) kB$").matcher(status);
    if (!line.find()) {
      throw new IllegalArgumentException("/proc/PID/status: expected a line " + name);
    }
    return Long.parseLong(line.group(1)) << 10;
  }
}
