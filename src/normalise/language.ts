/** Which language and script a text is in, told from its characters alone. */

/**
 * BCP 47: `zh-Hans`, `zh-Hant`, `ja`, `ko`, `en`, `ru`, `ar`, …; `und` when it cannot be told.
 *
 * Han text counts as Chinese unless kana run through it. The script is the one whose own characters
 * occur more often; text without any (a stub, a list of names) takes `usual` if that is Chinese.
 *
 * @param usual language of the outlet, a hint for short texts only.
 */
export function detectLanguage(text: string, usual: string): string {
	const sample = text.slice(0, sampleLength);
	const counts = census(sample);
	const [, han, kana, hangul, latin, cyrillic, arabic] = counts;
	const letters = han + kana + hangul + latin + cyrillic + arabic;
	if (letters === 0) return "und";
	if (kana > letters * 0.08 && kana > han * 0.15) return "ja";
	if (hangul > letters * 0.4) return "ko";
	// A Chinese character says about as much as four letters.
	if (han > 0 && han * 4 >= latin && han * 2 >= cyrillic)
		return script(sample, usual);
	if (cyrillic > letters * 0.5)
		return /[іїєґў]/i.test(sample) && !/[ыэъ]/i.test(sample)
			? "und-Cyrl"
			: "ru";
	if (arabic > letters * 0.5) return "ar";
	return latin > letters * 0.5 ? latinLanguage(sample) : "und";
}

/** UTF-16 units from the beginning that are looked at: the rest of a text is in the same language. */
const sampleLength = 6_000;

/** Characters of no interest, Han, kana, hangul, Latin, Cyrillic, Arabic: how many of each. */
type Census = [number, number, number, number, number, number, number];

function census(sample: string): Census {
	const counts: Census = [0, 0, 0, 0, 0, 0, 0];
	for (let i = 0; i < sample.length; i++) {
		const kind = kinds[sample.charCodeAt(i)] as number;
		counts[kind] = (counts[kind] ?? 0) + 1;
	}
	return counts;
}

/** Index into a census, by Unicode block; a lead surrogate of plane 2 is Han. */
function kindOf(unit: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
	if (unit < 0x250)
		return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
			? 4
			: unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7
				? 4
				: 0;
	if (unit < 0x400) return 0;
	if (unit < 0x530) return 5;
	if (unit < 0x600) return 0;
	if (unit < 0x780) return 6;
	if (unit < 0x3040) return 0;
	if (unit < 0x3100) return unit === 0x30fb || unit === 0x30fc ? 0 : 2;
	if (unit < 0x3400) return 0;
	if (unit < 0xa000) return 1;
	if (unit < 0xac00) return 0;
	if (unit < 0xd7b0) return 3;
	if (unit >= 0xd840 && unit <= 0xd888) return 1;
	return unit >= 0xf900 && unit < 0xfb00 ? 1 : 0;
}

/** {@link kindOf} of every UTF-16 unit. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(unit));

function script(sample: string, usual: string): string {
	let simplified = 0;
	let traditional = 0;
	for (let i = 0; i < sample.length; i++) {
		const kind = scripts[sample.charCodeAt(i)];
		if (kind === 1) simplified++;
		else if (kind === 2) traditional++;
	}
	if (simplified + traditional === 0)
		return usual.startsWith("zh") ? usual : "zh-Hans";
	return simplified >= traditional ? "zh-Hans" : "zh-Hant";
}

/** Frequent characters that exist in one script only. */
const onlySimplified =
	"们这国时来个为会说发对学过开关问东两车长门间见还进动没现经头后实让与应给岁产从种样机报员记话军总统领战术办认议论设计请该谈谁调证识评语读变业举义乐书买乱争亚亲亿仅价众优伤传伟余侧债储儿党兰兴养军农冲决况净减凤击创别刘则刚剧劝劳势区医华协单卖卢卫厅历压县参双变号听启员响团园围图圆圣场坏块坚坛垒壮声处备复够头夺奋奖妇孙宁宝实审宪宫宽宾对寻导尔尽层属岛岭币师帐帮带广庆库应庙废异弃张强归录彻径忆怀态总恶惊惯愿戏户执扩扫扬护报担拥择挥损换据摄摆撑攻敌数断无旧显晓暂权条杂构标树样桥检楼欢欧残毁气汇汉沟泪泽洁测济浓涛润湾满灭灵灾炉点炼烟热爱爷牵状独环玛产电画疗盐监盖盘矿码础确离积称稳穷窃竞笔筑签简粮纠红约级纪纯纳纵纷纸线组细织终绍经结绕绘绝统继绩续维绿缅编缩网罗罚职联肃胜脑脚脸舰艺节芦苏药获营萨蓝虑虽蚁补装观规视览觉订讨训讯许访诉词译试诗诚误诺贝负贡财责败货质购贯贵费资赖赛赞赢赵趋跃践车轮软轻载较输辑边达迁过运近远违连迟适选递逻遗邓邮邻郑酱释里针钟钢钱铁银销锁错键镇长闪闭闯闻阁阅队阳阴阵阶际陆陈险随隐难雾静页项顺须顾顿预领频题额颜风飞饭饮馆马驱驶验骗鱼鲁鲜鸟鸡麦黄齐龙";
