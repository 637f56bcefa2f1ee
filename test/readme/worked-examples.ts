/** A request as a document shows it (`curl … -d '…'`), and the part of the answer that it shows next. */
export interface WorkedExample {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
  readonly answer: unknown;
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const CURL =
  /^curl (?:-\S+ )*https?:\/\/[^/\s]+(?<url>\/\S*)(?:[^']*'content-type: application\/json' -d '(?<body>[^']*)')?/;

/** Every curl call of a Markdown text that a JSON block follows. */
export function workedExamples(markdown: string): WorkedExample[] {
  const blocks = [...markdown.matchAll(FENCE)].map(([, language = '', text = '']) => ({ language, text }));
  return blocks.flatMap((block, place) => {
    const call = CURL.exec(block.text)?.groups;
    const next = blocks[place + 1];
    if (call?.url === undefined || next?.language !== 'json') return [];
    const { url, body } = call;
    const answer: unknown = JSON.parse(next.text);
    return [body === undefined ? { method: 'GET', url, answer } : { method: 'POST', url, body, answer }];
  });
}

/**
 * Whether an answer has everything an excerpt shows: fields may be left out of objects, and items of lists, but
 * those that are shown are there in that order.
 */
export function hasExcerpt(answer: unknown, excerpt: unknown): boolean {
  if (Array.isArray(excerpt)) return Array.isArray(answer) && hasItemsInOrder(answer, excerpt);
  if (isRecord(excerpt))
    return (
      isRecord(answer) && Object.entries(excerpt).every(([field, shown]) => hasExcerpt(answer[field], shown))
    );
  return answer === excerpt;
}

function hasItemsInOrder(items: readonly unknown[], shown: readonly unknown[]): boolean {
  let from = 0;
  return shown.every((excerpt) => {
    const place = items.findIndex((item, index) => index >= from && hasExcerpt(item, excerpt));
    from = place + 1;
    return place !== -1;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
