// The driver's side of the protocol: a call a line comes in, an answer a line goes out, in any order.
import { createInterface } from 'node:readline';

/** Whether the program was asked for the recommended settings. */
export const recommended = process.argv[2] === 'recommended';

/** Recommended retries, within the ten attempts that case 3.3 allows. */
export const RETRIES = 8;

/** The Anthropic protocol has its address beside /v1. */
export const anthropicUrl = (baseUrl) => baseUrl.replace(/\/v1$/, '/anthropic');

const perAccount = new Map();

/** One client object per address and key, made by the first call of its account. */
export function client(call, make) {
  const account = `${call.baseUrl} ${call.apiKey}`;
  if (!perAccount.has(account)) {
    perAccount.set(account, make(call));
  }
  return perAccount.get(account);
}

/** The error that knows a status: the last of the errors a retry gathered, or the cause. */
function root(error) {
  const next = error?.lastError ?? error?.cause;
  return statusOf(error) || !next ? error : root(next);
}

const statusOf = (error) => error?.status ?? error?.statusCode;

function retryAfter(error) {
  const headers = error?.headers ?? error?.responseHeaders;
  const value = headers?.get?.('retry-after') ?? headers?.['retry-after'];
  return Number.isFinite(Number.parseFloat(value)) ? Number.parseFloat(value) : null;
}

/** Aborted when the caller cancels, whose call has ended then, whatever the client still does. */
function cancellation(call) {
  const controller = new AbortController();
  const cancelled = new Promise((_, reject) => {
    if (call.cancelMs > 0) {
      setTimeout(() => {
        controller.abort();
        reject(new Cancelled());
      }, call.cancelMs);
    }
  });
  return { signal: controller.signal, cancelled };
}

class Cancelled extends Error {}

async function answer(call, send) {
  const start = performance.now();
  let text = '';
  const told = { ok: true, errorClass: '', status: 200, retryAfter: null };
  const { signal, cancelled } = cancellation(call);
  try {
    await Promise.race([send(call, (piece) => (text += piece), signal), cancelled]);
  } catch (error) {
    told.ok = false;
    told.errorClass = error instanceof Cancelled ? 'CANCELLED' : (error?.constructor?.name ?? typeof error);
    told.status = statusOf(root(error)) ?? 0;
    told.retryAfter = retryAfter(root(error));
  }
  const ms = Math.round(performance.now() - start);
  const line = { job: call.job, ...told, text, partial: !told.ok && text !== '', ms };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Serves calls by `send(call, append, signal)`, which hands text out as it comes and throws what its client throws. */
export function serve(send) {
  if (process.argv.length > 3 || (process.argv[2] && !recommended)) {
    console.error(`expected no argument or recommended, found: ${process.argv.slice(2).join(' ')}`);
    process.exit(2);
  }
  // What a client still throws after its call was cancelled reaches nobody.
  process.on('unhandledRejection', () => {});
  createInterface({ input: process.stdin }).on('line', (line) => answer(JSON.parse(line), send));
}
