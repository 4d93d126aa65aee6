/** What opens below an endpoint: a form, and what comes of sending it. Loaded on first use. */
import type { TryItOperation, TryItPage } from '../../shared/request/try-it.ts';
import answerStyles from './answer/try-it-answer.css?url';
import { answerView, folded } from './answer/answer-view.ts';
import { curlOf } from './answer/curl.ts';
import { failureView } from './answer/failure-view.ts';
import { requestText } from './answer/request-text.ts';
import { Credentials } from './credentials.ts';
import { action, addStyles, element, textFrame } from './element.ts';
import { follower } from './follow.ts';
import { requestForm, type RequestForm } from './form.ts';
import { send } from './send.ts';
import formStyles from './try-it.css?url';
import { type Say, sayIn } from './words.ts';

/** Opens forms on one page. */
export class Console {
  readonly #page: TryItPage;
  readonly #credentials = new Credentials();
  readonly #say: Say;
  readonly #styles: Promise<unknown>;

  constructor(page: TryItPage) {
    this.#page = page;
    this.#say = sayIn(page.words);
    this.#styles = Promise.all([formStyles, answerStyles].map(addStyles));
  }

  /**
   * @param key of the operation. @param samples elements of its samples, by their keys
   * @returns the form, to be put below its endpoint; undefined where nothing is known of it
   */
  async open(
    key: string,
    samples: ReadonlyMap<string, HTMLElement>,
  ): Promise<HTMLElement | undefined> {
    await this.#styles;
    const operation = this.#page.operations[key];
    const followers = [...samples].flatMap(([key, code]) => {
      const sample = this.#page.samples[key];
      return sample ? [follower(code, sample, this.#page.literals)] : [];
    });
    return (
      operation &&
      this.#form(operation, (values) => {
        for (const follow of followers) follow(values);
      })
    );
  }

  #form(operation: TryItOperation, follow: (values: Map<string, string>) => void): HTMLElement {
    const say = this.#say;
    const { confirm, credentials } = this.#page;
    let fields: RequestForm | undefined;
    const changed = (): void => {
      if (fields) follow(fields.holes());
    };
    const made = requestForm(operation, this.#credentials, say, changed);
    fields = made;
    const submit = element('button', { type: 'submit', class: 'try-send' }, say('send'));
    const stop = action('try-stop', say('stop'), () => running?.abort());
    stop.hidden = true;
    const copy = action('try-copy', say('curl'), async () => {
      await navigator.clipboard?.writeText(curlOf(made.request()));
      tell(say('copied'));
    });
    const status = element('p', { class: 'try-told', role: 'status' });
    const result = element('div', { class: 'try-result' });
    /** @param isShown elsewhere: it is only announced */
    const tell = (text: string, isShown = false): void => {
      status.textContent = text;
      status.classList.toggle('visually-hidden', isShown);
    };
    const name = `${say('it')}: ${operation.method} ${operation.path}`;
    const form = element(
      'form',
      { class: 'try-it', novalidate: true, 'aria-label': name, 'data-generated': true },
      ...made.groups,
      element('div', { class: 'try-actions' }, submit, stop, copy, status),
      result,
    );
    let running: AbortController | undefined;
    let isAgreed = !confirm || /^(GET|HEAD|OPTIONS|QUERY)$/i.test(operation.method);

    const start = async (): Promise<void> => {
      const request = made.request();
      running = new AbortController();
      // The button keeps its focus: it is only said to be of no use now.
      submit.ariaDisabled = 'true';
      stop.hidden = false;
      tell(say('sending'));
      const stream = element('pre');
      result.replaceChildren();
      const answer = await send(request, {
        signal: running.signal,
        credentials: credentials ? 'include' : 'omit',
        onText(text) {
          if (!stream.isConnected) result.replaceChildren(textFrame(say('body'), stream));
          stream.append(text);
        },
      });
      running = undefined;
      submit.ariaDisabled = null;
      if (document.activeElement === stop) submit.focus();
      stop.hidden = true;
      const isAnswer = 'status' in answer;
      tell(
        isAnswer
          ? `${answer.status} ${answer.statusText}`
          : say(answer.kind === 'stopped' ? 'ended_stopped' : 'failed'),
        true,
      );
      result.replaceChildren(
        ...(isAnswer ? answerView(answer, say) : failureView(answer, request, say)),
        folded(say('request'), textFrame(say('request'), requestText(request))),
      );
    };

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (running) return;
      const wrong = made.firstWrong();
      if (wrong) {
        tell(say('mend'));
        wrong.focus();
      } else if (isAgreed) void start();
      else
        ask(say, `${operation.method} ${made.request().url.replace(/\?.*/, '')}`, submit, () => {
          isAgreed = true;
          void start();
        });
    });
    form.addEventListener('input', changed);
    changed();
    return form;
  }
}

/** Asks before something is changed. */
function ask(say: Say, what: string, back: HTMLElement, agreed: () => void): void {
  const close = (): void => {
    dialog.remove();
    back.focus();
  };
  const yes = action('try-send', say('send'), () => {
    close();
    agreed();
  });
  const no = action('try-copy', say('cancel'), close);
  const dialog = element(
    'dialog',
    { class: 'try-ask', 'aria-label': say('confirm') },
    element('p', {}, say('confirm')),
    element('p', {}, element('code', {}, what)),
    element('div', { class: 'try-actions' }, yes, no),
  );
  dialog.addEventListener('cancel', close);
  document.body.append(dialog);
  dialog.showModal();
}
