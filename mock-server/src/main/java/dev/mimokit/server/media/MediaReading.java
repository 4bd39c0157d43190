package dev.mimokit.server.media;

/** What reading a media part gave. */
public sealed interface MediaReading permits MediaTokens, MediaRefusal {}
