package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A bucket of requests and one of tokens. Requests that may come at once are the grain's share of
 * the limit; tokens may be used at once, for a share of them is less than one large request. A
 * charge's ticket is the instant at which its tokens will have leaked, so that no more is given
 * back than is still there.
 */
final class BucketWindow extends Window {

  private final Bucket requests;
  private final Bucket tokens;

  BucketWindow(Quota quota, long anchorNanos) {
    long window = quota.windowNanos();
    long share = Math.max(1, Share.floor(quota.requests(), quota.grainNanos(), window));
    this.requests = new Bucket(quota.requests(), Integer.MAX_VALUE, share, window, anchorNanos);
    this.tokens = new Bucket(quota.tokens(), Long.MAX_VALUE, quota.tokens(), window, anchorNanos);
  }

  @Override
  void advance(long now) {
    requests.advance(now);
    tokens.advance(now);
  }

  @Override
  boolean requestFits() {
    return requests.headroom() >= 1;
  }

  @Override
  long headroom() {
    return tokens.headroom();
  }

  @Override
  long requestFitsAt(long now) {
    return requests.fitsAt(now, 1);
  }

  @Override
  long tokensFitAt(long now, long asked) {
    return tokens.fitsAt(now, asked);
  }

  @Override
  long charge(long now, long used) {
    requests.pour(1);
    tokens.pour(used);
    return tokens.emptyAt();
  }

  @Override
  void refuse(long now) {
    requests.pourRefused();
  }

  @Override
  void correct(long now, long ticket, long reserved, long used) {
    if (used > reserved) {
      tokens.pour(used - reserved);
    } else {
      tokens.takeBack(reserved - used, ticket);
    }
  }

  @Override
  void add(long now, long used) {
    tokens.pour(used);
  }

  @Override
  boolean isEmpty() {
    return requests.isEmpty() && tokens.isEmpty();
  }

  /** Charges that would have left these levels. */
  @Override
  List<Charge> charges(long now) {
    List<Charge> held = new ArrayList<>(2);
    if (!requests.isEmpty()) {
      held.add(Charge.counted(requests.heldFor(), requests.held(), 0));
    }
    if (!tokens.isEmpty()) {
      held.add(Charge.counted(tokens.heldFor(), 0, tokens.held()));
    }
    return held;
  }

  @Override
  void restore(long now, QuotaState state) {
    List<Charge> charges = new ArrayList<>(state.charges());
    charges.sort(Comparator.comparingLong(Charge::ageNanos).reversed());
    requests.refill(now, charges, Charge::requests);
    tokens.refill(now, charges, Charge::tokens);
  }

  @Override
  OptionalLong age(long now) {
    return OptionalLong.empty();
  }
}
