import type { MemberCenter } from '@domain/members/contract'

/** What members have. */
export interface Brought {
  readonly title: string
  readonly body: string
}

/** What a shop has for who joins: nothing is promised that it does not have. */
export function broughtTexts({
  growth,
  points,
  welcomes,
}: Pick<MemberCenter, 'growth' | 'points' | 'welcomes'>): readonly Brought[] {
  const pays = points.rule?.offset ? '，下单时能抵现' : ''
  return [
    points.rule && { title: '攒积分', body: `收到货就得积分${pays}。` },
    growth && {
      title: '升等级',
      body: '消费满一定金额自动升级，每一级有什么，会员权益里写得清清楚楚。',
    },
    welcomes && {
      title: '新人券',
      body: '还没在店里买过的朋友，加入时当场发新人券，每人一次。',
    },
  ].filter((one) => one !== null && one !== false)
}

/** The words of the page that one joins by. */
export const joinText = {
  invited: (store: string) => `${store}邀请你加入会员`,
  brings: '加入后有这些',
  free: '免费，不用填任何资料；以后想填再填。',
  join: '加入会员',
  setStore: (store: string) => `把${store}设为我的门店`,
  joined: '你已经是会员了',
  welcome: '欢迎加入',
  since: (day: string) => `${day}加入`,
  ownStore: (store: string) => `你的门店是${store}`,
  otherStore: (store: string) => `你的门店还是${store}，不会改变`,
  given: '给你的券',
  noneGiven: '新人券只发给还没领过、也没买过的朋友。',
  toMe: '看我的会员卡',
  shop: '去逛逛',
  accept: '我有导购邀请码',
  unknownStore: '没认出是哪家门店的码，也可以直接加入。',
} as const
