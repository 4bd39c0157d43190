// The openai package, unmodified, against the mock.
import assert from 'node:assert/strict';
import test from 'node:test';
import OpenAI from 'openai';
import { MOCK, PIXEL, WEATHER, key, samplesOf } from './mock.mjs';

const client = new OpenAI({ baseURL: `${MOCK}/v1`, apiKey: key('node-openai'), maxRetries: 0 });
const PRO = 'mimo-v2.5-pro';
const hello = [{ role: 'user', content: 'Say hello.' }];
const weather = { type: 'function', function: { name: 'get_weather', parameters: WEATHER } };

test('plain', async () => {
  const answer = await client.chat.completions.create({ model: PRO, messages: hello });

  assert.equal(answer.choices[0].finish_reason, 'stop');
  assert.ok(answer.choices[0].message.content.length > 0);
  assert.equal(
    answer.usage.total_tokens,
    answer.usage.prompt_tokens + answer.usage.completion_tokens,
  );
});

test('streamed', async () => {
  const stream = client.chat.completions.stream({ model: PRO, messages: hello });
  const answer = await stream.finalChatCompletion();
  const plain = await client.chat.completions.create({ model: PRO, messages: hello });

  assert.equal(answer.choices[0].message.content, plain.choices[0].message.content);
  assert.equal(answer.usage.completion_tokens, plain.usage.completion_tokens);
});

test('thinking', async () => {
  const off = await client.chat.completions.create({
    model: PRO,
    messages: hello,
    thinking: { type: 'disabled' },
  });
  const on = await client.chat.completions.create({ model: PRO, messages: hello });

  assert.equal(off.choices[0].message.reasoning_content, undefined);
  assert.ok(on.choices[0].message.reasoning_content.length > 0);
  assert.ok(on.usage.completion_tokens_details.reasoning_tokens > 0);
});

test('tool call round trip', async () => {
  const messages = [{ role: 'user', content: 'What is the weather in "Paris" for 3 days?' }];
  const asked = await client.chat.completions.create({ model: PRO, messages, tools: [weather] });
  const turn = asked.choices[0].message;
  const call = turn.tool_calls[0];
  const given = JSON.parse(call.function.arguments);
  const told = await client.chat.completions.create({
    model: PRO,
    messages: [...messages, turn, { role: 'tool', tool_call_id: call.id, content: 'Sunny.' }],
    tools: [weather],
  });

  assert.equal(asked.choices[0].finish_reason, 'tool_calls');
  assert.equal(call.function.name, 'get_weather');
  assert.equal(typeof given.city, 'string');
  assert.ok(given.days >= 1 && given.days <= 7);
  assert.equal(told.choices[0].finish_reason, 'stop');
  assert.ok(told.choices[0].message.content.length > 0);
});

test('streamed tool call', async () => {
  const stream = client.chat.completions.stream({
    model: PRO,
    messages: [{ role: 'user', content: 'What is the weather?' }],
    tools: [weather],
  });
  const call = (await stream.finalChatCompletion()).choices[0].message.tool_calls[0];

  assert.equal(typeof JSON.parse(call.function.arguments).city, 'string');
});

test('JSON', async () => {
  const answer = await client.chat.completions.create({
    model: PRO,
    messages: [{ role: 'user', content: 'Answer in JSON with the keys name and age.' }],
    response_format: { type: 'json_object' },
  });
  const value = JSON.parse(answer.choices[0].message.content);

  assert.deepEqual(Object.keys(value).sort(), ['age', 'name']);
});

test('image', async () => {
  const content = [
    { type: 'text', text: 'What is this?' },
    { type: 'image_url', image_url: { url: PIXEL } },
  ];
  const messages = [{ role: 'user', content }];
  const seen = await client.chat.completions.create({ model: 'mimo-v2.5', messages });

  assert.ok(seen.usage.prompt_tokens_details.image_tokens > 0);
  await assert.rejects(client.chat.completions.create({ model: PRO, messages }), (error) => {
    assert.equal(error.status, 404);
    return true;
  });
});

test('speech', async () => {
  const answer = await client.chat.completions.create({
    model: 'mimo-v2.5-tts',
    messages: [{ role: 'assistant', content: 'The lantern is lit, and the river is calm.' }],
    audio: { format: 'wav', voice: 'Mia' },
  });
  const wav = Buffer.from(answer.choices[0].message.audio.data, 'base64');

  assert.ok(samplesOf(wav) > 24_000);
});

test('an error keeps its status and code', async () => {
  await assert.rejects(
    client.chat.completions.create({ model: 'gpt-4o', messages: hello }),
    (error) => {
      assert.equal(error.status, 400);
      assert.equal(error.code, '400');
      assert.equal(error.param, 'Not supported model gpt-4o');
      return true;
    },
  );
});
