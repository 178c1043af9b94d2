// Reads a list of jobs (JSON) from standard input, does each with a library nobody here wrote, and writes the list of results: { value } or { error }.
import { consume, measure } from './consume.mjs';
import { decrypt, encrypt } from './encryption.mjs';
import { sign, verify } from './signature.mjs';

const works = { consume, measure, decrypt, encrypt, sign, verify, write };

// Several steps, each on the text that the one before it made.
async function write({ xml, steps }) {
  for (const { work, ...options } of steps) xml = await works[work]({ ...options, xml });
  return xml;
}

async function resultOf({ work, ...options }) {
  try {
    return { value: await works[work](options) };
  } catch (error) {
    return { error: String(error.message) };
  }
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const results = [];
for (const job of JSON.parse(Buffer.concat(chunks).toString())) results.push(await resultOf(job));
process.stdout.write(JSON.stringify(results));
