package dev.mimokit.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lays one call out in a band of a timeline.
 *
 * @param room how many marks it may have, about
 */
record LaneLayout(Axis axis, double top, double band, double room) {

  private static final double CLOSE = 5;
  private static final double ROOMY_BAND = 30;
  private static final double VISIBLE = 3;
  private static final int LABEL_LENGTH = 17;

  Timeline.Lane lane(Track track) {
    List<Cluster> clusters = clusters(track.sent());
    List<Timeline.Span> spans = new ArrayList<>();
    List<Timeline.Mark> marks = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      double next =
          i + 1 < clusters.size() ? clusters.get(i + 1).first().at() : Double.POSITIVE_INFINITY;
      addSpans(spans, clusters.get(i).last(), next);
      marks.add(mark(clusters.get(i), next));
    }
    double middle = top + band / 2;
    return new Timeline.Lane(
        Shown.shortened(track.name(), LABEL_LENGTH),
        track.name(),
        Shown.at(top + (roomy() ? 5 : 2)),
        Shown.at(band - (roomy() ? 10 : 4)),
        Shown.at(middle),
        Shown.at(middle + 4),
        track.told(),
        track.answer(),
        track.lost(),
        spans,
        marks);
  }

  private boolean roomy() {
    return band >= ROOMY_BAND;
  }

  /** Attempts of one call that are too close to be told apart. */
  private record Cluster(List<Sent> sent) {

    Sent first() {
      return sent.get(0);
    }

    Sent last() {
      return sent.get(sent.size() - 1);
    }

    double mostEarly() {
      return sent.stream().mapToDouble(Sent::earlyBy).max().orElse(0);
    }

    Answer worst() {
      return sent.stream().map(Sent::answer).max(Answer::compareTo).orElse(Answer.UNANSWERED);
    }
  }

  private List<Cluster> clusters(List<Sent> sent) {
    double close = Math.max(CLOSE, axis.length() / Math.max(1, room));
    if (sent.size() <= room) {
      close = CLOSE;
    }
    List<Cluster> clusters = new ArrayList<>();
    for (Sent next : sent) {
      boolean joins =
          !clusters.isEmpty()
              && axis.at(next.at()) - axis.at(clusters.get(clusters.size() - 1).first().at())
                  < close;
      if (!joins) {
        clusters.add(new Cluster(new ArrayList<>()));
      }
      clusters.get(clusters.size() - 1).sent().add(next);
    }
    return clusters;
  }

  private void addSpans(List<Timeline.Span> spans, Sent refused, double next) {
    if (!refused.asks()) {
      return;
    }
    double waited = Math.min(refused.due(), next);
    String asked = "asked to wait " + Shown.shortSeconds(refused.asked()) + " s";
    String title = "refused at %s s, %s".formatted(Shown.seconds(refused.end()), asked);
    addSpan(spans, refused.end(), waited, false, title, asked);
    if (next < refused.due()) {
      String rest = Shown.seconds(refused.due() - next) + " s of the wait asked for were ignored";
      addSpan(spans, next, refused.due(), true, rest, "");
    }
  }

  private void addSpan(
      List<Timeline.Span> spans,
      double from,
      double to,
      boolean ignored,
      String title,
      String text) {
    double x = axis.at(from);
    double width = axis.at(to) - x;
    if (width > 0.5) {
      boolean fits = roomy() && TimelineFigure.textWidth(text) + 24 < width;
      spans.add(
          new Timeline.Span(
              Shown.at(x), Shown.at(width), ignored, title, fits ? text : "", Shown.at(x + 14)));
    }
  }

  private Timeline.Mark mark(Cluster cluster, double next) {
    double x = axis.at(cluster.first().at());
    double end = axis.at(cluster.last().end());
    String note = note(cluster);
    boolean fits = roomy() && x + 14 + TimelineFigure.textWidth(note) < axis.at(next) - 6;
    boolean labelled = cluster.last().asks() && !cluster.last().early();
    return new Timeline.Mark(
        Shown.at(x),
        cluster.worst().symbol(),
        cluster.mostEarly() > 0,
        title(cluster),
        fits && !labelled ? note : "",
        Shown.at(x + 14),
        end - x > VISIBLE ? Shown.at(end) : "");
  }

  private static String note(Cluster cluster) {
    String many = cluster.sent().size() > 1 ? cluster.sent().size() + " attempts" : "";
    String early =
        cluster.mostEarly() > 0 ? Shown.shortSeconds(cluster.mostEarly()) + " s early" : "";
    return many + (many.isEmpty() || early.isEmpty() ? "" : ", up to ") + early;
  }

  private static String title(Cluster cluster) {
    Sent first = cluster.first();
    String early =
        cluster.mostEarly() > 0
            ? ", %s s before it was asked to".formatted(Shown.seconds(cluster.mostEarly()))
            : "";
    return cluster.sent().size() == 1
        ? "%s s: %s%s".formatted(Shown.seconds(first.at()), status(first.status()), early)
        : "%d attempts from %s s to %s s: %s%s"
            .formatted(
                cluster.sent().size(),
                Shown.seconds(first.at()),
                Shown.seconds(cluster.last().at()),
                statuses(cluster),
                early);
  }

  private static String statuses(Cluster cluster) {
    return cluster.sent().stream()
        .collect(Collectors.groupingBy(Sent::status, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .limit(6)
        .map(counted -> counted.getValue() + " × " + status(counted.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String status(int status) {
    return status == 0 ? "unanswered" : Integer.toString(status);
  }
}
