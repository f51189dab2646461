import { pick, type Random } from '../../tools/draw/kit/random'

type Syllables = readonly (readonly [hanzi: string, pinyin: string])[]

const pairs = (text: string): Syllables =>
  text.split(' ').map((pair) => {
    const [hanzi, pinyin] = pair.split(':')
    return [hanzi ?? '', pinyin ?? '']
  })

const SURNAMES = pairs(
  '王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 徐:xu 孙:sun 马:ma 朱:zhu 胡:hu 郭:guo 何:he 高:gao 林:lin 罗:luo 郑:zheng 梁:liang 谢:xie 宋:song 唐:tang 许:xu 韩:han 冯:feng 邓:deng 曹:cao 彭:peng 曾:zeng 肖:xiao 田:tian 董:dong 潘:pan 袁:yuan 蔡:cai 蒋:jiang 余:yu 于:yu 杜:du 叶:ye 程:cheng 魏:wei 苏:su 吕:lv 丁:ding 任:ren 卢:lu 姚:yao 沈:shen 钟:zhong 姜:jiang 崔:cui 谭:tan 陆:lu 范:fan 汪:wang 廖:liao 石:shi 金:jin 贾:jia 夏:xia 方:fang 邹:zou 熊:xiong 白:bai 孟:meng 秦:qin 邱:qiu 侯:hou 江:jiang 尹:yin 薛:xue 段:duan 雷:lei 龙:long 史:shi 陶:tao 贺:he 顾:gu 毛:mao 郝:hao 龚:gong 邵:shao 万:wan 钱:qian 严:yan 覃:qin 武:wu 戴:dai 莫:mo 孔:kong 向:xiang 常:chang',
)
const GIVEN = pairs(
  '建国:jianguo 秀英:xiuying 桂兰:guilan 志强:zhiqiang 丽华:lihua 国庆:guoqing 春梅:chunmei 玉珍:yuzhen 海燕:haiyan 卫东:weidong 晓红:xiaohong 文斌:wenbin 雪梅:xuemei 立新:lixin 红霞:hongxia 永刚:yonggang 婷婷:tingting 磊:lei 静:jing 敏:min 伟:wei 芳:fang 鹏:peng 娜:na 超:chao 琳:lin 倩:qian 浩:hao 佳:jia 俊杰:junjie 雨桐:yutong 子涵:zihan 欣怡:xinyi 梓萱:zixuan 一诺:yinuo 思远:siyuan 嘉豪:jiahao 若曦:ruoxi 晨:chen 宇航:yuhang 诗涵:shihan 佳慧:jiahui 明轩:mingxuan 雅婷:yating 凯:kai 冰洁:bingjie 瑶:yao 晓峰:xiaofeng 文静:wenjing 天宇:tianyu 梦洁:mengjie 家明:jiaming 安琪:anqi 泽宇:zeyu 慧敏:huimin 振华:zhenhua 淑芬:shufen 小龙:xiaolong 丹:dan 云飞:yunfei 可馨:kexin 亮:liang 艳:yan 书豪:shuhao 景行:jingxing 念慈:nianci 知夏:zhixia 向阳:xiangyang 翠萍:cuiping 学军:xuejun',
)

export type Person = { readonly user: string; readonly receiver: string }

/** A person not met before: their name, and the ASCII name the simulator knows them by. */
export function person(next: Random, taken: Set<string>): Person {
  for (;;) {
    const [surname, surnamePinyin] = pick(next, SURNAMES)
    const [given, givenPinyin] = pick(next, GIVEN)
    const user = `${surnamePinyin}-${givenPinyin}`
    if (taken.has(user)) continue
    taken.add(user)
    return { user, receiver: surname + given }
  }
}

const FREE =
  '春风十里 一只小鱼干 半糖去冰 南瓜不说话 今天吃什么 柚子茶 阿肥的日常 慢慢来 橘子汽水 大橙子 云朵面包 早睡早起 木子李 三餐四季 晚安月亮 山里的风 小满胜万全 一碗阳春面 夏天的蝉 麦兜响当当 不吃香菜 爱吃土豆 煎蛋要单面 番茄炒蛋 冬瓜排骨汤 芝麻汤圆 豆浆油条 咸鱼翻身 葡萄美酒 北方以北 海盐焦糖 无花果 糯米团子 栗子味的秋天 岁月静好 平安是福 知足常乐 花开富贵 宁静致远 雨后彩虹 快乐每一天 阳光总在风雨后 阿呆 胖虎 绿豆沙 猫和鱼 二十四节气 青梅煮酒 见山 听雨 小隐 星辰大海 拾光 浅浅 暖暖 木槿花开 梧桐 蒲公英 六月的雨 北极星 海阔天空 小确幸 悠悠我心 风吹麦浪 朝九晚六 下班就回家 深夜食堂 周末去爬山 种菜的阿婆 楼下等你 拖鞋战士 泡面加蛋 奶茶续命 减肥从明天开始 一颗话梅 椰子鸡 小鹿乱撞 熊猫眼 芒果千层 冰糖葫芦 豆腐脑咸党 榴莲忘返 桂花酿 竹子 浮生 白日梦 山竹 小葵 七七 可乐不加冰 米粒 兔子先生 听说你很甜 胡萝卜须 蘑菇头 洋葱头 鲸落 青柠 阿布 团团圆圆 西红柿首富 苏打绿茶 面条先生 鱼丸粗面 橙子味的风 抹茶拿铁'.split(
    ' ',
  )
const LATIN =
  'Momo Kiki Leo Vivian Echo Sunny Amy Jason_W Coco Yoyo Cherry L.Y. Mr.Zhang Zoe Tina Bella Kevin Lily Alan Grace Nemo Jojo Miya Yan Ruby Iris Eric.H Cici Anna Fay Wendy 小E JJ Shirley'.split(
    ' ',
  )
const BABY =
  '豆豆 果果 糖糖 多多 小宝 乐乐 安安 米米 圆圆 可可 朵朵 球球 诺诺 石头 丫丫 壮壮 毛毛 西西 小满 年年 桃桃 点点 小鱼 麦麦'.split(
    ' ',
  )

/** A WeChat nickname as people write it, not used by anyone before. */
export function nickname(
  next: Random,
  receiver: string,
  isParent: boolean,
  building: number,
  taken: Set<string>,
): string {
  const surname = receiver.slice(0, 1)
  const given = receiver.slice(1)
  const makers: readonly (() => string)[] = [
    () => pick(next, FREE),
    () => pick(next, FREE),
    () => pick(next, FREE),
    () => pick(next, LATIN),
    () => receiver,
    () => `${building}栋${surname}${pick(next, ['阿姨', '姐', '叔', '先生', '老师', '太太'])}`,
    () => `${pick(next, ['小', '阿', '老'])}${given.slice(-1)}`,
    () => (given.length === 2 ? given : `${given}${given}`),
    () => `${surname}${pick(next, ['同学', '大厨', '师傅', '医生', '小姐', '小胖', '记'])}`,
    () => `${given.slice(-1)}${pick(next, ['宝', '妹儿', '哥', '仔', '子', '儿'])}`,
    () => `${pick(next, ['快乐的', '爱笑的', '早起的', '贪吃的', '佛系'])}${given.slice(-1)}`,
  ]
  for (;;) {
    const name =
      isParent && next() < 0.62
        ? `${pick(next, BABY)}${pick(next, ['妈', '妈妈', '爸', '爸爸', '妈咪', '奶奶', '外婆'])}`
        : pick(next, makers)()
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
