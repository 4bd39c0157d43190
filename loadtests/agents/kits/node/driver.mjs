// A driver for `mimokit gate --client 'node driver.mjs'`: put your client into ask().
import { createInterface } from 'node:readline';

/** Makes one call with your client, hands its text to append, and throws what it throws. */
async function ask(call, append) {
  const response = await fetch(`${call.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${call.apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      model: call.model,
      stream: call.stream,
      messages: [{ role: 'user', content: call.prompt }],
    }),
    signal: AbortSignal.timeout(call.deadlineMs),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw Object.assign(new Error(response.statusText), { response });
  }
  if (!call.stream) {
    append((await response.json()).choices[0].message.content);
    return;
  }
  let rest = '';
  for await (const bytes of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + bytes).split('\n');
    rest = lines.pop();
    for (const line of lines.filter((each) => each.startsWith('data:'))) {
      const data = line.slice(5).trim();
      if (data === '[DONE]') {
        return;
      }
      append(JSON.parse(data).choices[0]?.delta?.content ?? '');
    }
  }
  throw new Error('the stream ended without [DONE]');
}

async function serve(call) {
  const start = performance.now();
  const told = { job: call.job, ok: true, status: 200, errorClass: '', retryAfter: null, text: '' };
  try {
    await ask(call, (piece) => (told.text += piece));
  } catch (error) {
    const asked = Number.parseFloat(error.response?.headers.get('retry-after'));
    told.ok = false;
    told.status = error.response?.status ?? 0;
    told.errorClass = error.constructor.name;
    told.retryAfter = Number.isNaN(asked) ? null : asked;
  }
  told.partial = !told.ok && told.text !== '';
  told.ms = Math.round(performance.now() - start);
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

createInterface({ input: process.stdin }).on('line', (line) => serve(JSON.parse(line)));
