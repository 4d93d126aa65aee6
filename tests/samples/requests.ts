/** The fixture of requests: raw, each under `### name`, with values for its holes as comments. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseRequest } from '../../src/samples/parse/parse-request.ts';
import type { RequestFinding } from '../../src/samples/parse/request-finding.ts';
import type { HttpRequest } from '../../src/samples/request/http-request.ts';
import { randomRequest } from './random-request.ts';

export interface FixtureRequest {
  name: string;
  /** As it would stand in a fence. */
  text: string;
  request: HttpRequest;
  findings: RequestFinding[];
  /** What is put into its holes before it is sent. */
  values: Map<string, string>;
}

const file = new URL('../fixtures/samples/requests.http', import.meta.url);

/** @throws where a request of the fixture cannot be read */
export function readRequests(): FixtureRequest[] {
  const blocks = readFileSync(file, 'utf8').split(/^### /m).slice(1);
  return blocks.map((block) => {
    const [name = ''] = block.split('\n', 1);
    const text = block.slice(name.length + 1).replace(/\n+$/, '\n');
    const { request, findings } = parseRequest(text);
    if (!request)
      throw new Error(`${name}: ${findings.map((finding) => finding.message).join(', ')}`);
    const values = [...text.matchAll(/^# (\S+) = (.*)$/gm)];
    return {
      name,
      text,
      request,
      findings,
      values: new Map(values.map(([, hole = '', value = '']) => [hole, value])),
    };
  });
}

/** @returns requests without holes, the same for the same seed */
export const randomRequests = (count: number, seed: number): FixtureRequest[] =>
  fc.sample(randomRequest, { numRuns: count, seed }).map((request, index) => ({
    name: `random-${index}`,
    text: JSON.stringify(request),
    request,
    findings: [],
    values: new Map(),
  }));
