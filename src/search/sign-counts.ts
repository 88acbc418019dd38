/**
 * How often a frequent sign stands in each document of a merged segment, `counts/<place>.bin` before packing,
 * in varints: how many forms of it occur; of each its number, then how often it stands in each document, then
 * how often in each headline. Whoever asks for such a sign alone needs no places, which are megabytes.
 */
import { VarintReader, VarintWriter } from "./varints.ts";

/** One form of a sign. */
export interface FormCounts {
	/** As `numberOfForm` gives it. */
	readonly form: string;
	/** Of each document of the segment. */
	readonly times: Uint32Array;
	readonly inHeadline: Uint32Array;
}

export function packCounts(forms: readonly FormCounts[]): Uint8Array {
	const writer = new VarintWriter();
	const put = (number: number) => writer.integer(number);
	put(forms.length);
	for (const { form, times, inHeadline } of forms) {
		writer.text(form);
		times.forEach(put);
		inHeadline.forEach(put);
	}
	return writer.take();
}

/** @throws when the file has another shape. */
export function unpackCounts(
	bytes: Uint8Array,
	documents: number,
): FormCounts[] {
	const reader = new VarintReader(bytes);
	const column = () =>
		Uint32Array.from({ length: documents }, () => reader.integer());
	return Array.from({ length: reader.integer() }, () => ({
		form: reader.text(),
		times: column(),
		inHeadline: column(),
	}));
}
