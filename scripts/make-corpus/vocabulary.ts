import { seededRandom } from "./random.ts";

/** Words that news uses all the time, most frequent first. */
const everyday =
	"的 在 和 了 是 对 将 与 表示 中国 也 为 有 说 不 并 就 但 美国 这 他 两国 合作 政府 国家 总统 发展 报道 问题 举行 经济 关系 会议 双方 上 中 已 他们 认为 进行 支持 国际 地区 安全 记者 指出 可能 继续 目前 世界 企业 北京 战争 部长 乌克兰 俄罗斯 主席 官员 市场 政策 能源 贸易 计划 协议 组织 社会 人民 文化 教育 科技 投资 访问 会谈 领导人 声明 选举 议会 法院 警方 居民 医院 学校 铁路 港口 天气 台风 地震 洪水 粮食 价格 货币 银行 公司 工人 工程 项目 环境 气候 疫情 疫苗 卫生 比赛 球队 电影 音乐 互联网 人工智能 芯片 汽车 航班 边境 军队 导弹 制裁 停火 和谈 谈判 峰会 论坛 代表团 外交部 发言人 联合国 欧盟 北约 上合组织 全天候 伙伴关系 战略 一带一路 工业园 大使 签署 文件 宣布 呼吁 强调 批评 否认 调查 起诉 抗议 示威 难民 人道 援助 重建 预算 税收 就业 通胀 增长 下降 上升 百分之".split(
		" ",
	);

/** People, places and bodies, in the spellings that variants must bring together. */
const names =
	"习近平 卢卡申科 白俄罗斯 白罗斯 卢卡申柯 普京 泽连斯基 拜登 莫迪 马克龙 撒马尔罕 明斯克 莫斯科 基辅 钓鱼台国宾馆 人民大会堂 上海 广州 香港 台北 新加坡 华盛顿 布鲁塞尔 日内瓦 乌兹别克斯坦 哈萨克斯坦 李克强 王毅 拉夫罗夫 梅德韦杰夫 东盟 世界卫生组织 国际货币基金组织".split(
		" ",
	);

/** Words in Latin letters and digits as Chinese news mixes them in. */
const latin =
	"G7 G20 COVID-19 NATO SCO Lukashenko Alexander Belarus AI 5G F-35 WTO APEC Reuters Minsk café Zürich iPhone CEO GDP".split(
		" ",
	);

/** Everything a sentence may be made of. */
export interface Vocabulary {
	/** By falling frequency: what every story uses, then what some do. */
	readonly words: readonly string[];
	/** The most frequent of them. */
	readonly everyday: readonly string[];
	readonly names: readonly string[];
	readonly latin: readonly string[];
}

/**
 * Everyday words, then 12,000 made-up two- and three-character words from the 3,755 common
 * characters of GB 2312, so that the text holds as many different characters as real news.
 */
export function makeVocabulary(): Vocabulary {
	const random = seededRandom(2312);
	const characters = commonCharacters();
	// Shuffled, because the standard sorts them by sound.
	for (let i = characters.length - 1; i > 0; i--) {
		const j = random.int(0, i);
		const [a, b] = [characters[i] as string, characters[j] as string];
		characters[i] = b;
		characters[j] = a;
	}
	const made = Array.from({ length: 12_000 }, () =>
		Array.from(
			{ length: random.chance(0.85) ? 2 : 3 },
			() =>
				// Common characters more often, without one that drowns the others.
				characters[Math.floor(random.next() ** 2.5 * characters.length)],
		).join(""),
	);
	const words = [...everyday, ...made];
	return { words, everyday: words.slice(0, 1_200), names, latin };
}

/** The first level of GB 2312 (rows 16 to 55), decoded by the platform. */
function commonCharacters(): string[] {
	const bytes: number[] = [];
	for (let row = 0xb0; row <= 0xd7; row++) {
		// The last row of the level ends five places early.
		const last = row === 0xd7 ? 0xf9 : 0xfe;
		for (let cell = 0xa1; cell <= last; cell++) bytes.push(row, cell);
	}
	return [...new TextDecoder("gb18030").decode(Uint8Array.from(bytes))];
}
