package dev.mimokit.server.engine;

import dev.mimokit.core.time.NanoClock;

/** What the lane shares with the WireMock around it. */
record LaneParts(EngineOptions options, Gate gate, RingJournal journal, NanoClock clock) {}
