package dev.mimokit.report.read;

/** One cell of the matrix: a case run with an agent. */
public record CaseKey(String agent, String caseId) {}
