/** Web archives and saved pages, made by hand: what programs that save pages write. */
import { crc32, deflateSync, gzipSync } from "node:zlib";

/** A record of a web archive; `length` overrides the true one. */
export function warcRecord(
	url: string,
	body: string | Uint8Array,
	{
		date = "2021-05-01T00:00:00Z",
		status = "200 OK",
		headers = "Content-Type: text/html; charset=utf-8",
		type = "response",
		length,
	}: {
		readonly date?: string;
		readonly status?: string;
		readonly headers?: string;
		readonly type?: string;
		readonly length?: number;
	} = {},
): Buffer {
	const block = Buffer.concat([
		Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`),
		Buffer.from(body),
	]);
	return Buffer.concat([
		Buffer.from(
			`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${date}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length ?? block.length}\r\n\r\n`,
		),
		block,
		Buffer.from("\r\n\r\n"),
	]);
}

export function packedRecords(records: readonly Buffer[]): Buffer {
	return Buffer.concat(records.map((record) => gzipSync(record)));
}

/** A page with navigation and a foot around an article. */
export function page(
	title: string,
	paragraphs: readonly string[],
	{ head = "", more = "" } = {},
): string {
	return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><header><nav><ul><li><a href="/a">首页</a></li><li><a href="/b">本地新闻</a></li><li><a href="/c">登录</a></li></ul></nav></header><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}${more}</article></main><footer><p>本站版权所有，转载请先来信。</p></footer></body></html>`;
}

/** A picture of one colour in PNG, 40 × 24. */
export const picture = png(40, 24);

function png(width: number, height: number): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// Eight bits of each colour.
	head.set([8, 2, 0, 0, 0], 8);
	const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 120)]);
	const lines = Buffer.concat(Array.from({ length: height }, () => line));
	return Buffer.concat([
		Buffer.from("89504e470d0a1a0a", "hex"),
		chunk("IHDR", head),
		chunk("IDAT", deflateSync(lines)),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
