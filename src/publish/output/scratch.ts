/** Memory for one file at a time: thousands of buffers would wait for a collection of garbage. */
export class Scratch {
  #bytes = Buffer.alloc(0);

  /** @returns room for so many bytes, which holds until it is asked for again */
  room(size: number): Buffer {
    if (this.#bytes.length < size) this.#bytes = Buffer.allocUnsafeSlow(size);
    return this.#bytes.subarray(0, size);
  }

  /** @returns the text as UTF-8, in the same room */
  encode(text: string): Buffer {
    const room = this.room(Buffer.byteLength(text));
    room.write(text);
    return room;
  }
}