const onlyTraditional =
	"們這國時來個為會說發對學過開關問東兩車長門間見還進動沒現經頭後實讓與應給歲產從種樣機報員記話軍總統領戰術辦認議論設計請該談誰調證識評語讀變業舉義樂書買亂爭亞親億僅價眾優傷傳偉側債儲兒黨蘭興養農衝決減鳳擊創別劉則剛劇勸勞勢區醫華協單賣盧衛廳歷壓縣參雙號聽啟響團園圍圖圓聖場壞塊堅壇壘壯聲處備復夠奪奮獎婦孫寧寶審憲宮寬賓尋導爾盡層屬島嶺幣師帳幫帶廣慶庫廟廢異棄張歸錄徹徑憶懷態惡驚慣願戲戶執擴掃揚護擔擁擇揮損換據攝擺撐敵數斷無舊顯曉暫權條雜構標樹橋檢樓歡歐殘毀氣匯漢溝淚澤潔測濟濃濤潤灣滿滅靈災爐點煉煙熱愛爺牽狀獨環瑪電畫療鹽監蓋盤礦碼礎確離積稱穩窮竊競筆築簽簡糧糾紅約級紀純納縱紛紙線組細織終紹結繞繪絕繼績續維綠緬編縮網羅罰職聯肅勝腦腳臉艦藝節蘆蘇藥獲營薩藍慮雖蟻補裝觀規視覽覺訂討訓訊許訪訴詞譯試詩誠誤諾貝負貢財責敗貨質購貫貴費資賴賽讚贏趙趨躍踐輪軟輕載較輸輯邊達遷運遠違連遲適選遞邏遺鄧郵鄰鄭醬釋針鐘鋼錢鐵銀銷鎖錯鍵鎮閃閉闖聞閣閱隊陽陰陣階際陸陳險隨隱難霧靜頁項順須顧頓預頻題額顏風飛飯飲館馬驅駛驗騙魚魯鮮鳥雞麥齊龍臺灣裡裏麼";
/** By UTF-16 unit: 1 simplified only, 2 traditional only. A character of both lists tells nothing. */
const scripts = new Uint8Array(0x10000);
for (const character of onlySimplified) scripts[character.charCodeAt(0)] = 1;
for (const character of onlyTraditional)
	scripts[character.charCodeAt(0)] = onlySimplified.includes(character) ? 0 : 2;

const stopwords: readonly (readonly [string, RegExp])[] = [
	[
		"en",
		/\b(?:the|and|of|to|in|is|that|for|was|with|on|as|it|at|by|from|this)\b/gi,
	],
	["de", /\b(?:der|die|das|und|ist|nicht|mit|von|den|ein|eine|auf|für|im)\b/gi],
	["fr", /\b(?:le|la|les|des|est|et|dans|pour|que|une|sur|avec|pas|du)\b/gi],
	["es", /\b(?:el|los|las|que|una|por|con|para|del|como|más|su|se)\b/gi],
];

function latinLanguage(sample: string): string {
	const words = sample.match(/\p{L}+/gu)?.length ?? 0;
	const [best] = stopwords
		.map(([tag, pattern]) => ({
			tag,
			hits: sample.match(pattern)?.length ?? 0,
		}))
		.sort((a, b) => b.hits - a.hits);
	return best && best.hits > 0 && best.hits >= words * 0.06 ? best.tag : "und";
}
