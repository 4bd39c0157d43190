package dev.mimokit.bench.host;

import java.util.Arrays;

/**
 * What all processors together have done since boot, in ticks of 1/100 s, from the first line of
 * {@code /proc/stat} (proc(5)).
 *
 * @param busy user, nice and system: the time of processes. Interrupts are left out, as they are
 *     nobody's, and mostly the loopback traffic of the measurement itself.
 * @param steal taken by the hypervisor for others
 * @param total everything, idle included
 */
record CpuTimes(long busy, long steal, long total) {

  private static final int FIELDS = 8;
  private static final int STEAL = 7;

  static CpuTimes parse(String stat) {
    String line = stat.lines().findFirst().orElse("");
    String[] words = line.trim().split(" +", -1);
    if (!words[0].equals("cpu") || words.length <= FIELDS) {
      throw new IllegalArgumentException(
          "/proc/stat: expected 'cpu' and at least " + FIELDS + " numbers: " + line);
    }
    // What follows is guest time, which user and nice contain already.
    long[] ticks = Arrays.stream(words).skip(1).limit(FIELDS).mapToLong(Long::parseLong).toArray();
    return new CpuTimes(ticks[0] + ticks[1] + ticks[2], ticks[STEAL], Arrays.stream(ticks).sum());
  }

  CpuTimes since(CpuTimes earlier) {
    return new CpuTimes(busy - earlier.busy, steal - earlier.steal, total - earlier.total);
  }
}
