package dev.mimokit.core.sim;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;

/**
 * What there is.
 *
 * @param quota the limits of one unit: one account and model. More keys of one account are no more
 *     units.
 * @param reserve which tokens are charged at admission; what is charged at the end is the quota's
 *     accounting
 * @param units how many such quotas there are; at least 1
 */
public record Supply(Quota quota, Reserve reserve, int units, Service service, Trouble trouble) {

  /** Most units that are simulated. */
  public static final int MOST_UNITS = 1_000_000;

  /** Which tokens are charged at admission. ASSUMED: the platform does not say. */
  public enum Reserve {
    /** The prompt, and the maximum where the request names one. */
    PROMPT_AND_NAMED_MAXIMUM,
    /** The prompt alone. */
    PROMPT,
    /** Prompt and output, as if the output were known. */
    PROMPT_AND_OUTPUT
  }

  /** Refuses fewer than 1 unit. */
  public Supply {
    if (units < 1 || units > MOST_UNITS) {
      throw new IllegalArgumentException(
          "quota units must be within 1.." + MOST_UNITS + ": " + units);
    }
  }

  /** That quota, prompt and named maximum reserved, no trouble. */
  public static Supply of(Quota quota, int units, Service service) {
    return new Supply(quota, Reserve.PROMPT_AND_NAMED_MAXIMUM, units, service, Trouble.NONE);
  }

  /** The same with other limits. */
  public Supply with(Quota other) {
    return new Supply(other, reserve, units, service, trouble);
  }

  /** The same with that many units. */
  public Supply withUnits(int other) {
    return new Supply(quota, reserve, other, service, trouble);
  }

  /** The same with another service. */
  public Supply with(Service other) {
    return new Supply(quota, reserve, units, other, trouble);
  }

  /** The same with other trouble. */
  public Supply with(Trouble other) {
    return new Supply(quota, reserve, units, service, other);
  }

  /** The same counted over another kind of window, with that kind's grain. */
  public Supply with(WindowKind kind) {
    Counting now = quota.counting();
    Counting counting =
        new Counting(kind, Counting.over(kind).grain(), now.accounting(), now.countRefused());
    return with(
        new Quota(quota.requests(), quota.tokens(), quota.concurrency(), quota.window(), counting));
  }

  /** The same as if that limit did not exist. */
  public Supply without(Limit limit) {
    return with(
        new Quota(
            limit == Limit.RPM ? Integer.MAX_VALUE : quota.requests(),
            limit == Limit.TPM ? Long.MAX_VALUE : quota.tokens(),
            limit == Limit.CONCURRENCY ? Integer.MAX_VALUE : quota.concurrency(),
            quota.window(),
            quota.counting()));
  }
}
