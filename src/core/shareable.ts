/** From so many bytes on, memory is of the kind that threads can share. */
const LARGE = 1 << 20;

/**
 * Memory for typed arrays, zeroed. What is large can be handed to other threads as it is, where the engine lets it: a
 * page that is not isolated from others has no SharedArrayBuffer.
 */
export function shareable(bytes: number): ArrayBufferLike {
  return bytes >= LARGE && typeof SharedArrayBuffer === 'function'
    ? new SharedArrayBuffer(bytes)
    : new ArrayBuffer(bytes);
}
