package dev.mimokit.bench.ratio;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Weighs what is allocated and what is held, in bytes. */
public final class Scales {

  private static final int WARM_UP = 300;
  private static final int TIMES = 20_000;
  private static final int MANY = 5_000;
  private static final int SETTLES = 3;

  private Scales() {}

  /** Bytes that one repeat allocates once the compiler has seen thousands of them. */
  public static double allocated(Work work) {
    return allocated(work, TIMES);
  }

  /** The same of work that takes long. */
  public static double allocated(Work work, int times) {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
      throw new UnsupportedOperationException("this JVM does not count allocated bytes");
    }
    long sink = 0;
    for (int i = 0; i < WARM_UP; i++) {
      sink += work.run(times);
    }
    long own = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(own);
    sink += work.run(times);
    long after = threads.getThreadAllocatedBytes(own);
    return Math.max(0, (after - before) / (double) times) + (sink == Long.MIN_VALUE ? 1 : 0);
  }

  /** Bytes that stay in use for each of many such things. */
  public static double held(Supplier<Object> maker) {
    List<Object> things = new ArrayList<>(MANY + 1);
    things.add(maker.get());
    long before = used();
    for (int i = 0; i < MANY; i++) {
      things.add(maker.get());
    }
    long after = used();
    return (after - before) / (double) (things.size() - 1);
  }

  private static long used() {
    for (int i = 0; i < SETTLES; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
