/** Sends a request and reads its answer, piece by piece. */
import type { FormRequest } from '../../shared/request/build-request.ts';

export interface Answer {
  status: number;
  statusText: string;
  headers: [name: string, value: string][];
  /** Where it came from, when that is not where the request went. */
  redirected?: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds up to the last byte. */
  time: number;
  /** Why reading ended before the answer did. */
  ended?: 'stopped' | 'cut' | 'silent' | 'large';
}

export type Failure =
  | { kind: 'stopped' | 'silent' | 'policy' | 'mixed' | 'offline' | 'none' }
  | { kind: 'refused'; message: string };

/** Milliseconds without a byte after which an answer counts as none. */
export const MAX_SILENCE_MS = 30_000;
/** Bytes above which an answer would fill the tab's memory. */
export const MAX_BYTES = 64 * 1024 * 1024;

export interface SendOptions {
  signal: AbortSignal;
  credentials: RequestCredentials;
  /** What has come so far of a stream. */
  onText(text: string): void;
}

const isStream = (type: string): boolean =>
  /^text\/event-stream|^application\/(x-ndjson|jsonl|json-seq|stream\+json)/.test(type);

/** @returns the answer; a failure where there is none. Never throws. */
export async function send(
  { url, init }: FormRequest,
  { signal, credentials, onText }: SendOptions,
): Promise<Answer | Failure> {
  if (!URL.canParse(url)) return { kind: 'refused', message: url };
  if (isMixed(url)) return { kind: 'mixed' };
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), MAX_SILENCE_MS);
  const start = performance.now();
  let isRefused = false;
  const onRefusal = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    isRefused ||= effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', onRefusal);
  try {
    const response = await fetch(url, {
      ...init,
      credentials,
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    const head = headOf(response);
    const read = await readBody(response, {
      stopped: signal,
      hasByte() {
        clearTimeout(timer);
        if (!isStream(head.type)) timer = setTimeout(() => silence.abort(), MAX_SILENCE_MS);
      },
      onText: isStream(head.type) ? onText : undefined,
    });
    return { ...head, ...read, time: performance.now() - start };
  } catch (error) {
    // The event of a refusal comes after the promise.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return { kind: 'stopped' };
    if (silence.signal.aborted) return { kind: 'silent' };
    if (isRefused) return { kind: 'policy' };
    if (isUnsendable(init.method)) return { kind: 'refused', message: String(error) };
    return { kind: navigator.onLine ? 'none' : 'offline' };
  } finally {
    clearTimeout(timer);
    document.removeEventListener('securitypolicyviolation', onRefusal);
  }
}

const isUnsendable = (method: string): boolean => /^(TRACE|TRACK|CONNECT)$/i.test(method);

/** A page over TLS reaches no server without it, but on the reader's own computer. */
const isMixed = (url: string): boolean =>
  location.protocol === 'https:' && /^http:\/\/(?!localhost\b|127\.|\[::1\])/i.test(url);

function headOf(response: Response): Omit<Answer, 'bytes' | 'time'> {
  const { status, statusText, redirected, url, headers } = response;
  const type = (headers.get('content-type') ?? '').toLowerCase();
  return {
    status,
    statusText,
    headers: [...headers],
    type,
    ...(redirected && { redirected: url }),
  };
}

interface ReadOptions {
  stopped: AbortSignal;
  hasByte(): void;
  onText: ((text: string) => void) | undefined;
}

async function readBody(
  { body }: Response,
  { stopped, hasByte, onText }: ReadOptions,
): Promise<Pick<Answer, 'bytes' | 'ended'>> {
  const chunks: BlobPart[] = [];
  const decoder = new TextDecoder();
  let size = 0;
  let ended: Answer['ended'];
  const reader = body?.getReader();
  try {
    while (reader) {
      const { done, value } = await reader.read();
      hasByte();
      if (done) break;
      chunks.push(value as BlobPart);
      size += value.length;
      onText?.(decoder.decode(value, { stream: true }));
      if (size > MAX_BYTES) {
        ended = 'large';
        await reader.cancel();
        break;
      }
    }
  } catch (error) {
    const isAborted = (error as Error).name === 'AbortError';
    ended = stopped.aborted ? 'stopped' : isAborted ? 'silent' : 'cut';
  }
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  return { bytes, ...(ended && { ended }) };
}
