// What every script needs to know about the mock, and the things that are sent to it.

/** Where the mock listens, without a protocol's path. */
export const MOCK = process.env.MIMOKIT_URL ?? 'http://127.0.0.1:8080';

/** Each script is an account of its own, so that the limits of one do not reach the others. */
export const key = (account) => `sk-${account}.node`;

/** A picture of one pixel. */
export const PIXEL =
  'data:image/png;base64,' +
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** The schema of the one tool. */
export const WEATHER = {
  type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 1, maximum: 7 } },
  required: ['city', 'days'],
};

/** Samples of a WAV file: 16 bit, mono, 24 kHz. */
export function samplesOf(wav) {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('not a WAV file');
  }
  for (let at = 12; at + 8 <= wav.length; at += 8 + wav.readUInt32LE(at + 4)) {
    if (wav.toString('latin1', at, at + 4) === 'data') {
      return wav.readUInt32LE(at + 4) / 2;
    }
  }
  throw new Error('a WAV file without data');
}
