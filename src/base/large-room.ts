/**
 * Memory for megabytes of numbers or bytes that one stage works on.
 *
 * The engine counts other memory of this kind, and whenever 64 MB came it looks for garbage among everything there is: half a
 * second where the records of a hundred thousand files are. Shared memory it does not count.
 */
export function largeRoom(bytes: number): SharedArrayBuffer {
	return new SharedArrayBuffer(bytes);
}
