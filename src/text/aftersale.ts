import type { AfterSale, AfterSaleReason, AfterSaleStatus } from '@domain/aftersale/afterSale'
import { add } from '@domain/money'
import type { RequestNeed } from '@/stores/AfterSaleStore'
import { money } from './money'

/** Why a shopper asks for money back. */
export const reasonText: Readonly<Record<AfterSaleReason, string>> = {
  quality: '品质有问题',
  wrong: '发错了',
  missing: '少发、漏发',
  late: '送得太晚',
  unwanted: '不想要了',
  other: '其他',
}

/** How a request stands. */
export const requestStatusText: Readonly<Record<AfterSaleStatus, string>> = {
  requested: '等店里答复',
  approved: '已同意',
  refused: '没有同意',
  withdrawn: '已撤回',
}

/** A request's tone: amber waits, leaf is granted, plain is over. */
export const requestTone = {
  requested: 'amber',
  approved: 'leaf',
  refused: 'plain',
  withdrawn: 'plain',
} as const satisfies Readonly<Record<AfterSaleStatus, string>>

/** What goes back when a request is granted, or went back. */
export const requestSum = ({ goodsFen, freightFen }: AfterSale): string =>
  money(add(goodsFen, freightFen))

/** What a request still needs. */
export const needText: Readonly<Record<RequestNeed, string>> = {
  pieces: '请选择要退的商品和件数',
  reason: '请选择原因',
  pictures: '图片还没传好，等一等，或删掉没传上的',
}

/** A question before a request is taken back. Its buttons have four characters at the most. */
export const withdrawQuestion = {
  title: '撤回这次申请？',
  text: '撤回后店里不再处理，需要时可以重新申请。',
  yes: '撤回申请',
  no: '先不撤回',
} as const

/** The words of the after-sale page, and of requests on the order page. */
export const afterSaleText = {
  title: '售后',
  ask: '申请售后',
  lines: '退哪几件',
  left: (left: number) => `可退 ${left} 件`,
  allAsked: '都退过了',
  reason: '为什么退',
  words: '说说情况',
  wordsPlaceholder: '坏了几个、差在哪里，说清楚处理得更快（选填）',
  pictures: '拍几张照片',
  picturesHint: (most: number) => `选填，最多 ${most} 张`,
  addPicture: '加图片',
  removePicture: '删掉这张',
  sending: '上传中',
  failed: '没传上，点一下重传',
  back: '退回',
  backNote: '只算商品的钱，按你实际付的价，优惠已经摊到每一件。',
  backPoints: (points: number) => `另退 ${points} 积分`,
  couponNote: '用掉的优惠券，整单都退完才还给你；没过期就能再用。',
  freightNote: (sum: string) => `整单都退、并且还没发货时，运费 ${sum} 一起退。`,
  freightStays: (sum: string) => `货已经发出，运费 ${sum} 不退。`,
  wholeNote: '还没发货，可以回到订单直接全额退款，不用等审核。',
  submit: (sum: string) => `申请退回 ${sum}`,
  submitNothing: '申请退回',
  asked: '已提交，店里会尽快答复',
  request: (no: number) => `第 ${no} 次申请`,
  goods: '商品',
  pieces: (quantity: number) => `×${quantity}`,
  sum: '退回金额',
  andFreight: (sum: string) => `另退运费 ${sum}`,
  reasonLabel: '原因',
  said: '说明',
  answer: '店里的答复',
  requestedAt: '申请时间',
  answeredAt: '答复时间',
  withdrawnAt: '撤回时间',
  withdraw: '撤回申请',
  withdrawn: '已撤回',
  askAgain: '再申请一次',
  see: '查看',
  closed: {
    over: '已经过了可以申请售后的时间',
    status: '这个订单现在不能申请售后',
    nothing: '所有商品都已经申请过了',
  },
  toOrder: '回到订单',
} as const
