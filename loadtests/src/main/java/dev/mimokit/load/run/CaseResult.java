package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;

/** A case and how an agent was judged on it. */
public record CaseResult(Case tested, Judgement judgement) {}
