/** What came of a request, and the request itself: loaded when the first one is sent. */
import type { FetchArguments } from '../../../shared/request/fetch-arguments.ts';
import { answerView, folded } from './answer-view.ts';
import { addStyles, textFrame } from '../element.ts';
import { failureView } from './failure-view.ts';
import { requestText } from './request-text.ts';
import type { Answer, Failure } from '../send.ts';
import href from './try-it-answer.css?url';
import type { Say } from '../words.ts';

export { curlOf } from './curl.ts';

/** Settles when answers can be shown. */
export const styled = addStyles(href);

export function resultOf(
  answer: Answer | Failure,
  request: FetchArguments,
  say: Say,
): HTMLElement[] {
  const sent = folded(say('request'), textFrame(say('request'), requestText(request)));
  const shown = 'status' in answer ? answerView(answer, say) : failureView(answer, request, say);
  return [...shown, sent];
}
