package dev.mimokit.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads {@code /proc}, which only Linux has.
 *
 * @param proc where it is mounted
 */
public record Host(Path proc) {

  /** Ticks in a second: USER_HZ, which is 100 on every architecture this runs on. */
  static final double TICKS = 100;

  private static final double MEBIBYTE = 1 << 20;

  /** This machine. */
  public static Host local() {
    return new Host(Path.of("/proc"));
  }

  /** Whether there is anything to read. */
  public boolean readable() {
    return Files.isReadable(proc.resolve("stat"));
  }

  /** The processor's name; empty where the machine does not tell. */
  public String cpuModel() {
    try {
      return file("cpuinfo")
          .lines()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** Begins to watch the machine, this process and the one called {@code pid}. */
  public Watch watch(long pid) throws IOException {
    return new Watch(this, pid, ticks(pid), ownTicks(), machine());
  }

  /** Begins to watch the machine and this process; another may be {@link Watch#born} meanwhile. */
  public Watch watch() throws IOException {
    return new Watch(this, Watch.NOBODY, 0, ownTicks(), machine());
  }

  /** MiB of memory that the process holds now. */
  public double rssMebibytes(long pid) throws IOException {
    return ProcessUse.bytes(file(pid + "/status"), "VmRSS") / MEBIBYTE;
  }

  /** MiB of memory that the process held when it held most. */
  public double peakRssMebibytes(long pid) throws IOException {
    return ProcessUse.bytes(file(pid + "/status"), "VmHWM") / MEBIBYTE;
  }

  CpuTimes machine() throws IOException {
    return CpuTimes.parse(file("stat"));
  }

  long ticks(long pid) throws IOException {
    return ProcessUse.ticks(file(pid + "/stat"));
  }

  long ownTicks() throws IOException {
    return ProcessUse.ticks(file("self/stat"));
  }

  private String file(String name) throws IOException {
    return Files.readString(proc.resolve(name));
  }
}
