package dev.mimokit.report.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Figures as people read them, the same in every locale. */
final class Numbers {

  private Numbers() {}

  static String count(JsonNode value) {
    double number = value.asDouble();
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.format(Locale.ROOT, "%,.1f", number);
  }

  static String percent(JsonNode share) {
    double percent = 100 * share.asDouble();
    return percent == 0
        ? "0 %"
        : String.format(Locale.ROOT, percent < 1 ? "%.3f %%" : "%.2f %%", percent);
  }

  static String ratio(JsonNode value) {
    return String.format(Locale.ROOT, "%,.2f", value.asDouble());
  }

  static String seconds(JsonNode value) {
    return value.isNumber() ? seconds(value.asDouble()) : "never";
  }

  static String seconds(double seconds) {
    if (seconds == 0) {
      return "0 s";
    }
    if (seconds < 1) {
      return String.format(Locale.ROOT, "%.0f ms", Math.max(1, seconds * 1e3));
    }
    return String.format(Locale.ROOT, seconds < 100 ? "%.1f s" : "%,.0f s", seconds);
  }
}
