/** One line of the report: a figure beside what it is measured against, both from the same run. */
export interface Row {
  readonly what: string;
  readonly milliseconds: number;
  readonly beside: string;
  /** A peer is another way to do (nearly) the same, a limit is what the project aims to stay below. */
  readonly kind: 'peer' | 'limit';
  readonly besideMilliseconds: number;
  /** milliseconds / besideMilliseconds: below 1 is faster than the peer, or within the limit. */
  readonly ratio: number;
  /** What else there is to say of the figure. */
  readonly note?: string;
  /** What the numbers count where they are no milliseconds. */
  readonly unit?: 'MiB';
}

export interface Figure {
  readonly what: string;
  readonly milliseconds: number;
}

export function besidePeer({ what, milliseconds }: Figure, peer: Figure): Row {
  const ratio = milliseconds / peer.milliseconds;
  return {
    what,
    milliseconds,
    beside: peer.what,
    kind: 'peer',
    besideMilliseconds: peer.milliseconds,
    ratio,
  };
}

export function besideLimit({ what, milliseconds }: Figure, limitMilliseconds: number): Row {
  const ratio = milliseconds / limitMilliseconds;
  return { what, milliseconds, beside: 'limit', kind: 'limit', besideMilliseconds: limitMilliseconds, ratio };
}

export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    [
      row.what,
      text(row.milliseconds, row),
      row.beside,
      text(row.besideMilliseconds, row),
      row.ratio.toFixed(2),
      verdict(row),
      row.note ?? '',
    ].join(' | '),
  );
  return [
    'what | ms | beside | ms | ratio | limit | note',
    ':--- | ---: | :--- | ---: | ---: | :--- | :---',
    ...lines,
  ]
    .map((line) => `| ${line} |`)
    .join('\n');
}

function text(figure: number, { unit }: Row): string {
  return unit === undefined ? figure.toPrecision(3) : `${figure.toPrecision(3)} ${unit}`;
}

function verdict({ kind, ratio }: Row): string {
  if (kind === 'peer') return '';
  return ratio <= 1 ? 'kept' : 'missed';
}
