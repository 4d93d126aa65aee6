/** What is said of a request that got no answer: the likely cause, and what would mend it. */
import type { FetchArguments } from '../../../shared/request/fetch-arguments.ts';
import { element, textFrame } from '../element.ts';
import { type Failure, MAX_SILENCE_MS } from '../send.ts';
import { isLocal } from '../servers.ts';
import type { Say } from '../words.ts';

export function failureView(failure: Failure, request: FetchArguments, say: Say): HTMLElement[] {
  const origin = URL.canParse(request.url) ? new URL(request.url).origin : request.url;
  const line = (text: string): HTMLElement => element('p', {}, text);
  const title = element('p', { class: 'try-failure' }, say(titleOf(failure)));
  switch (failure.kind) {
    case 'stopped':
      return [title];
    case 'silent':
      return [title, line(say('cause_silent', MAX_SILENCE_MS / 1000))];
    case 'mixed':
      return [title, line(say('cause_mixed', origin))];
    case 'policy':
      return [title, line(say('cause_policy', origin))];
    case 'offline':
      return [title, line(say('cause_offline'))];
    case 'refused':
      return [title, line(failure.message)];
    case 'none': {
      // The page's own server needs to allow nothing.
      if (origin === location.origin) return [title, line(say('cause_offline'))];
      return [
        title,
        line(say('cause_cors')),
        textFrame('CORS', element('pre', {}, corsHeaders(request))),
        ...(isLocal(request.url) ? [line(say('local'))] : []),
      ];
    }
  }
}

const titleOf = ({ kind }: Failure): string => (kind === 'stopped' ? 'ended_stopped' : 'failed');

/** Types and headers that need no question beforehand (Fetch, 2.2.2). */
const simpleTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;
const simpleHeaders = /^(accept|accept-language|content-language)$/i;

function corsHeaders({ init: { method, headers } }: FetchArguments): string {
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
