import type { Growth } from '@domain/members/growth'
import type { LevelWindow } from '@domain/members/level'
import { AFTER_SALE_WINDOW } from '@domain/orders/delivery'
import { DAY } from '@domain/time'
import { money } from './money'

/** One question that shoppers ask, with its answer. */
export interface Answered {
  readonly question: string
  readonly answer: string
}

/** How a ladder works, in the shopper's order of questions. */
const ladderHelp: readonly Answered[] = [
  {
    question: '阶梯团的价格怎么定？',
    answer:
      '参团的人越多，价格一级一级往下走。到了哪一级，所有人都按那一级的价格，先来后到都一样。',
  },
  {
    question: '我先付多少？以后会补钱吗？',
    answer: '按下单那一刻的台阶价付款。之后价格只会更低，任何时候都不会让你补钱。',
  },
  {
    question: '多付的差价怎么退？',
    answer:
      '截止后按最终台阶结算，每一单多付的差价一次退清，自动原路退回，不用申请。订单里能看到退款单号。',
  },
  {
    question: '人数怎么算？',
    answer: '付了款、没退款的人才算，截止那一刻清点。同一个人下几单都只算 1 人，不会有虚拟的人头。',
  },
  {
    question: '人不够怎么办？',
    answer:
      '每个团的规则里都写明了：要么按起步价成交，要么全额退款。参团之前就能看到，中途不会改变。',
  },
  {
    question: '账目对得上吗？',
    answer:
      '结算后公布结算单，每一单付了多少、退了多少都列出来，名字隐去，你可以用手机自己再加一遍。',
  },
  {
    question: '付了款还能退出吗？',
    answer:
      '截止之前可以在订单里全额退款。截止后先结算人数和差价，结算完、还没发货或取货的，仍可以在订单里退款。',
  },
]

/** Questions about any order, in the order in which they come up. */
const orderHelp: readonly Answered[] = [
  {
    question: '拼团人没凑齐怎么办？',
    answer: '到时间人没凑齐，这个团就不成，每个人付的钱全部自动原路退回，不用申请。',
  },
  {
    question: '自提怎么取货？',
    answer:
      '可以取货时，订单里会出现取货码。到店让店员扫一下，或报 12 位数字。每个码只能用一次，别发给别人。',
  },
  {
    question: '收到的货有问题怎么办？',
    answer: `在订单里点申请售后，选商品和件数，写明原因，可以附照片。收货后 ${AFTER_SALE_WINDOW / DAY} 天内都可以申请，退多少钱当场就能看到。`,
  },
]

/** Over which time spending counts. */
export const spanText: Readonly<Record<LevelWindow, string>> = {
  'all-time': '累计',
  'last-3-months': '近 3 个月',
  'this-month': '本月',
}

/** What was spent, over the time that counts: 近 3 个月消费 ¥917.50. */
export const spentText = ({ span, spentFen }: Pick<Growth, 'span' | 'spentFen'>): string =>
  `${spanText[span]}消费 ${money(spentFen)}`

/** What is missing to the next level: 还差 ¥82.50 升金卡会员. */
export function missingText({ next }: Pick<Growth, 'next'>): string {
  return next ? `还差 ${money(next.missingFen)} 升${next.level.name}` : '已经是最高等级'
}

/** The words of the 我的 page. */
export const membersText = {
  nobody: '微信用户',
  guest: '还不是会员',
  joinHint: '点一下就加入，不用填资料',
  join: '加入会员',
  points: '积分',
  coupons: '优惠券',
  signIn: '签到',
  signed: '今日已签',
  unsigned: '今日可签',
  expiring: (points: number, day: string) => `${points} 积分 ${day}过后到期`,
  owed: (points: number) => `欠 ${points} 积分，之后得到的先抵上`,
  more: { signs: '签到', mall: '积分商城', couponCenter: '领券中心', levels: '会员权益' },
  rows: { wallet: '消息提醒', profile: '个人资料', settings: '设置与隐私' },
  guideDesk: '导购工作台',
  guideDeskHint: '收入、客户和分享素材',
  ordersTitle: '我的订单',
  allOrders: '全部订单',
  entries: {
    unpaid: '待付款',
    waiting: '待成团',
    paid: '待发货/自提',
    shipped: '待收货',
    'after-sale': '售后',
  },
  count: (count: number) => (count > 99 ? '99+' : String(count)),
  helpTitle: '常见问题',
  help: [...ladderHelp, ...orderHelp],
  storeTitle: '我的门店',
  aboutTitle: '关于小店',
  about:
    '这里的价格、人数和剩余数量都是真实的。每一笔钱怎么来、怎么退，都写在订单和结算单里，谁都可以重新算一遍。',
} as const
