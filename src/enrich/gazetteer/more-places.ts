import type { City, Country, Venue } from "../../domain/gazetteer.ts";

/**
 * Further countries and cities where leaders meet, a line each, so that the table stays readable. Coordinates and zones as in
 * `places.ts`.
 */

/** `id | English | 简体 | other spellings, by commas | the character of 中韩, where there is one`. */
const countryTable = `
united-kingdom | United Kingdom | 英国 | 英國 | 英
south-korea | South Korea | 韩国 | 韓國,南韩,南韓 | 韩
vietnam | Vietnam | 越南 | Vietnam | 越
laos | Laos | 老挝 | 老撾,寮国,寮國
cambodia | Cambodia | 柬埔寨 | Cambodia | 柬
thailand | Thailand | 泰国 | 泰國 | 泰
malaysia | Malaysia | 马来西亚 | 馬來西亞
singapore | Singapore | 新加坡共和国 | 新加坡共和國
philippines | Philippines | 菲律宾 | 菲律賓 | 菲
myanmar | Myanmar | 缅甸 | 緬甸 | 缅
nepal | Nepal | 尼泊尔 | 尼泊爾
sri-lanka | Sri Lanka | 斯里兰卡 | 斯里蘭卡
bangladesh | Bangladesh | 孟加拉国 | 孟加拉國,孟加拉 | 孟
maldives | Maldives | 马尔代夫 | 馬爾代夫,馬爾地夫
afghanistan | Afghanistan | 阿富汗 | Afghanistan
georgia | Georgia | 格鲁吉亚 | 格魯吉亞,喬治亞
moldova | Moldova | 摩尔多瓦 | 摩爾多瓦
saudi-arabia | Saudi Arabia | 沙特阿拉伯 | 沙烏地阿拉伯,沙特 | 沙
united-arab-emirates | United Arab Emirates | 阿联酋 | 阿聯酋
qatar | Qatar | 卡塔尔 | 卡塔爾,卡達
egypt | Egypt | 埃及 | Egypt | 埃
israel | Israel | 以色列 | Israel
syria | Syria | 叙利亚 | 敘利亞
iraq | Iraq | 伊拉克 | Iraq
italy | Italy | 意大利 | 義大利 | 意
spain | Spain | 西班牙 | Spain | 西
portugal | Portugal | 葡萄牙 | Portugal | 葡
greece | Greece | 希腊 | 希臘
poland | Poland | 波兰 | 波蘭 | 波
czech-republic | Czech Republic | 捷克 | Czech | 捷
slovakia | Slovakia | 斯洛伐克 | Slovakia
austria | Austria | 奥地利 | 奧地利
switzerland | Switzerland | 瑞士 | Switzerland
netherlands | Netherlands | 荷兰 | 荷蘭 | 荷
belgium | Belgium | 比利时 | 比利時
luxembourg | Luxembourg | 卢森堡 | 盧森堡
denmark | Denmark | 丹麦 | 丹麥
norway | Norway | 挪威 | Norway | 挪
sweden | Sweden | 瑞典 | Sweden
finland | Finland | 芬兰 | 芬蘭 | 芬
ireland | Ireland | 爱尔兰 | 愛爾蘭
iceland | Iceland | 冰岛 | 冰島
latvia | Latvia | 拉脱维亚 | 拉脫維亞
lithuania | Lithuania | 立陶宛 | Lithuania
estonia | Estonia | 爱沙尼亚 | 愛沙尼亞
romania | Romania | 罗马尼亚 | 羅馬尼亞
bulgaria | Bulgaria | 保加利亚 | 保加利亞
croatia | Croatia | 克罗地亚 | 克羅埃西亞,克羅地亞
slovenia | Slovenia | 斯洛文尼亚 | 斯洛維尼亞
monaco | Monaco | 摩纳哥 | 摩納哥
canada | Canada | 加拿大 | Canada | 加
mexico | Mexico | 墨西哥 | Mexico | 墨
cuba | Cuba | 古巴 | Cuba
venezuela | Venezuela | 委内瑞拉 | 委內瑞拉 | 委
argentina | Argentina | 阿根廷 | Argentina
chile | Chile | 智利 | Chile
peru | Peru | 秘鲁 | 秘魯,祕魯
ecuador | Ecuador | 厄瓜多尔 | 厄瓜多爾,厄瓜多
panama | Panama | 巴拿马 | 巴拿馬
costa-rica | Costa Rica | 哥斯达黎加 | 哥斯大黎加
australia | Australia | 澳大利亚 | 澳大利亞,澳洲 | 澳
new-zealand | New Zealand | 新西兰 | 新西蘭,紐西蘭
fiji | Fiji | 斐济 | 斐濟
papua-new-guinea | Papua New Guinea | 巴布亚新几内亚 | 巴布亞新幾內亞,巴布亞紐幾內亞
brunei | Brunei | 文莱 | 文萊,汶萊
tanzania | Tanzania | 坦桑尼亚 | 坦桑尼亞,坦尚尼亞
kenya | Kenya | 肯尼亚 | 肯尼亞,肯亞
ethiopia | Ethiopia | 埃塞俄比亚 | 埃塞俄比亞,衣索比亞
nigeria | Nigeria | 尼日利亚 | 尼日利亞,奈及利亞
senegal | Senegal | 塞内加尔 | 塞內加爾
rwanda | Rwanda | 卢旺达 | 盧旺達,盧安達
zimbabwe | Zimbabwe | 津巴布韦 | 津巴布韋,辛巴威
zambia | Zambia | 赞比亚 | 贊比亞,尚比亞
mauritius | Mauritius | 毛里求斯 | 模里西斯
taiwan | Taiwan | 台湾 | 台灣,臺灣
`;

