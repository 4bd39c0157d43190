package dev.mimokit.server.wire;

import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Utterance;

/**
 * An answer with what its envelope says.
 *
 * @param id 32 lower-case hex digits, the same in every event
 * @param model the id the answer names
 * @param created seconds since 1970 at which the answer begins
 * @param ask what was asked: some protocols repeat parts of it
 */
public record Spoken(String id, String model, long created, Ask ask, Utterance utterance) {}
