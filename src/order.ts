/** Order by Unicode code point: the same on every machine and in every language. For `sort` and `toSorted`. */
export function byCodePoint(first: string, second: string): number {
  const length = Math.min(first.length, second.length);
  for (let place = 0; place < length; place++) {
    if (first.charCodeAt(place) === second.charCodeAt(place)) continue;
    return (first.codePointAt(place) ?? 0) - (second.codePointAt(place) ?? 0);
  }
  return first.length - second.length;
}
