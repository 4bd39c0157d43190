package dev.mimokit.bench.host;

import java.io.IOException;

/** A span of time on a machine, from its beginning until somebody asks. */
public final class Watch {

  static final long NOBODY = -1;

  private final Host host;
  private final long pid;
  private final long subjectTicks;
  private final long ownTicks;
  private final CpuTimes machine;

  Watch(Host host, long pid, long subjectTicks, long ownTicks, CpuTimes machine) {
    this.host = host;
    this.pid = pid;
    this.subjectTicks = subjectTicks;
    this.ownTicks = ownTicks;
    this.machine = machine;
  }

  /**
   * What happened since.
   *
   * @param cpuSeconds of the watched process; 0 without one
   */
  public record Seen(double cpuSeconds, HostLoad load) {}

  /** This watch, now that the process has begun: all its CPU time falls into it. */
  public Watch born(long newPid) {
    return new Watch(host, newPid, 0, ownTicks, machine);
  }

  /** Since the beginning until now. */
  public Seen seen() throws IOException {
    long subject = pid == NOBODY ? 0 : host.ticks(pid) - subjectTicks;
    long own = host.ownTicks() - ownTicks;
    CpuTimes all = host.machine().since(machine);
    return new Seen(subject / Host.TICKS, HostLoad.of(all, subject + own));
  }
}