/** `id | English | 简体 | other spellings, by commas | country | latitude | longitude | zone`. */
const cityTable = `
shijiazhuang | Shijiazhuang | 石家庄 | 石家莊 | china | 38.04 | 114.51 | Asia/Shanghai
taiyuan | Taiyuan | 太原 | | china | 37.87 | 112.55 | Asia/Shanghai
hohhot | Hohhot | 呼和浩特 | | china | 40.84 | 111.75 | Asia/Shanghai
changchun | Changchun | 长春 | 長春 | china | 43.82 | 125.32 | Asia/Shanghai
hefei | Hefei | 合肥 | | china | 31.82 | 117.23 | Asia/Shanghai
fuzhou | Fuzhou | 福州 | | china | 26.07 | 119.3 | Asia/Shanghai
nanchang | Nanchang | 南昌 | | china | 28.68 | 115.86 | Asia/Shanghai
changsha | Changsha | 长沙 | 長沙 | china | 28.23 | 112.94 | Asia/Shanghai
haikou | Haikou | 海口 | | china | 20.04 | 110.2 | Asia/Shanghai
guiyang | Guiyang | 贵阳 | 貴陽 | china | 26.65 | 106.63 | Asia/Shanghai
lhasa | Lhasa | 拉萨 | 拉薩 | china | 29.65 | 91.14 | Asia/Shanghai
lanzhou | Lanzhou | 兰州 | 蘭州 | china | 36.06 | 103.83 | Asia/Shanghai
xining | Xining | 西宁 | 西寧 | china | 36.62 | 101.78 | Asia/Shanghai
yinchuan | Yinchuan | 银川 | 銀川 | china | 38.49 | 106.23 | Asia/Shanghai
ningbo | Ningbo | 宁波 | 寧波 | china | 29.87 | 121.55 | Asia/Shanghai
guilin | Guilin | 桂林 | | china | 25.27 | 110.29 | Asia/Shanghai
zhuhai | Zhuhai | 珠海 | | china | 22.27 | 113.58 | Asia/Shanghai
wuxi | Wuxi | 无锡 | 無錫 | china | 31.49 | 120.31 | Asia/Shanghai
yangzhou | Yangzhou | 扬州 | 揚州 | china | 32.39 | 119.41 | Asia/Shanghai
shaoxing | Shaoxing | 绍兴 | 紹興 | china | 30.0 | 120.58 | Asia/Shanghai
yantai | Yantai | 烟台 | 煙台,煙臺 | china | 37.46 | 121.45 | Asia/Shanghai
weihai | Weihai | 威海 | | china | 37.51 | 122.12 | Asia/Shanghai
beidaihe | Beidaihe | 北戴河 | | china | 39.83 | 119.49 | Asia/Shanghai
lijiang | Lijiang | 丽江 | 麗江 | china | 26.86 | 100.23 | Asia/Shanghai
luoyang | Luoyang | 洛阳 | 洛陽 | china | 34.62 | 112.45 | Asia/Shanghai
quanzhou | Quanzhou | 泉州 | | china | 24.87 | 118.68 | Asia/Shanghai
kaohsiung | Kaohsiung | 高雄 | | taiwan | 22.63 | 120.3 | Asia/Taipei
borisov | Barysaw | 鲍里索夫 | 鮑里索夫 | belarus | 54.23 | 28.5 | Europe/Minsk
smolensk | Smolensk | 斯摩棱斯克 | 斯摩稜斯克 | russia | 54.78 | 32.05 | Europe/Moscow
irkutsk | Irkutsk | 伊尔库茨克 | 伊爾庫茨克,伊爾庫次克 | russia | 52.29 | 104.28 | Asia/Irkutsk
novosibirsk | Novosibirsk | 新西伯利亚 | 新西伯利亞 | russia | 55.03 | 82.92 | Asia/Novosibirsk
khujand | Khujand | 苦盏 | 苦盞,胡占德 | tajikistan | 40.28 | 69.63 | Asia/Dushanbe
lviv | Lviv | 利沃夫 | | ukraine | 49.84 | 24.03 | Europe/Kyiv
vilnius | Vilnius | 维尔纽斯 | 維爾紐斯 | lithuania | 54.69 | 25.28 | Europe/Vilnius
riga | Riga | 里加 | | latvia | 56.95 | 24.11 | Europe/Riga
tallinn | Tallinn | 塔林 | | estonia | 59.44 | 24.75 | Europe/Tallinn
yangon | Yangon | 仰光 | | myanmar | 16.84 | 96.17 | Asia/Yangon
jeju | Jeju | 济州 | 濟州 | south-korea | 33.5 | 126.53 | Asia/Seoul
wonsan | Wonsan | 元山 | | north-korea | 39.15 | 127.44 | Asia/Pyongyang
dublin | Dublin | 都柏林 | | ireland | 53.35 | -6.26 | Europe/Dublin
dalian | Dalian | 大连 | 大連 | china | 38.91 | 121.61 | Asia/Shanghai
wuhan | Wuhan | 武汉 | 武漢 | china | 30.59 | 114.31 | Asia/Shanghai
chengdu | Chengdu | 成都 | | china | 30.57 | 104.07 | Asia/Shanghai
chongqing | Chongqing | 重庆 | 重慶 | china | 29.56 | 106.55 | Asia/Shanghai
nanjing | Nanjing | 南京 | | china | 32.06 | 118.8 | Asia/Shanghai
suzhou | Suzhou | 苏州 | 蘇州 | china | 31.3 | 120.58 | Asia/Shanghai
shenzhen | Shenzhen | 深圳 | | china | 22.54 | 114.06 | Asia/Shanghai
kunming | Kunming | 昆明 | | china | 24.88 | 102.83 | Asia/Shanghai
nanning | Nanning | 南宁 | 南寧 | china | 22.82 | 108.32 | Asia/Shanghai
urumqi | Urumqi | 乌鲁木齐 | 烏魯木齊 | china | 43.83 | 87.62 | Asia/Urumqi
shenyang | Shenyang | 沈阳 | 瀋陽 | china | 41.8 | 123.43 | Asia/Shanghai
dunhuang | Dunhuang | 敦煌 | | china | 40.14 | 94.66 | Asia/Shanghai
zhengzhou | Zhengzhou | 郑州 | 鄭州 | china | 34.75 | 113.63 | Asia/Shanghai
jinan | Jinan | 济南 | 濟南 | china | 36.65 | 117.12 | Asia/Shanghai
macau | Macau | 澳门 | 澳門 | china | 22.2 | 113.55 | Asia/Macau
taipei | Taipei | 台北 | 臺北 | taiwan | 25.04 | 121.56 | Asia/Taipei
singapore | Singapore | 新加坡 | Singapore | singapore | 1.35 | 103.82 | Asia/Singapore
seoul | Seoul | 首尔 | 首爾,漢城 | south-korea | 37.57 | 126.98 | Asia/Seoul
busan | Busan | 釜山 | | south-korea | 35.18 | 129.08 | Asia/Seoul
gyeongju | Gyeongju | 庆州 | 慶州 | south-korea | 35.86 | 129.22 | Asia/Seoul
panmunjom | Panmunjom | 板门店 | 板門店 | south-korea | 37.96 | 126.68 | Asia/Seoul
tokyo | Tokyo | 东京 | 東京 | japan | 35.68 | 139.69 | Asia/Tokyo
hiroshima | Hiroshima | 广岛 | 廣島 | japan | 34.39 | 132.46 | Asia/Tokyo
nagato | Nagato | 长门 | 長門 | japan | 34.37 | 131.18 | Asia/Tokyo
hanoi | Hanoi | 河内 | 河內 | vietnam | 21.03 | 105.85 | Asia/Ho_Chi_Minh
danang | Da Nang | 岘港 | 峴港 | vietnam | 16.05 | 108.2 | Asia/Ho_Chi_Minh
ho-chi-minh-city | Ho Chi Minh City | 胡志明市 | | vietnam | 10.82 | 106.63 | Asia/Ho_Chi_Minh
vientiane | Vientiane | 万象 | 萬象,永珍 | laos | 17.97 | 102.6 | Asia/Vientiane
phnom-penh | Phnom Penh | 金边 | 金邊 | cambodia | 11.56 | 104.92 | Asia/Phnom_Penh
bangkok | Bangkok | 曼谷 | | thailand | 13.76 | 100.5 | Asia/Bangkok
kuala-lumpur | Kuala Lumpur | 吉隆坡 | | malaysia | 3.14 | 101.69 | Asia/Kuala_Lumpur
manila | Manila | 马尼拉 | 馬尼拉 | philippines | 14.6 | 120.98 | Asia/Manila
jakarta | Jakarta | 雅加达 | 雅加達 | indonesia | -6.21 | 106.85 | Asia/Jakarta
bandung | Bandung | 万隆 | 萬隆 | indonesia | -6.92 | 107.61 | Asia/Jakarta
naypyidaw | Naypyidaw | 内比都 | 內比都 | myanmar | 19.76 | 96.08 | Asia/Yangon
kathmandu | Kathmandu | 加德满都 | 加德滿都 | nepal | 27.72 | 85.32 | Asia/Kathmandu
colombo | Colombo | 科伦坡 | 科倫坡,可倫坡 | sri-lanka | 6.93 | 79.85 | Asia/Colombo
dhaka | Dhaka | 达卡 | 達卡 | bangladesh | 23.81 | 90.41 | Asia/Dhaka
mumbai | Mumbai | 孟买 | 孟買 | india | 19.08 | 72.88 | Asia/Kolkata
ahmedabad | Ahmedabad | 艾哈迈达巴德 | 艾哈邁達巴德 | india | 23.03 | 72.58 | Asia/Kolkata
chennai | Chennai | 金奈 | 清奈 | india | 13.08 | 80.27 | Asia/Kolkata
mahabalipuram | Mahabalipuram | 马哈巴利普拉姆 | 馬哈巴利普拉姆,默哈伯利布勒姆,马马拉普拉姆 | india | 12.62 | 80.19 | Asia/Kolkata
kabul | Kabul | 喀布尔 | 喀布爾 | afghanistan | 34.53 | 69.17 | Asia/Kabul
riyadh | Riyadh | 利雅得 | 利雅德 | saudi-arabia | 24.71 | 46.68 | Asia/Riyadh
jeddah | Jeddah | 吉达 | 吉達 | saudi-arabia | 21.49 | 39.19 | Asia/Riyadh
abu-dhabi | Abu Dhabi | 阿布扎比 | 阿布達比 | united-arab-emirates | 24.45 | 54.38 | Asia/Dubai
dubai | Dubai | 迪拜 | 杜拜 | united-arab-emirates | 25.2 | 55.27 | Asia/Dubai
doha | Doha | 多哈 | 杜哈 | qatar | 25.29 | 51.53 | Asia/Qatar
cairo | Cairo | 开罗 | 開羅 | egypt | 30.04 | 31.24 | Africa/Cairo
sharm-el-sheikh | Sharm el-Sheikh | 沙姆沙伊赫 | | egypt | 27.92 | 34.33 | Africa/Cairo
jerusalem | Jerusalem | 耶路撒冷 | | israel | 31.77 | 35.21 | Asia/Jerusalem
tel-aviv | Tel Aviv | 特拉维夫 | 特拉維夫 | israel | 32.09 | 34.78 | Asia/Jerusalem
damascus | Damascus | 大马士革 | 大馬士革 | syria | 33.51 | 36.29 | Asia/Damascus
tbilisi | Tbilisi | 第比利斯 | 提比里斯 | georgia | 41.72 | 44.83 | Asia/Tbilisi
khankendi | Stepanakert | 汉肯迪 | 斯捷潘纳克特 | azerbaijan | 39.82 | 46.75 | Asia/Baku
avaza | Avaza | 阿瓦扎 | | turkmenistan | 39.97 | 52.84 | Asia/Ashgabat
cholpon-ata | Cholpon-Ata | 乔蓬阿塔 | | kyrgyzstan | 42.65 | 77.08 | Asia/Bishkek
bukhara | Bukhara | 布哈拉 | | uzbekistan | 39.77 | 64.42 | Asia/Tashkent
antalya | Antalya | 安塔利亚 | 安塔利亞 | turkey | 36.9 | 30.71 | Europe/Istanbul
kaliningrad | Kaliningrad | 加里宁格勒 | 加里寧格勒 | russia | 54.71 | 20.51 | Europe/Kaliningrad
yekaterinburg | Yekaterinburg | 叶卡捷琳堡 | 葉卡捷琳堡,叶卡特琳堡 | russia | 56.84 | 60.61 | Asia/Yekaterinburg
blagoveshchensk | Blagoveshchensk | 布拉戈维申斯克 | 海兰泡 | russia | 50.29 | 127.53 | Asia/Yakutsk
vostochny | Vostochny | 东方航天发射场 | 东方发射场,東方航天發射場,東方發射場 | russia | 51.88 | 128.33 | Asia/Yakutsk
valdai | Valdai | 瓦尔代 | 瓦爾代 | russia | 57.98 | 33.25 | Europe/Moscow
chelyabinsk | Chelyabinsk | 车里雅宾斯克 | 車里雅賓斯克 | russia | 55.16 | 61.4 | Asia/Yekaterinburg
petrozavodsk | Petrozavodsk | 彼得罗扎沃茨克 | 彼得羅扎沃茨克 | russia | 61.79 | 34.35 | Europe/Moscow
yalta | Yalta | 雅尔塔 | 雅爾達 | ukraine | 44.5 | 34.17 | Europe/Simferopol
gomel | Gomel | 戈梅利 | 戈梅爾 | belarus | 52.43 | 30.98 | Europe/Minsk
grodno | Grodno | 格罗德诺 | 格羅德諾 | belarus | 53.68 | 23.83 | Europe/Minsk
vitebsk | Vitebsk | 维捷布斯克 | 維捷布斯克,维捷布斯克市 | belarus | 55.19 | 30.2 | Europe/Minsk
mogilev | Mogilev | 莫吉廖夫 | | belarus | 53.9 | 30.33 | Europe/Minsk
bobruisk | Bobruisk | 博布鲁伊斯克 | 博布魯伊斯克 | belarus | 53.14 | 29.22 | Europe/Minsk
london | London | 伦敦 | 倫敦 | united-kingdom | 51.51 | -0.13 | Europe/London
manchester | Manchester | 曼彻斯特 | 曼徹斯特 | united-kingdom | 53.48 | -2.24 | Europe/London
rome | Rome | 罗马 | 羅馬 | italy | 41.9 | 12.5 | Europe/Rome
milan | Milan | 米兰 | 米蘭 | italy | 45.46 | 9.19 | Europe/Rome
palermo | Palermo | 巴勒莫 | | italy | 38.12 | 13.36 | Europe/Rome
madrid | Madrid | 马德里 | 馬德里 | spain | 40.42 | -3.7 | Europe/Madrid
lisbon | Lisbon | 里斯本 | | portugal | 38.72 | -9.14 | Europe/Lisbon
athens | Athens | 雅典 | | greece | 37.98 | 23.73 | Europe/Athens
warsaw | Warsaw | 华沙 | 華沙 | poland | 52.23 | 21.01 | Europe/Warsaw
prague | Prague | 布拉格 | | czech-republic | 50.09 | 14.42 | Europe/Prague
bratislava | Bratislava | 布拉迪斯拉发 | 布拉提斯拉瓦 | slovakia | 48.15 | 17.11 | Europe/Bratislava
vienna | Vienna | 维也纳 | 維也納 | austria | 48.21 | 16.37 | Europe/Vienna
geneva | Geneva | 日内瓦 | 日內瓦 | switzerland | 46.2 | 6.14 | Europe/Zurich
bern | Bern | 伯尔尼 | 伯恩 | switzerland | 46.95 | 7.45 | Europe/Zurich
davos | Davos | 达沃斯 | 達沃斯 | switzerland | 46.8 | 9.84 | Europe/Zurich
the-hague | The Hague | 海牙 | | netherlands | 52.08 | 4.3 | Europe/Amsterdam
amsterdam | Amsterdam | 阿姆斯特丹 | | netherlands | 52.37 | 4.9 | Europe/Amsterdam
brussels | Brussels | 布鲁塞尔 | 布魯塞爾 | belgium | 50.85 | 4.35 | Europe/Brussels
bruges | Bruges | 布鲁日 | 布魯日 | belgium | 51.21 | 3.22 | Europe/Brussels
copenhagen | Copenhagen | 哥本哈根 | | denmark | 55.68 | 12.57 | Europe/Copenhagen
oslo | Oslo | 奥斯陆 | 奧斯陸 | norway | 59.91 | 10.75 | Europe/Oslo
stockholm | Stockholm | 斯德哥尔摩 | 斯德哥爾摩 | sweden | 59.33 | 18.07 | Europe/Stockholm
helsinki | Helsinki | 赫尔辛基 | 赫爾辛基 | finland | 60.17 | 24.94 | Europe/Helsinki
hamburg | Hamburg | 汉堡 | 漢堡 | germany | 53.55 | 10.0 | Europe/Berlin
munich | Munich | 慕尼黑 | | germany | 48.14 | 11.58 | Europe/Berlin
duesseldorf | Düsseldorf | 杜塞尔多夫 | 杜塞道夫,杜塞爾多夫 | germany | 51.23 | 6.78 | Europe/Berlin
nice | Nice | 尼斯 | | france | 43.7 | 7.27 | Europe/Paris
cannes | Cannes | 戛纳 | 坎城,戛納 | france | 43.55 | 7.01 | Europe/Paris
lyon | Lyon | 里昂 | | france | 45.76 | 4.84 | Europe/Paris
strasbourg | Strasbourg | 斯特拉斯堡 | | france | 48.57 | 7.75 | Europe/Paris
tarbes | Tarbes | 塔布 | 上比利牛斯省 | france | 43.23 | 0.08 | Europe/Paris
bucharest | Bucharest | 布加勒斯特 | | romania | 44.43 | 26.1 | Europe/Bucharest
sofia | Sofia | 索非亚 | 索菲亞 | bulgaria | 42.7 | 23.32 | Europe/Sofia
zagreb | Zagreb | 萨格勒布 | 薩格勒布,札格瑞布 | croatia | 45.81 | 15.98 | Europe/Zagreb
ljubljana | Ljubljana | 卢布尔雅那 | 盧布爾雅那 | slovenia | 46.06 | 14.51 | Europe/Ljubljana
chisinau | Chișinău | 基希讷乌 | 基希訥烏 | moldova | 47.01 | 28.86 | Europe/Chisinau
san-francisco | San Francisco | 旧金山 | 舊金山,三藩市 | united-states | 37.77 | -122.42 | America/Los_Angeles
los-angeles | Los Angeles | 洛杉矶 | 洛杉磯 | united-states | 34.05 | -118.24 | America/Los_Angeles
seattle | Seattle | 西雅图 | 西雅圖 | united-states | 47.61 | -122.33 | America/Los_Angeles
palm-beach | Palm Beach | 棕榈滩 | 棕櫚灘 | united-states | 26.7 | -80.04 | America/New_York
rancho-mirage | Rancho Mirage | 兰乔米拉日 | 蘭喬米拉日 | united-states | 33.78 | -116.41 | America/Los_Angeles
anchorage | Anchorage | 安克雷奇 | 安克拉治 | united-states | 61.22 | -149.9 | America/Anchorage
camp-david | Camp David | 戴维营 | 大衛營,戴維營 | united-states | 39.65 | -77.46 | America/New_York
ottawa | Ottawa | 渥太华 | 渥太華 | canada | 45.42 | -75.7 | America/Toronto
mexico-city | Mexico City | 墨西哥城 | | mexico | 19.43 | -99.13 | America/Mexico_City
los-cabos | Los Cabos | 洛斯卡沃斯 | | mexico | 22.89 | -109.92 | America/Mazatlan
havana | Havana | 哈瓦那 | | cuba | 23.11 | -82.37 | America/Havana
caracas | Caracas | 加拉加斯 | 卡拉卡斯 | venezuela | 10.48 | -66.9 | America/Caracas
lima | Lima | 利马 | 利馬 | peru | -12.05 | -77.04 | America/Lima
santiago | Santiago | 圣地亚哥 | 聖地牙哥 | chile | -33.45 | -70.67 | America/Santiago
buenos-aires | Buenos Aires | 布宜诺斯艾利斯 | 布宜諾斯艾利斯 | argentina | -34.6 | -58.38 | America/Argentina/Buenos_Aires
rio-de-janeiro | Rio de Janeiro | 里约热内卢 | 里約熱內盧,里约 | brazil | -22.91 | -43.17 | America/Sao_Paulo
fortaleza | Fortaleza | 福塔莱萨 | 福塔萊薩 | brazil | -3.73 | -38.53 | America/Fortaleza
quito | Quito | 基多 | | ecuador | -0.18 | -78.47 | America/Guayaquil
panama-city | Panama City | 巴拿马城 | 巴拿馬城 | panama | 8.98 | -79.52 | America/Panama
canberra | Canberra | 堪培拉 | 坎培拉 | australia | -35.28 | 149.13 | Australia/Sydney
sydney | Sydney | 悉尼 | 雪梨 | australia | -33.87 | 151.21 | Australia/Sydney
brisbane | Brisbane | 布里斯班 | | australia | -27.47 | 153.03 | Australia/Brisbane
wellington | Wellington | 惠灵顿 | 惠靈頓,威靈頓 | new-zealand | -41.29 | 174.78 | Pacific/Auckland
port-moresby | Port Moresby | 莫尔兹比港 | 莫爾茲比港,莫士比港 | papua-new-guinea | -9.44 | 147.18 | Pacific/Port_Moresby
nadi | Nadi | 楠迪 | | fiji | -17.8 | 177.42 | Pacific/Fiji
durban | Durban | 德班 | | south-africa | -29.86 | 31.02 | Africa/Johannesburg
pretoria | Pretoria | 比勒陀利亚 | 比勒陀利亞,普利托利亞 | south-africa | -25.75 | 28.19 | Africa/Johannesburg
cape-town | Cape Town | 开普敦 | 開普敦 | south-africa | -33.92 | 18.42 | Africa/Johannesburg
dar-es-salaam | Dar es Salaam | 达累斯萨拉姆 | 達累斯薩拉姆 | tanzania | -6.79 | 39.21 | Africa/Dar_es_Salaam
nairobi | Nairobi | 内罗毕 | 內羅畢,奈洛比 | kenya | -1.29 | 36.82 | Africa/Nairobi
addis-ababa | Addis Ababa | 亚的斯亚贝巴 | 亞的斯亞貝巴,阿迪斯阿貝巴 | ethiopia | 9.01 | 38.75 | Africa/Addis_Ababa
abuja | Abuja | 阿布贾 | 阿布札 | nigeria | 9.06 | 7.5 | Africa/Lagos
dakar | Dakar | 达喀尔 | 達喀爾,達卡爾 | senegal | 14.69 | -17.45 | Africa/Dakar
kigali | Kigali | 基加利 | 吉佳利 | rwanda | -1.94 | 30.06 | Africa/Kigali
harare | Harare | 哈拉雷 | | zimbabwe | -17.83 | 31.05 | Africa/Harare
`;

