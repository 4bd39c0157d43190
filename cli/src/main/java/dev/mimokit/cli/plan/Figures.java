package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Answer;
import dev.mimokit.core.plan.Estimate;
import dev.mimokit.core.plan.Measure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of an answer that have an interval, by the names of {@code plan.json}, in order. */
final class Figures {

  private static final double PERCENT = 100;

  private Figures() {}

  static Map<String, Estimate> of(Answer answer, Optional<Cost> cost) {
    Map<String, Estimate> figures = new LinkedHashMap<>();
    figures.put("offered", answer.offered());
    figures.put("admitted", answer.admitted());
    figures.put("refused", answer.refused());
    figures.put("givenUp", answer.givenUp());
    figures.put("pending", answer.estimate(run -> run.counts().pending()));
    figures.put("cancelled", answer.estimate(run -> run.counts().cancelled()));
    figures.put("share429", answer.estimate(Measure.RefusedShare::share));
    figures.put("first429Share", answer.firstRefusedShare());
    figures.put("refusedPerCall", answer.refusedPerJob());
    figures.put("meanWaitSeconds", answer.meanWaitSeconds());
    figures.put("p50WaitSeconds", answer.waitSeconds(50));
    figures.put("p90WaitSeconds", answer.waitSeconds(90));
    figures.put("p95WaitSeconds", answer.waitSeconds(95));
    figures.put("p99WaitSeconds", answer.waitSeconds(99));
    figures.put("p999WaitSeconds", answer.waitSeconds(99.9));
    figures.put("maxWaitSeconds", answer.waitSeconds(PERCENT));
    figures.put("p50EndToEndSeconds", answer.endToEndSeconds(50));
    figures.put("p99EndToEndSeconds", answer.endToEndSeconds(99));
    figures.put("maxEndToEndSeconds", answer.endToEndSeconds(PERCENT));
    figures.put("goodput", answer.estimate(run -> run.counts().good()));
    figures.put("goodputShare", answer.goodShare());
    figures.put("peakWaiting", answer.estimate(run -> run.peaks().waiting()));
    figures.put("peakInFlight", answer.estimate(run -> run.peaks().inFlight()));
    figures.put("drainSeconds", answer.drainSeconds());
    cost.ifPresent(
        one -> figures.put("cost", answer.estimate(r -> r.counts().admitted() * one.perCall())));
    return figures;
  }
}
