/**
 * A process of its own that holds live streams open, as so many browsers would, and notes when each message came:
 * `node bench/live-streams.mjs URL COOKIE STREAMS FILE`. Says `open` once every stream has its first message; on a line
 * of its input writes FILE, `{ streams: [[[position, time], …], …] }` with times in milliseconds since 1970, and ends.
 */
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

const [url = '', cookie = '', count = '0', file = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const streams = Array.from({ length: Number(count) }, () => []);
let silent = streams.length;

function open(messages) {
  get(url, { agent, headers: { cookie, accept: 'text/event-stream' } }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`a stream was answered with ${answer.statusCode}`);
    answer.setEncoding('utf8');
    let rest = '';
    answer.on('data', (text) => {
      const now = performance.timeOrigin + performance.now();
      const events = (rest + text).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const id = /^id: ?(\d+)$/m.exec(event)?.[1];
        if (id === undefined) continue;
        if (messages.length === 0 && --silent === 0) process.stdout.write('open\n');
        messages.push([Number(id), now]);
      }
    });
  }).on('error', (error) => {
    throw error;
  });
}

for (const messages of streams) open(messages);
process.stdin.once('data', () => {
  writeFileSync(file, JSON.stringify({ streams }));
  process.exit(0);
});
