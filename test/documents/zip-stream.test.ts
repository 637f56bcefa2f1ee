import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ZipEntry, zipStream } from '../../documents/zip/zip-stream.ts';

async function* files(count: number, size: number, asked: (place: number) => void): AsyncGenerator<ZipEntry> {
  for (let place = 0; place < count; place++) {
    asked(place);
    yield { name: `pdf/${place}.pdf`, bytes: noise(size, place) };
  }
}

/** Bytes that do not compress, the same every time: a linear congruential generator (Numerical Recipes). */
function noise(size: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed + 1;
  for (let place = 0; place < size; place++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[place] = state >>> 24;
  }
  return bytes;
}

describe('a zip that is streamed', () => {
  it('holds every file under its name', async () => {
    async function* two(): AsyncGenerator<ZipEntry> {
      yield { name: 'csv/1.csv', bytes: Buffer.from('æøå') };
      yield { name: 'json/1.json', bytes: Buffer.from('{}') };
    }
    const unzipped = unzipSync(Buffer.concat(await Array.fromAsync(zipStream(two()))));
    expect(Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
      ['csv/1.csv', 'æøå'],
      ['json/1.json', '{}'],
    ]);
  });

  it('hands on what it has of a file before it asks for the next', async () => {
    const size = 100_000;
    let asked = 0;
    let handedOn = 0;
    for await (const piece of zipStream(files(20, size, (place) => (asked = place)))) {
      handedOn += piece.length;
      expect(handedOn).toBeGreaterThan(asked * size * 0.99);
    }
    expect(handedOn).toBeGreaterThan(20 * size * 0.99);
  });

  it('is the same bytes every time', async () => {
    const zipped = async () =>
      Buffer.concat(await Array.fromAsync(zipStream(files(3, 1000, () => undefined))));
    expect(await zipped()).toEqual(await zipped());
  });
});
