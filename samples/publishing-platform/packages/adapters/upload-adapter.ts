import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

export interface Upload {
  path: string;
  endpoint: string;
  idempotencyKey: string;
  signal: AbortSignal;
}

/** Sends a rendered file to a store that hands out the address to upload to. */
export async function uploadFile(upload: Upload): Promise<void> {
  const source = createReadStream(upload.path); // expect: leak/stream-not-destroyed
  source.on('error', (error) => console.error(`[upload] ${upload.path}`, error));
  const granted = await fetch(upload.endpoint, {
    method: 'POST',
    headers: { 'idempotency-key': upload.idempotencyKey },
    signal: upload.signal,
  });
  if (!granted.ok) {
    await granted.body?.cancel();
    throw new Error(`Upload store answered ${granted.status}`);
  }
  const { url } = (await granted.json()) as { url: string };
  const stored = await fetch(url, {
    method: 'PUT',
    body: Readable.toWeb(source) as ReadableStream,
    duplex: 'half',
    signal: upload.signal,
  });
  await stored.body?.cancel();
  if (!stored.ok) {
    throw new Error(`Upload store answered ${stored.status}`);
  }
}
