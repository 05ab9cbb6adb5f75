import type { DrawCheck } from '@domain/lottery/check'
import type { LotteryState } from '@domain/lottery/outlook'
import { CLAIM_WINDOW, type Lottery } from '@domain/lottery/lottery'
import { DAY, type Instant } from '@domain/time'
import type { RuleText } from './rules'
import { lasting, when } from './when'

/** How a lottery stands for the caller, large. */
export const lotteryStateText: Readonly<Record<LotteryState, string>> = {
  open: '现在可以参与',
  entered: '你参与了，等开奖',
  sealing: '已截止，马上开奖',
  won: '你中奖了',
  claimed: '你中奖了，奖品已经下单',
  lapsed: '你中奖了，领奖时间已过',
  lost: '这次没有中',
  missed: '已经开奖，你没有参与',
}

/** What is made again of a draw: as it should be, and where it is not. */
export const checkText: Readonly<
  Record<DrawCheck['kind'], { readonly holds: string; readonly fails: string }>
> = {
  seed: {
    holds: '种子和开始时公布的指纹对得上',
    fails: '种子和开始时公布的指纹对不上',
  },
  list: {
    holds: '名单和截止时公布的指纹对得上',
    fails: '名单和截止时公布的指纹对不上',
  },
  winners: {
    holds: '按规则重新抽一遍，中奖的一模一样',
    fails: '按规则重新抽一遍，结果不一样',
  },
}

/** The rules of a lottery, in full. */
export function lotteryRules(
  { prizes, closesAt }: Pick<Lottery, 'prizes' | 'closesAt'>,
  now: Instant,
): readonly RuleText[] {
  const days = CLAIM_WINDOW / DAY
  return [
    {
      title: '怎么参与',
      body: `${when(closesAt, now)} 截止，一个人参与一次。不收费，也不用分享、不用下单。`,
    },
    { title: '怎么抽', body: `共 ${prizes} 位中奖，每个参与码机会一样。${drawn}` },
    {
      title: '为什么公平',
      body: '开始前先公布种子的指纹，截止后公布名单的指纹，最后才公开种子，谁也没法挑人中奖。',
    },
    { title: '怎么验证', body: '名单和种子都公开，点「验一验」，就在你的手机上重新抽一遍。' },
    { title: '怎么领奖', body: `开奖后 ${days} 天内领，奖品 0 元，不收运费，过期作废。` },
  ]
}

const drawn = '参与码、种子和名单的指纹连在一起算一次 SHA-256，算出来最小的几位中奖。'

/** The words of lotteries. */
export const lotteryText = {
  title: '抽奖',
  free: (prizes: number) => `共 ${prizes} 份，中奖的 0 元带走`,
  prizes: (prizes: number) => `${prizes} 份`,
  closesIn: (leftMs: number) => (leftMs > 0 ? `${lasting(leftMs)} 后截止` : '已截止'),
  enter: '参与抽奖',
  enteredToast: '参与成功，到点开奖',
  /** What a line of a room leads to. */
  ways: { enter: '去参与', see: '看看', claim: '去领奖', result: '看结果' },
  claim: '领奖',
  seeOrders: '看我的订单',
  ownCode: '你的参与码',
  winners: '中奖的参与码',
  nobody: '没有人参与，奖品留到下次',
  you: '你',
  rules: '抽奖规则',
  proof: '公开的凭证',
  commitment: '种子的指纹（开始时公布）',
  listHash: '名单的指纹（截止时公布）',
  seed: '种子（开奖时公开）',
  notYet: '还没到公布的时候',
  entries: (entries: number) => `参与名单，共 ${entries} 个参与码`,
  list: '看名单',
  more: '接着看',
  verify: '验一验',
  verifyHint: '把公开的名单读一遍，用公开的种子在这部手机上重新抽，看看结果一不一样。',
  verifyAgain: '再验一次',
  verifying: '正在读名单、重新抽…',
  verified: '全部对得上，抽奖没有问题',
  unverified: '有对不上的地方，请联系店家',
  interrupted: '名单没读完，请再试一次',
} as const
