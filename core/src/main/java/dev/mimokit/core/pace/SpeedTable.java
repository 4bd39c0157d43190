package dev.mimokit.core.pace;

import dev.mimokit.core.catalog.Provenance;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast the models were seen to answer. No page states a speed, so every row is ASSUMED: the
 * decode is read from the timings its source names, the first token (median 0.8 s, p95 3 s, and
 * 0.15 s for every 10,000 prompt tokens) from the spread of all of them. Silences of more than five
 * minutes on long agent contexts are reported (MiMo issue 68), not measured: none is built in.
 */
public final class SpeedTable {

  private static final long TTFT_MEDIAN = Duration.ofMillis(800).toNanos();
  private static final long TTFT_P95 = Duration.ofSeconds(3).toNanos();
  private static final long PREFILL = Duration.ofMillis(150).toNanos();

  private static final String PRO_SEEN =
      "339 tokens in 8 s on the deep-thinking page's stream of mimo-v2.5-pro; 50 to 80 tokens a"
          + " second in a client's timings of 2026-05-29";
  private static final String ULTRASPEED_SEEN = "500 to 1,000 tokens a second, announced";
  private static final String FLASH_SEEN =
      "mimo-v2-flash: 3 to 6 tokens in 1.0 and 1.4 s; mimo-v2.6-flash: 'ok' in 1.8 s";
  private static final String OMNI_SEEN = "between Pro and Flash; no timing was found";

  private static final Speed PRO = speed(45, PRO_SEEN);
  private static final Speed ULTRASPEED = speed(1000, ULTRASPEED_SEEN);
  private static final Speed FLASH = speed(90, FLASH_SEEN);
  private static final Speed OMNI = speed(60, OMNI_SEEN);

  private static final Map<String, Speed> ROWS = Collections.unmodifiableMap(table());

  private SpeedTable() {}

  /** The rows, by model id. Unmodifiable. */
  public static Map<String, Speed> rows() {
    return ROWS;
  }

  private static Map<String, Speed> table() {
    Map<String, Speed> rows = new LinkedHashMap<>();
    rows.put("mimo-v2.6-pro-ultraspeed", ULTRASPEED);
    rows.put("mimo-v2.6-pro", speed(45, "'ok' in 2.9 s, and as mimo-v2.5-pro"));
    rows.put("mimo-v2.6-flash", FLASH);
    rows.put("mimo-v2.5-pro-ultraspeed", ULTRASPEED);
    rows.put("mimo-v2.5-pro", PRO);
    rows.put("mimo-v2-pro", PRO);
    rows.put("mimo-v2.5", OMNI);
    rows.put("mimo-v2-omni", OMNI);
    rows.put("mimo-v2-flash", FLASH);
    return rows;
  }

  /** The speed of a model; a model without a row has that of the series its id names. */
  public static Speed of(String modelId) {
    Speed row = ROWS.get(modelId);
    return row == null ? series(modelId) : row;
  }

  private static Speed series(String modelId) {
    if (modelId.contains("ultraspeed")) {
      return ULTRASPEED;
    }
    if (modelId.contains("flash")) {
      return FLASH;
    }
    return modelId.contains("pro") ? PRO : OMNI;
  }

  private static Speed speed(int tokensPerSecond, String source) {
    return new Speed(
        TTFT_MEDIAN, TTFT_P95, PREFILL, tokensPerSecond, Silence.NONE, Provenance.ASSUMED, source);
  }
}
