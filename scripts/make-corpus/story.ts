import type { Random } from "./random.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The text of one made-up article, before it is dressed as a file or a corpus entry. */
export interface Story {
	readonly headline: string;
	/** `YYYY-MM-DD`. */
	readonly day: string;
	/** Seconds after midnight UTC. */
	readonly second: number;
	readonly byline: string;
	readonly caption: string;
	readonly paragraphs: readonly string[];
}

/**
 * @param characters about how many characters the paragraphs hold together; lengths vary from
 *   half to one and a half of it.
 */
export function tellStory(
	random: Random,
	vocabulary: Vocabulary,
	characters: number,
): Story {
	const target = characters * (0.5 + random.next());
	// A story is about something: some rare words and names come again and again. With these shares a
	// story of 6,000 characters holds about as many different ones as real news does (940).
	const topic = Array.from({ length: 90 }, () =>
		random.chance(0.2)
			? random.pick(vocabulary.names)
			: random.pick(vocabulary.words),
	);
	const about = { ...vocabulary, topic };
	const paragraphs: string[] = [];
	for (let length = 0; length < target; ) {
		const paragraph = tellParagraph(
			random,
			about,
			Math.min(target - length, random.int(80, 260)),
		);
		paragraphs.push(paragraph);
		length += paragraph.length;
	}
	const day = new Date(Date.UTC(2012, 0, 1 + random.int(0, 12 * 365)));
	return {
		headline: clause(random, about, random.int(12, 26)),
		day: day.toISOString().slice(0, 10),
		second: random.int(0, 86_399),
		byline: random.pick(["本刊记者", "周一鸣", "Anna Berg", "综合报道"]),
		caption: `资料照：${clause(random, about, 14)}。`,
		paragraphs,
	};
}

interface Subject extends Vocabulary {
	readonly topic: readonly string[];
}

function tellParagraph(
	random: Random,
	subject: Subject,
	length: number,
): string {
	let text = "";
	while (text.length < length) {
		const end = random.chance(0.55) ? "，" : "。";
		const words = clause(random, subject, random.int(5, 17));
		text += random.chance(0.04) ? `“${words}”${end}` : words + end;
	}
	return `${text.slice(0, -1)}。`;
}

/** A run of words without punctuation of its own, at least `length` characters long. */
function clause(random: Random, subject: Subject, length: number): string {
	let text = "";
	while (text.length < length) {
		const draw = random.next();
		if (draw < 0.6) text += random.zipf(subject.everyday);
		else if (draw < 0.93) text += random.zipf(subject.topic);
		else if (draw < 0.95) text += random.zipf(subject.names);
		else if (draw < 0.97)
			text += `${random.int(1, 12)}月${random.int(1, 28)}日`;
		else if (draw < 0.985) text += `${random.int(2, 980)}万人`;
		else if (draw < 0.995) text += random.pick(subject.latin);
		else text += `（${random.pick(subject.latin)}）`;
	}
	return text;
}
