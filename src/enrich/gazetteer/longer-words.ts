/** Longer words and runs of words in which a name is none, in either script. */

function words(text: string): readonly string[] {
	return text.trim().split(/\s+/);
}

/**
 * 韩正在考虑: Korea is considering. 李强调: somebody called Li stressed. The same characters do name
 * somebody after their title, and 李强调研 is what 李强 does.
 */
export const nobody: readonly string[] = words(`
	韩正在 韓正在 韩正式 韓正式 韩正常 韓正常 韩正面 韓正面 韩正处 韓正處
	南韩正 南韓正 北韩正 北韓正 美韩正 美韓正 日韩正 日韓正 中韩正 中韓正 朝韩正 朝韓正
	李强调 李強調 李强烈 李強烈 李强化 李強化 李强迫 李強迫 李强大 李強大
	李希霍芬 李希特 李希光 李希凡 李希望 李希烈 李希贤 李希賢
	王毅然 蔡奇怪 秦刚刚 秦剛剛 秦刚好 秦剛好
`);

/** Begin like one of {@link nobody} and do name somebody. */
export const somebody: Readonly<Record<string, readonly string[]>> = {
	"li-qiang": ["李强调研", "李強調研"],
};

/** Before a name they say that it is one. */
export const titlesBefore: readonly string[] = words(
	"主席 总理 總理 书记 書記 常委 委员 委員 部长 部長 外长 外長 同志",
);

/** Besides names that begin with a place: 威尼斯 holds 尼斯, 今日本报 holds 日本. */
export const nowhere: readonly string[] = words(`
	今日本报 今日本報 近日本报 近日本報 昨日本报 昨日本報 每日本报 每日本報 今日本台 今日本刊 今日本网 今日本網
	威尼斯 突尼斯 丹尼斯 阿多尼斯 伯恩斯 伯恩哈德 奥斯伯恩 汉堡包 漢堡包 汉堡王 漢堡王
	万象更新 萬象更新 包罗万象 包羅萬象 大千万象 森罗万象 森羅萬象 雪梨汤 雪梨湯 雪梨膏
	合法国 合法國 非法国 非法國 司法国 司法國 立法国 立法國 执法国 執法國 宪法国 憲法國 其中国 其中國
	运河内 運河内 運河內 内河内 大连续 大連續 强大连 強大連 变成都 變成都 组成都 組成都 形成都 造成都
	广西宁 廣西寧 陕西宁 陝西寧 山西宁 山西寧 江西宁 江西寧 广东京 廣東京 云南京 雲南京 海南京 河南京 湖南京 江西安 广西安 廣西安 山西安 陕西安康 陝西安康
	意大利马 義大利馬 蒙古巴
	里约定 里约会 里约见 里加入 里加快 里加强 里加強 里加大 里加上 里加了 里加深
`);
