package dev.mimokit.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays one call out in a band of a timeline.
 *
 * @param room how many marks it may have, about
 */
record LaneLayout(Axis axis, double top, double band, double room) {

  private static final double CLOSE = 5;
  private static final double ROOMY_BAND = 30;
  private static final double VISIBLE = 3;
  private static final double TEXT_OFFSET = 14;
  private static final int LABEL_LENGTH = 17;

  Timeline.Lane lane(Track track) {
    List<Cluster> clusters = clusters(track.sent());
    List<Timeline.Span> waits = new ArrayList<>();
    List<Timeline.Span> ignored = new ArrayList<>();
    List<Timeline.Mark> marks = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      Sent last = clusters.get(i).last();
      double next =
          i + 1 < clusters.size() ? clusters.get(i + 1).first().at() : Double.POSITIVE_INFINITY;
      if (last.asks()) {
        wait(last, next).ifPresent(waits::add);
        ignored(last, next).ifPresent(ignored::add);
      }
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
        // What was ignored lies upon the waits of later refusals.
        Stream.concat(waits.stream(), ignored.stream()).toList(),
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

  private Optional<Timeline.Span> wait(Sent refused, double next) {
    String title =
        "refused at %s s, asked to wait %s s"
            .formatted(Shown.seconds(refused.end()), Shown.shortSeconds(refused.asked()));
    return span(refused.end(), Math.min(refused.due(), next), false, title);
  }

  private Optional<Timeline.Span> ignored(Sent refused, double next) {
    String title = Shown.seconds(refused.due() - next) + " s of the wait asked for were ignored";
    return span(next, refused.due(), true, title);
  }

  private Optional<Timeline.Span> span(double from, double to, boolean ignored, String title) {
    double x = axis.at(from);
    double width = axis.at(to) - x;
    return from < to && width > 0.5
        ? Optional.of(new Timeline.Span(Shown.at(x), Shown.at(width), ignored, title))
        : Optional.empty();
  }

  private Timeline.Mark mark(Cluster cluster, double next) {
    double x = axis.at(cluster.first().at());
    double end = axis.at(cluster.last().end());
    double space = roomy() ? axis.at(next) - x - TEXT_OFFSET - CLOSE : 0;
    return new Timeline.Mark(
        Shown.at(x),
        cluster.worst().symbol(),
        cluster.mostEarly() > 0,
        title(cluster),
        note(cluster, space),
        Shown.at(x + TEXT_OFFSET),
        end - x > VISIBLE ? Shown.at(end) : "");
  }

  /** As much as there is space for, the most telling first. */
  private static String note(Cluster cluster, double space) {
    List<String> parts = new ArrayList<>();
    if (cluster.mostEarly() > 0) {
      parts.add(Shown.rounded(cluster.mostEarly(), 1) + " s early");
    }
    if (cluster.sent().size() > 1) {
      parts.add(cluster.sent().size() + " attempts");
    }
    if (cluster.last().asks()) {
      parts.add("asks " + Shown.shortSeconds(cluster.last().asked()) + " s");
    }
    while (!parts.isEmpty() && TimelineFigure.textWidth(String.join(", ", parts)) > space) {
      parts.remove(parts.size() - 1);
    }
    return String.join(", ", parts);
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
