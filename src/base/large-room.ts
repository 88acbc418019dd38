/** Memory of a process that knows a large archive. */
import { setFlagsFromString } from "node:v8";

/**
 * Memory for megabytes of numbers or bytes that one stage works on.
 *
 * The engine counts other memory of this kind, and whenever 64 MB came it looks for garbage among everything there is: half a
 * second where the records of a hundred thousand files are. Shared memory it does not count.
 */
export function largeRoom(bytes: number): SharedArrayBuffer {
	return new SharedArrayBuffer(bytes);
}

/**
 * From the next look for garbage on, look again when the heap has grown by two fifths. Left alone, the engine waits until what
 * was let go is more than what a large archive needs. Not for what only reads and ends: it would look while nothing is let go.
 */
export function lookForGarbageOften(): void {
	setFlagsFromString("--heap-growing-percent=40");
}
