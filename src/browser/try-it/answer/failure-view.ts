/** What is said of a request that got no answer: the likely cause, and what would mend it. */
import type { FormRequest } from '../../../shared/request/build-request.ts';
import { element, textFrame } from '../element.ts';
import { type Failure, MAX_SILENCE_MS } from '../send.ts';
import { isLocal, originOf } from '../servers.ts';
import type { Say } from '../words.ts';

export function failureView(failure: Failure, request: FormRequest, say: Say): HTMLElement[] {
  const { kind } = failure;
  const origin = originOf(request.url);
  const line = (text: string): HTMLElement => element('p', {}, text);
  const title = (key: string): HTMLElement => element('p', { class: 'try-failure' }, say(key));
  if (kind === 'stopped') return [title('ended_stopped')];
  if (kind === 'refused') return [title('failed'), line(failure.message)];
  // The page's own server needs to allow nothing.
  const isCors = kind === 'none' && origin !== location.origin;
  const cause = isCors ? 'cors' : kind === 'none' ? 'offline' : kind;
  return [
    title('failed'),
    line(say(`cause_${cause}`, kind === 'silent' ? MAX_SILENCE_MS / 1000 : origin)),
    ...(isCors ? [textFrame('CORS', element('pre', {}, corsHeaders(request)))] : []),
    ...(isCors && isLocal(origin) ? [line(say('local'))] : []),
  ];
}

/** Types and headers that need no question beforehand (Fetch, 2.2.2). */
const simpleTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;
const simpleHeaders = /^(accept|accept-language|content-language)$/i;

function corsHeaders({ init: { method, headers } }: FormRequest): string {
  const asked = headers
    .filter(
      ([name, value]) =>
        !simpleHeaders.test(name) && !(/^content-type$/i.test(name) && simpleTypes.test(value)),
    )
    .map(([name]) => name);
  return [
    `Access-Control-Allow-Origin: ${location.origin}`,
    ...(asked.length ? [`Access-Control-Allow-Headers: ${asked.join(', ')}`] : []),
    ...(/^(GET|HEAD|POST)$/.test(method) ? [] : [`Access-Control-Allow-Methods: ${method}`]),
  ].join('\n');
}
