/** Two processes that run the calls of all test files of `npm run site`: they ask for one by HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Caller } from './caller.ts';
import type { Call, Said } from './message.ts';

/** Told to the processes of the test files, which inherit it. */
const PLACE = 'PHYLLITE_TEST_CALLERS';

/** Starts them for all test files that are started after it. @returns what ends them */
export async function shareCallers(): Promise<() => void> {
  const callers = [new Caller(), new Caller()];
  const server = createServer(async (request, response) => {
    response.setHeader('connection', 'close');
    try {
      const call = (await json(request)) as Call;
      const [free] = callers.toSorted((a, b) => a.pending - b.pending);
      response.end(JSON.stringify(await free!.call(call)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env[PLACE] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return () => {
    server.close();
    server.closeAllConnections();
    for (const caller of callers) caller.close();
  };
}

/** What a call says in one of them; nothing where there are none. */
export function ask(call: Call): Promise<Said> | undefined {
  const place = process.env[PLACE];
  return place === undefined ? undefined : answerOf(place, call);
}

async function answerOf(place: string, call: Call): Promise<Said> {
  const answer = await fetch(place, { method: 'POST', body: JSON.stringify(call) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Said;
}
