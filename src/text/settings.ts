/** The words of the settings. */
export const settingsText = {
  messages: '消息提醒',
  profile: '个人资料',
  accept: '我有导购邀请码',
  stored: '我们保存了什么',
  storedItems: [
    { title: '你填的', body: '昵称、头像、生日、手机号。都可以清空。' },
    { title: '买东西留下的', body: '订单、收货信息、退款记录，按法规需要保留。' },
    { title: '会员账目', body: '积分流水、优惠券、等级变化，每一笔都能查到。' },
    { title: '只在这台手机上', body: '上次的自提人和地址、搜索过的词、购物车勾选。' },
  ],
  clear: '清空个人资料',
  clearHint: '昵称、头像、生日、手机号一起清空；订单、积分和券不受影响。',
  confirmClear: {
    title: '清空个人资料',
    text: '昵称、头像、生日、手机号会一起清空，不能恢复。',
    yes: '清空',
    no: '再想想',
  },
  cleared: '已清空',
} as const
