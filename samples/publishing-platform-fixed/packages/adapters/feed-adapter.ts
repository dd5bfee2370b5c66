import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes a feed next to the old one and swaps them. `pipeline` closes all three streams, whichever fails. */
export async function publishFeed(
  sourcePath: string,
  feedPath: string,
  header: string,
  signal: AbortSignal,
): Promise<void> {
  let started = false;
  const withHeader = new Transform({
    transform(chunk, _encoding, done) {
      if (!started) {
        started = true;
        this.push(header);
      }
      done(null, chunk);
    },
  });
  const unfinished = `${feedPath}.${process.pid}.part`;
  await pipeline(createReadStream(sourcePath), withHeader, createWriteStream(unfinished), { signal });
  await rename(unfinished, feedPath);
}
