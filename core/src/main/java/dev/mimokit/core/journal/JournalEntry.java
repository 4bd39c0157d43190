package dev.mimokit.core.journal;

/** A line of a run's {@code journal.jsonl}: an event, and which agent and case it belongs to. */
public record JournalEntry(String agent, String caseId, JournalEvent event) {}
