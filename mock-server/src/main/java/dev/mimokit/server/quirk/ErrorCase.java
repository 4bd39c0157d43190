package dev.mimokit.server.quirk;

/** Errors whose bodies were never seen: what is sent is ASSUMED and can be changed by name. */
public enum ErrorCase {
  /** None of these: the body was observed. */
  SEEN,
  /** The body is no JSON, or no object. */
  BAD_JSON,
  /** A field that must be there is not. */
  MISSING_FIELD,
  /** A field is not of its type, or not one of its values. */
  WRONG_FIELD,
  /** A number is outside its range. */
  OUT_OF_RANGE,
  /** More than four stop sequences. */
  MANY_STOPS,
  /** {@code n} was sent; its status was seen. */
  N_SENT,
  /** A {@code response_format} the platform does not have. */
  RESPONSE_FORMAT,
  /** The prompt leaves no room in the context. */
  CONTEXT_OVERFLOW,
  /** Sound for a model that does not hear. */
  NO_AUDIO_INPUT,
  /** A film for a model that does not see. */
  NO_VIDEO_INPUT,
  /** A path that is not served; its status was seen. */
  NO_SUCH_PATH,
  /** 402: the balance is used up; only its {@code param} was never seen. */
  INSUFFICIENT_BALANCE,
  /** 500, documented only. */
  SERVER_ERROR,
  /** 503, documented only. */
  OVERLOADED
}