/** `name | other spellings, by commas | cities, by commas`. */
const venueTable = `
爱丽舍宫 | 愛麗舍宮,艾丽舍宫,艾麗榭宮 | paris
白宫 | 白宮 | washington
海湖庄园 | 海湖莊園,马阿拉歌庄园 | palm-beach
安纳伯格庄园 | 安納伯格莊園,阳光庄园,陽光莊園 | rancho-mirage
斐洛里庄园 | 斐洛里莊園,费罗丽庄园,費羅麗莊園 | san-francisco
白金汉宫 | 白金漢宮 | london
唐宁街 | 唐寧街 | london
北京饭店 | 北京飯店 | beijing
首都机场 | 首都機場,首都国际机场,首都國際機場 | beijing
大兴机场 | 大興機場,大兴国际机场,大興國際機場 | beijing
虹桥机场 | 虹橋機場,虹桥国际机场,虹橋國際機場 | shanghai
浦东机场 | 浦東機場,浦东国际机场,浦東國際機場 | shanghai
白云机场 | 白雲機場,白云国际机场,白雲國際機場 | guangzhou
萧山机场 | 蕭山機場,萧山国际机场,蕭山國際機場 | hangzhou
天河机场 | 天河機場,天河国际机场,天河國際機場 | wuhan
咸阳机场 | 咸陽機場,咸阳国际机场,咸陽國際機場 | xian
双流机场 | 雙流機場,双流国际机场,雙流國際機場 | chengdu
滨海机场 | 濱海機場,滨海国际机场,濱海國際機場 | tianjin
流亭机场 | 流亭機場,流亭国际机场,流亭國際機場 | qingdao
美兰机场 | 美蘭機場,美兰国际机场,美蘭國際機場 | haikou
凤凰机场 | 鳳凰機場,凤凰国际机场,鳳凰國際機場 | sanya
长水机场 | 長水機場,长水国际机场,長水國際機場 | kunming
伏努科沃机场 | 伏努科沃機場,弗努科沃机场,伏努科沃 | moscow
谢列梅捷沃机场 | 謝列梅捷沃機場,谢列梅捷沃 | moscow
普尔科沃机场 | 普爾科沃機場,普尔科沃 | saint-petersburg
奥利机场 | 奧利機場 | paris
戴高乐机场 | 戴高樂機場 | paris
国家博物馆 | 國家博物館,国博,國博 | beijing
人民英雄纪念碑 | 人民英雄紀念碑 | beijing
胜利广场 | 勝利廣場 | minsk
红场 | 紅場 | moscow
国家会议中心 | 國家會議中心 | beijing
京西宾馆 | 京西賓館 | beijing
青岛国际会议中心 | 青島國際會議中心 | qingdao
西郊宾馆 | 西郊賓館 | shanghai
故宫 | 故宮 | beijing
颐和园 | 頤和園 | beijing
国家大剧院 | 國家大劇院 | beijing
西湖国宾馆 | 西湖國賓館 | hangzhou
棒棰岛 | 棒棰島,棒槌岛,棒槌島 | dalian
东湖宾馆 | 東湖賓館 | wuhan
松园 | 松園 | guangzhou
锦绣山迎宾馆 | 錦繡山迎賓館 | pyongyang
五一体育场 | 五一體育場,五月一日体育场 | pyongyang
友谊塔 | 友誼塔,中朝友谊塔,中朝友誼塔 | pyongyang
木兰馆 | 木蘭館 | pyongyang
百花园迎宾馆 | 百花園迎賓館 | pyongyang
康斯坦丁宫 | 康斯坦丁宮 | saint-petersburg
远东联邦大学 | 遠東聯邦大學 | vladivostok
博恰罗夫鲁切伊 | 博恰羅夫魯切伊,博恰罗夫溪 | sochi
新奥加廖沃 | 新奧加廖沃 | moscow
民族宫 | 民族宮 | dushanbe
库克萨罗伊宫 | 庫克薩羅伊宮,库克萨罗伊 | tashkent
阿克奥尔达 | 阿克奧爾達 | astana
塞尔维亚大厦 | 塞爾維亞大廈 | belgrade
布达王宫 | 布達王宮 | budapest
金海机场 | 金海機場 | busan
`;

/** The cells of a table's lines, without the space around them. */
const rows = (table: string): readonly (readonly string[])[] =>
	table
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => line.split("|").map((cell) => cell.trim()));

const list = (cell: string | undefined): readonly string[] =>
	(cell ?? "").split(",").filter((text) => text !== "");

export const moreCountries: readonly Country[] = rows(countryTable).map(
	([id = "", english = "", name = "", names, initial]) => ({
		id,
		english,
		name,
		names: list(names),
		...(initial && { initial }),
	}),
);

export const moreCities: readonly City[] = rows(cityTable).map(
	([
		id = "",
		english = "",
		name = "",
		names,
		country = "",
		lat,
		lon,
		zone = "",
	]) => ({
		id,
		english,
		name,
		names: list(names),
		country,
		lat: Number(lat),
		lon: Number(lon),
		ascii: id,
		zone,
	}),
);

export const moreVenues: readonly Venue[] = rows(venueTable).map(
	([name = "", names, cities]) => ({
		name,
		names: list(names),
		cities: list(cities),
	}),
);
