// The @anthropic-ai/sdk package, unmodified, against the mock.
import assert from 'node:assert/strict';
import test from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { MOCK, PIXEL, WEATHER, key } from './mock.mjs';

const client = new Anthropic({
  baseURL: `${MOCK}/anthropic`,
  apiKey: key('node-anthropic'),
  maxRetries: 0,
});
const PRO = 'mimo-v2.5-pro';
const hello = [{ role: 'user', content: 'Say hello.' }];
const most = 4096;
const weather = { name: 'get_weather', input_schema: WEATHER };
const kinds = (answer) => answer.content.map((block) => block.type);
const text = (answer) => answer.content.find((block) => block.type === 'text').text;

test('plain', async () => {
  const answer = await client.messages.create({ model: PRO, max_tokens: most, messages: hello });

  assert.equal(answer.stop_reason, 'end_turn');
  assert.ok(text(answer).length > 0);
  assert.ok(answer.usage.input_tokens > 0 && answer.usage.output_tokens > 0);
});

test('streamed', async () => {
  const request = { model: PRO, max_tokens: most, messages: hello };
  const answer = await client.messages.stream(request).finalMessage();
  const plain = await client.messages.create(request);

  assert.deepEqual(kinds(answer), kinds(plain));
  assert.equal(text(answer), text(plain));
  assert.equal(answer.usage.output_tokens, plain.usage.output_tokens);
});

test('thinking', async () => {
  const request = { model: PRO, max_tokens: most, messages: hello };
  const on = await client.messages.create(request);
  const off = await client.messages.create({ ...request, thinking: { type: 'disabled' } });

  assert.ok(kinds(on).includes('thinking'));
  assert.ok(!kinds(off).includes('thinking'));
});

test('tool call round trip', async () => {
  const messages = [{ role: 'user', content: 'What is the weather in "Paris" for 3 days?' }];
  const request = { model: PRO, max_tokens: most, tools: [weather] };
  const asked = await client.messages.create({ ...request, messages });
  const call = asked.content.find((block) => block.type === 'tool_use');
  const told = await client.messages.create({
    ...request,
    messages: [
      ...messages,
      { role: 'assistant', content: asked.content },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: call.id, content: 'Sunny.' }],
      },
    ],
  });

  assert.equal(asked.stop_reason, 'tool_use');
  assert.equal(typeof call.input.city, 'string');
  assert.equal(told.stop_reason, 'end_turn');
});

test('streamed tool call', async () => {
  const stream = client.messages.stream({
    model: PRO,
    max_tokens: most,
    tools: [weather],
    messages: [{ role: 'user', content: 'What is the weather?' }],
  });
  const call = (await stream.finalMessage()).content.find((block) => block.type === 'tool_use');

  assert.equal(typeof call.input.city, 'string');
});

test('image', async () => {
  const source = { type: 'base64', media_type: 'image/png', data: PIXEL.split(',')[1] };
  const answer = await client.messages.create({
    model: 'mimo-v2.5',
    max_tokens: most,
    messages: [
      { role: 'user', content: [{ type: 'image', source }, { type: 'text', text: 'What is it?' }] },
    ],
  });

  assert.ok(text(answer).length > 0);
});

test('an error keeps its status', async () => {
  await assert.rejects(
    client.messages.create({ model: 'gpt-4o', max_tokens: most, messages: hello }),
    (error) => {
      assert.equal(error.status, 400);
      return true;
    },
  );
});
