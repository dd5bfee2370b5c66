// What the scripts of the oracles write their answers with.
import fs from "node:fs";

/** Writes a text, or bytes, to the standard output and waits until it is out. */
export function write(data) {
  const bytes = typeof data === "string" ? Buffer.from(data) : data;
  for (let done = 0; done < bytes.length;) {
    try {
      done += fs.writeSync(1, bytes, done);
    } catch (error) {
      if (error.code !== "EAGAIN")
        throw error;
    }
  }
}
