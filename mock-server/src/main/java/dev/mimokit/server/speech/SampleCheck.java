package dev.mimokit.server.speech;

/** What looking at a voice sample comes to: the sample, or why it is none. */
public sealed interface SampleCheck permits VoiceSample, BadSample {}
