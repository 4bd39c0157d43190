// Vercel's ai package with its OpenAI-compatible provider, unmodified, against the mock.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai';
import { MOCK, PIXEL, WEATHER, key } from './mock.mjs';

const mimo = createOpenAICompatible({
  name: 'mimo',
  baseURL: `${MOCK}/v1`,
  apiKey: key('node-vercel'),
  includeUsage: true,
});
const model = mimo('mimo-v2.5-pro');
const prompt = 'Say hello.';

test('plain', async () => {
  const answer = await generateText({ model, prompt, maxRetries: 0 });

  assert.equal(answer.finishReason, 'stop');
  assert.ok(answer.text.length > 0);
  assert.ok(answer.usage.outputTokens > 0);
});

test('streamed', async () => {
  const stream = streamText({ model, prompt, maxRetries: 0 });
  const plain = await generateText({ model, prompt, maxRetries: 0 });

  assert.equal(await stream.text, plain.text);
  assert.equal((await stream.usage).outputTokens, plain.usage.outputTokens);
});

test('thinking', async () => {
  const on = await generateText({ model, prompt, maxRetries: 0 });
  const off = await generateText({
    model,
    prompt,
    maxRetries: 0,
    providerOptions: { mimo: { thinking: { type: 'disabled' } } },
  });

  assert.ok(on.reasoningText.length > 0);
  assert.equal(off.reasoningText, undefined);
});

test('tool call round trip', async () => {
  const seen = [];
  const weather = tool({
    description: 'Tells the weather.',
    inputSchema: jsonSchema(WEATHER),
    execute: async (input) => {
      seen.push(input);
      return 'Sunny.';
    },
  });
  const answer = await generateText({
    model,
    maxRetries: 0,
    prompt: 'What is the weather in "Paris" for 3 days?',
    tools: { get_weather: weather },
    stopWhen: stepCountIs(3),
  });

  assert.equal(seen.length, 1);
  assert.equal(typeof seen[0].city, 'string');
  assert.equal(answer.steps.length, 2);
  assert.ok(answer.text.length > 0);
});

test('streamed tool call', async () => {
  const stream = streamText({
    model,
    maxRetries: 0,
    prompt: 'What is the weather?',
    tools: { get_weather: tool({ inputSchema: jsonSchema(WEATHER) }) },
  });
  const [call] = await stream.toolCalls;

  assert.equal(call.toolName, 'get_weather');
  assert.equal(typeof call.input.city, 'string');
  assert.ok(call.input.days >= 1 && call.input.days <= 7);
});

test('JSON', async () => {
  const answer = await generateText({
    model,
    maxRetries: 0,
    prompt: 'Answer in JSON with the keys name and age.',
    providerOptions: { mimo: { response_format: { type: 'json_object' } } },
  });

  assert.deepEqual(Object.keys(JSON.parse(answer.text)).sort(), ['age', 'name']);
});

test('image', async () => {
  const answer = await generateText({
    model: mimo('mimo-v2.5'),
    maxRetries: 0,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'image', image: PIXEL },
        ],
      },
    ],
  });

  assert.ok(answer.text.length > 0);
});
