/**
 * The connection of a build or of a worker with a queue on Redis, and who else is connected. The only modules that know
 * BullMQ are in this folder; they are loaded with `--queue` only.
 */
import { hostname } from "node:os";
import { deserialize, serialize } from "node:v8";
import { Redis } from "ioredis";

/** What one side says of itself, for the other side to see, as long as it lives. */
export interface Presence {
	readonly id: string;
	/** `build` or `worker`. */
	readonly role: "build" | "worker";
	/** For people: machine and process. */
	readonly name: string;
	/** Of the code, and of Node: what they send each other depends on both. */
	readonly version: string;
	readonly node: string;
	/** Of a build: folders that a worker must see. */
	readonly folders: readonly string[];
}

/** Nobody answers there, or the password is wrong. */
export class QueueUnreachable extends Error {}

/** Every key begins with it. */
export const keyPrefix = "biannian";

/** Seconds after which a side that died is forgotten. */
const presenceSeconds = 30;
const presenceEveryMs = 10_000;

/** One side's connection. */
export class QueueLink {
	readonly redis: Redis;
	readonly own: Presence;
	/** How often the connection was lost. */
	interruptions = 0;
	readonly #timer: NodeJS.Timeout;
	readonly #onTick: (others: readonly Presence[]) => void;

	/** @param onTick called now and every ten seconds with everybody else who is there. */
	private constructor(
		redis: Redis,
		own: Presence,
		onTick: (others: readonly Presence[]) => void,
	) {
		this.redis = redis;
		this.own = own;
		this.#onTick = onTick;
		redis.on("close", () => this.interruptions++);
		// Said by whoever waits; the connection is made again by itself.
		redis.on("error", () => undefined);
		this.#timer = setInterval(() => void this.#tick(), presenceEveryMs);
	}

	/**
	 * @param url `redis://[:password@]host:port`
	 * @throws QueueUnreachable with a sentence for a person.
	 */
	static async open(
		url: string,
		{ id, role, version, folders }: Omit<Presence, "name" | "node">,
		onTick: (others: readonly Presence[]) => void,
	): Promise<QueueLink> {
		const name = `${hostname()}, process ${process.pid}`;
		const own = { id, role, name, version, node: process.version, folders };
		const redis = await connect(url);
		const link = new QueueLink(redis, own, onTick);
		await link.#tick();
		return link;
	}

	/** A connection of its own for BullMQ, which waits where Redis is away. */
	connection(): Redis {
		const connection = this.redis.duplicate();
		connection.on("error", () => undefined);
		return connection;
	}

	/** Everybody who is there. */
	async everybody(): Promise<readonly Presence[]> {
		const keys = await this.redis.keys(`${keyPrefix}:present:*`);
		const texts = keys.length === 0 ? [] : await this.redis.mget(keys);
		return texts.flatMap((text) =>
			text === null ? [] : [JSON.parse(text) as Presence],
		);
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		if (this.redis.status === "ready")
			await this.redis.del(this.#key).catch(() => undefined);
		this.redis.disconnect();
	}

	get #key(): string {
		return `${keyPrefix}:present:${this.own.id}`;
	}

	async #tick(): Promise<void> {
		if (this.redis.status !== "ready") return;
		try {
			const text = JSON.stringify(this.own);
			await this.redis.set(this.#key, text, "EX", presenceSeconds);
			const all = await this.everybody();
			this.#onTick(all.filter(({ id }) => id !== this.own.id));
		} catch {
			// It is away; the next time tells.
		}
	}
}

async function connect(url: string): Promise<Redis> {
	let isConnected = false;
	const redis = new Redis(url, {
		lazyConnect: true,
		connectTimeout: 5_000,
		maxRetriesPerRequest: null,
		// Before it was there once there is nothing to wait for.
		retryStrategy: (times) => (isConnected ? Math.min(times * 200, 2_000) : null),
	});
	let reason = "";
	const onError = ({ message }: Error) => {
		reason ||= message;
	};
	redis.on("error", onError);
	try {
		await redis.connect();
		await redis.ping();
	} catch (error) {
		redis.disconnect();
		throw new QueueUnreachable(
			`The queue ${withoutPassword(url)} cannot be reached: ${reason || (error as Error).message}. Is Redis running there, and the password right?`,
		);
	}
	isConnected = true;
	redis.off("error", onError);
	return redis;
}

/** The address as it may be printed. */
export function withoutPassword(url: string): string {
	const address = new URL(url);
	if (address.password !== "") address.password = "…";
	return decodeURIComponent(address.href);
}

/** Name of the queue for sides of one version: others never see its jobs. */
export function queueName(version: string): string {
	return `jobs-${version}`;
}

/** What a worker is to do. */
export interface QueuedJob {
	/** Id of the build that wants it. */
	readonly build: string;
	readonly kind: string;
	/** What the program of that kind is started with. */
	readonly args: readonly string[];
	/** The job of the pool, see {@link pack}. */
	readonly body: string;
}

/** What came of it. */
export type QueuedAnswer =
	| { readonly result: string }
	| { readonly failure: string }
	/** Its process died, each time: of what, and what was said of it. */
	| { readonly died: string; readonly message: string };

/** A worker that lost the queue, or was told to end, says this of what it had in hand. */
export const interrupted = "The worker was interrupted.";

/** Anything that a job or a result is, as a text. Both sides have the same Node, and so the same format. */
export function pack(value: unknown): string {
	return serialize(value).toString("base64");
}

export function unpack<Value>(text: string): Value {
	return deserialize(Buffer.from(text, "base64")) as Value;
}
