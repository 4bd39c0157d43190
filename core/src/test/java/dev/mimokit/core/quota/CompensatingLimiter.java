package dev.mimokit.core.quota;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The known-bad twin: each limit an atomic of its own, taken one after another and given back when
 * a later one refuses. A request can be refused because of another that is being refused itself.
 * Here so that the model checker can show that it would notice.
 */
final class CompensatingLimiter {

  private final int requestLimit;
  private final long tokenLimit;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong tokens = new AtomicLong();

  CompensatingLimiter(int requestLimit, long tokenLimit) {
    this.requestLimit = requestLimit;
    this.tokenLimit = tokenLimit;
  }

  boolean tryAcquire(long asked) {
    if (requests.incrementAndGet() > requestLimit) {
      requests.decrementAndGet();
      return false;
    }
    if (tokens.addAndGet(asked) > tokenLimit) {
      tokens.addAndGet(-asked);
      requests.decrementAndGet();
      return false;
    }
    return true;
  }
}
