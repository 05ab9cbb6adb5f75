import type { Queue } from '@domain/fulfilment/contract'
import type { Instant } from '@domain/time'
import type { Pile } from '@/stores/StaffStore'
import { when } from './when'

/** The queues, as the desk shows them. */
export const queueNames = ['ship', 'pick-up', 'after-sale'] as const satisfies readonly Queue[]

/** What waits for staff. */
export const queueText: Readonly<Record<Queue, { readonly title: string; readonly hint: string }>> =
  {
    ship: { title: '待发货', hint: '填快递单号发出' },
    'pick-up': { title: '待自提', hint: '备好货，等顾客来核销' },
    'after-sale': { title: '售后待处理', hint: '看情况，同意或拒绝' },
  }

/** What a pile of orders is called, in the navigation bar. */
export const pileTitle = (pile: Pile): string =>
  pile === 'answered' ? '售后已处理' : queueText[pile].title

/** After-sales by whether they were answered. */
export const afterSaleTabs = { 'after-sale': '待处理', answered: '已处理' } as const

/** What to say of a pile with nothing in it. */
export const emptyPileText: Readonly<
  Record<Pile, { readonly title: string; readonly hint: string }>
> = {
  ship: { title: '没有待发货的订单', hint: '付了款、成了团的快递单会排到这里' },
  'pick-up': { title: '没有待自提的订单', hint: '付了款、成了团的自提单会排到这里' },
  'after-sale': { title: '没有待处理的售后', hint: '顾客的申请会排到这里' },
  answered: { title: '还没有处理过的售后', hint: '同意或拒绝过的申请，都能在这里查到' },
}

/** A question before money goes back. Its buttons have four characters at the most. */
export const approveQuestion = (sum: string) =>
  ({
    title: `同意退回 ${sum}？`,
    text: '同意后立刻原路退回，不能撤销。',
    yes: '同意退款',
    no: '再看看',
  }) as const

/** The words of the staff's pages. */
export const staffText = {
  desk: '店员工作台',
  entryHint: '发货、核销和售后',
  liveDesk: '直播中控',
  liveDeskHint: '开播、讲解、改价、发券和复盘',
  codes: '门店码',
  codesHint: '贴在柜台，新朋友扫码加入会员',
  codeOf: (store: string) => `${store}的门店码`,
  showCode: '出示门店码',
  codeHint: '轻点放大，长按可以保存；打印出来贴在柜台',
  codeSays: '微信扫一扫，加入会员领新人券',
  waiting: (count: number) => `${count} 单待处理`,
  nothingWaits: '都处理完了',
  count: (count: number) => `${count}`,
  verifyTitle: '核销取货码',
  verifyHint: '扫顾客手机上的码，或输入 12 位数字',
  scan: '扫码',
  scanFailed: '没有扫到码，可以直接输入数字',
  notCode: '取货码是 12 位数字',
  codePlaceholder: '12 位取货码',
  find: '查询',
  end: '没有更多了',
  loading: '正在读取更多…',
  placedAt: (at: Instant, now: Instant) => `${when(at, now)} 下单`,
  pieces: (count: number) => `共 ${count} 件`,
  note: (note: string) => `备注：${note}`,
  ship: '去发货',
  handOut: '核销',
  answerTitle: '处理售后',
  addressTitle: '寄到',
  copyAddress: '复制姓名电话地址',
  goodsTitle: '商品',
  parcelTitle: '快递单',
  company: '快递公司',
  chooseCompany: '请选择快递公司',
  number: '快递单号',
  numberPlaceholder: '扫一扫，或输入单号',
  wrongNumber: '单号是 6 到 40 位字母、数字或横线',
  shipNow: '确认发货',
  shipped: '已发货',
  shippedAt: (at: Instant, now: Instant) => `${when(at, now)} 发出`,
  shipTitle: '发货',
  nextOrder: '回到待发货',
  gone: '这单不在待发货里',
  person: '取货人',
  code: '取货码',
  phone: '电话',
  store: '门店',
  confirmHandOut: '确认交货',
  handedOut: '已交货，这个码不能再用',
  usedAt: (at: Instant, now: Instant) => `这个码 ${when(at, now)} 已经用过了`,
  unusable: (status: string) => `这单现在是「${status}」，不能取货`,
  usable: '可以交货，请核对商品',
  another: '核销下一单',
  asks: (no: number) => `第 ${no} 次申请`,
  back: '要退回',
  freightToo: '若这单退完且没发货，运费也一起退',
  approve: '同意退款',
  approved: '已同意，款项原路退回',
  refuse: '拒绝',
  refused: '已拒绝',
  refuseTitle: '为什么拒绝',
  refuseHint: '顾客会看到这句话',
  refusePlaceholder: '例如：照片上看不出问题，请补拍一张',
  refuseNeeds: '请写明拒绝的原因',
  refuseNow: '确认拒绝',
} as const
