package dev.mimokit.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one text from left to right, once. */
final class SloParser {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern SPACE = Pattern.compile("\\s*");

  private static final String MEASURES =
      "a measure such as p99wait, maxwait, p99e2e, 429, 429perjob, givenup or drain";

  private static final Map<String, Measure> NAMED =
      Map.of(
          "429", new Measure.RefusedShare(),
          "givenup", new Measure.GivenUpShare(),
          "429perjob", new Measure.RefusalsPerCall(),
          "maxwait", new Measure.Wait(100),
          "maxe2e", new Measure.EndToEnd(100),
          "drain", new Measure.Drain());

  /** The longer names come before those they begin with. */
  private static final List<String> NAMES =
      List.of("429perjob", "429", "givenup", "maxwait", "maxe2e", "drain");

  private static final Map<String, Double> SECONDS =
      Map.of("us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0);

  private static final List<String> TIME_UNITS = List.of("us", "ms", "min", "s", "h");

  private final String text;
  private int at;

  SloParser(String text) {
    this.text = text;
  }

  Slo slo() {
    List<Bound> bounds = new ArrayList<>();
    do {
      bounds.add(one());
      skipSpace();
    } while (take(","));
    if (at < text.length()) {
      throw expected("a comma or the end");
    }
    return new Slo(text, bounds);
  }

  private Bound one() {
    skipSpace();
    int start = at;
    Measure measure = measure();
    skipSpace();
    boolean strict = strict();
    skipSpace();
    int mostAt = at;
    double most = most(measure);
    String written = text.substring(start, at).replaceAll("\\s", "");
    if (strict ? most <= 0 : most < 0) {
      throw new SloFormatException(text, mostAt, "more than 0, since nothing is less than nothing");
    }
    return new Bound(written, measure, strict, most);
  }

  private Measure measure() {
    for (String name : NAMES) {
      if (take(name)) {
        return Optional.ofNullable(NAMED.get(name)).orElseThrow();
      }
    }
    if (take("p")) {
      return quantile();
    }
    throw expected(MEASURES);
  }

  private Measure quantile() {
    int start = at;
    double percentile = number("a percentile such as 99 or 99.9");
    if (percentile <= 0 || percentile > 100) {
      throw new SloFormatException(text, start, "a percentile above 0 and at most 100");
    }
    if (take("wait")) {
      return new Measure.Wait(percentile);
    }
    if (take("e2e")) {
      return new Measure.EndToEnd(percentile);
    }
    throw expected("wait or e2e");
  }

  private boolean strict() {
    if (take("<=")) {
      return false;
    }
    if (take("<")) {
      return true;
    }
    throw expected("< or <=");
  }

  private double most(Measure measure) {
    int start = at;
    double number = number("a number");
    if (measure.isTime()) {
      return number * seconds();
    }
    if (!measure.isShare()) {
      return number;
    }
    if (!take("%")) {
      throw expected("%");
    }
    if (number > 100) {
      throw new SloFormatException(text, start, "at most 100 %");
    }
    return number / 100;
  }

  private double seconds() {
    for (String unit : TIME_UNITS) {
      if (take(unit)) {
        return Optional.ofNullable(SECONDS.get(unit)).orElseThrow();
      }
    }
    throw expected("a unit: us, ms, s, min or h");
  }

  private double number(String what) {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw expected(what);
    }
    at = number.end();
    return Double.parseDouble(number.group());
  }

  private void skipSpace() {
    Matcher space = SPACE.matcher(text).region(at, text.length());
    at = space.lookingAt() ? space.end() : at;
  }

  private boolean take(String token) {
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private SloFormatException expected(String what) {
    return new SloFormatException(text, at, what);
  }
}
