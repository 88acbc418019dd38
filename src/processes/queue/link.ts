/**
 * The connection of a build or of a worker with a queue on Redis, and who else is connected. The only modules that know
 * BullMQ are in this folder; they are loaded with `--queue` only.
 */
import { hostname } from "node:os";
import { deserialize, serialize } from "node:v8";
import type { Redis } from "ioredis";

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

/** There is no answer from there, or the password is wrong. */
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
	readonly #connections: Redis[] = [];
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
		// Callers that wait for an answer report it; ioredis connects again by itself.
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
		this.#connections.push(connection);
		connection.on("error", () => undefined);
		return connection;
	}

	/** Who has this id, if it is still there. */
	async presenceOf(id: string): Promise<Presence | undefined> {
		const text = await this.redis.get(presenceKey(id));
		return text === null ? undefined : (JSON.parse(text) as Presence);
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		if (this.redis.status === "ready")
			await this.redis.del(presenceKey(this.own.id)).catch(() => undefined);
		// Those that were handed over as well: BullMQ leaves them open.
		for (const one of [...this.#connections, this.redis]) one.disconnect();
	}

	async #others(): Promise<readonly Presence[]> {
		const others: Presence[] = [];
		for (const id of await this.redis.smembers(everybody)) {
			const presence =
				id === this.own.id ? undefined : await this.presenceOf(id);
			if (presence) others.push(presence);
			else if (id !== this.own.id) await this.redis.srem(everybody, id);
		}
		return others;
	}

	async #tick(): Promise<void> {
		if (this.redis.status !== "ready") return;
		try {
			const text = JSON.stringify(this.own);
			await this.redis.set(
				presenceKey(this.own.id),
				text,
				"EX",
				presenceSeconds,
			);
			await this.redis.sadd(everybody, this.own.id);
			this.#onTick(await this.#others());
		} catch {
			// It is away; the next time tells.
		}
	}
}

/** Ids of all sides, also of some that are gone. */
const everybody = `${keyPrefix}:everybody`;

function presenceKey(id: string): string {
	return `${keyPrefix}:present:${id}`;
}

async function connect(url: string): Promise<Redis> {
	const { Redis } = await import("ioredis");
	let isConnected = false;
	const redis = new Redis(url, {
		lazyConnect: true,
		connectTimeout: 5_000,
		maxRetriesPerRequest: null,
		// Before it was there once there is nothing to wait for.
		retryStrategy: (times) =>
			isConnected ? Math.min(times * 200, 2_000) : null,
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
	/** Of the program of that kind. */
	readonly settings: string | undefined;
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
