/** What opens below an endpoint: a form, and what comes of sending it. Loaded on first use. */
import type { TryItOperation, TryItPage } from '../../shared/request/try-it.ts';
import { Credentials } from './credentials.ts';
import { action, addStyles, element, textFrame } from './element.ts';
import { follower } from './follow.ts';
import { requestForm } from './form.ts';
import { send } from './send.ts';
import href from './try-it.css?url';
import { type Say, sayIn } from './words.ts';

/** Opens forms on one page. */
export class Console {
  readonly #page: TryItPage;
  readonly #credentials = new Credentials();
  readonly #say: Say;
  readonly #styles: Promise<void>;

  constructor(page: TryItPage) {
    this.#page = page;
    this.#say = sayIn(page.words);
    this.#styles = addStyles(href);
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
    const operation = Object.hasOwn(this.#page.operations, key) && this.#page.operations[key];
    if (!operation) return undefined;
    const followers = [...samples].flatMap(([key, code]) => {
      const sample = Object.hasOwn(this.#page.samples, key) && this.#page.samples[key];
      return sample ? [follower(code, sample)] : [];
    });
    return this.#form(operation, (values) => {
      for (const follow of followers) follow(values);
    });
  }

  #form(operation: TryItOperation, follow: (values: Map<string, string>) => void): HTMLElement {
    const say = this.#say;
    const { confirm = false, credentials = false } = this.#page;
    const name = `${operation.method} ${operation.path}`;
    const changed = (): void => follow(fields.holes());
    const fields = requestForm(operation, this.#credentials, say, changed);
    const submit = element('button', { type: 'submit', class: 'try-send' }, say('send'));
    const stop = action('try-stop', say('stop'), () => running?.abort());
    stop.hidden = true;
    const copy = action('try-copy', say('curl'), async () => {
      const { curlOf } = await import('./answer/try-it-answer.ts');
      await navigator.clipboard?.writeText(curlOf(fields.request()));
      tell(say('copied'));
    });
    const status = element('p', { class: 'try-told', role: 'status' });
    const result = element('div', { class: 'try-result' });
    const tell = (text: string): void => {
      status.textContent = text;
    };
    const form = element(
      'form',
      {
        class: 'try-it',
        novalidate: true,
        'aria-label': `${say('it')}: ${name}`,
        'data-generated': true,
      },
      ...fields.groups,
      element('div', { class: 'try-actions' }, submit, stop, copy, status),
      result,
    );
    let running: AbortController | undefined;
    let isAgreed = !confirm || /^(GET|HEAD|OPTIONS|QUERY)$/i.test(operation.method);

    const start = async (): Promise<void> => {
      const request = fields.request();
      running = new AbortController();
      // The button keeps its focus: it is only said to be of no use now.
      submit.setAttribute('aria-disabled', 'true');
      stop.hidden = false;
      tell(say('sending'));
      const stream = element('pre', {});
      result.replaceChildren();
      const answering = send(request, {
        signal: running.signal,
        credentials: credentials ? 'include' : 'omit',
        onText(_, text) {
          if (!stream.isConnected) result.replaceChildren(textFrame(say('body'), stream));
          stream.append(text);
        },
      });
      const [answer, { resultOf, styled }] = await Promise.all([
        answering,
        import('./answer/try-it-answer.ts'),
      ]);
      await styled;
      running = undefined;
      submit.removeAttribute('aria-disabled');
      if (document.activeElement === stop) submit.focus();
      stop.hidden = true;
      tell(toldOf(answer, say));
      result.replaceChildren(...resultOf(answer, request, say));
    };

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (running) return;
      const wrong = fields.firstWrong();
      if (wrong) {
        tell(say('mend'));
        wrong.focus();
      } else if (isAgreed) void start();
      else
        ask(say, `${operation.method} ${fields.request().url.replace(/\?.*/, '')}`, submit, () => {
          isAgreed = true;
          void start();
        });
    });
    form.addEventListener('input', changed);
    changed();
    return form;
  }
}

const toldOf = (answer: Awaited<ReturnType<typeof send>>, say: Say): string => {
  if ('status' in answer) return `${answer.status} ${answer.statusText}`.trim();
  return say(answer.kind === 'stopped' ? 'ended_stopped' : 'failed');
};

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
