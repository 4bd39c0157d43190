package dev.mimokit.report.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.report.figure.Shown;
import java.util.Locale;

/**
 * Requests admitted a minute as a stepped line under the limit.
 *
 * @param path SVG path data within {@value #WIDTH} by {@value #HEIGHT}
 * @param limitY where the limit lies
 */
public record UseView(
    String title, String description, String path, String limitY, String limit, String most) {

  /** Of the drawing. */
  public static final int WIDTH = 960;

  /** Of the drawing. */
  public static final int HEIGHT = 120;

  private static final double LEFT = 72;
  private static final double RIGHT = 800;
  private static final double TOP = 14;
  private static final double BOTTOM = 108;

  static UseView of(JsonNode answer) {
    JsonNode minutes = answer.path("minutes");
    JsonNode requests = minutes.path("requests");
    double limit = minutes.path("requestLimit").asDouble();
    double most = 1;
    for (JsonNode value : requests) {
      most = Math.max(most, value.asDouble());
    }
    double top = limit > 20 * most ? most : Math.max(limit, most);
    String title = answer.path("window").asText() + ", " + answer.path("quotaUnits").asText();
    return new UseView(
        title,
        String.format(
            Locale.ROOT,
            "Requests admitted in each of %d spans of %d min, at most %,.0f, limit %,.0f",
            requests.size(),
            minutes.path("minutesPerPoint").asInt(),
            most,
            limit),
        path(requests, top),
        Shown.rounded(y(Math.min(limit, top), top), 1),
        String.format(Locale.ROOT, "%,.0f", limit),
        String.format(Locale.ROOT, "%,.0f", most));
  }

  private static String path(JsonNode requests, double top) {
    StringBuilder path = new StringBuilder();
    double step = (RIGHT - LEFT) / Math.max(1, requests.size());
    for (int i = 0; i < requests.size(); i++) {
      String y = Shown.rounded(y(requests.get(i).asDouble(), top), 1);
      path.append(i == 0 ? "M" : "L")
          .append(Shown.rounded(LEFT + i * step, 1))
          .append(' ')
          .append(y)
          .append('L')
          .append(Shown.rounded(LEFT + (i + 1) * step, 1))
          .append(' ')
          .append(y);
    }
    return path.toString();
  }

  private static double y(double value, double top) {
    return BOTTOM - (BOTTOM - TOP) * value / top;
  }
}
