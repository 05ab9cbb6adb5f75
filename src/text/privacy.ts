/** What the shop keeps of a member, and what it does with it. */
export const privacyText = {
  title: '隐私说明',
  lead: '使用头像、昵称、手机号之前，请先看看我们怎么用它们。',
  points: [
    { title: '头像和昵称', body: '显示在你的会员卡上，方便店员称呼你。只有你自己填写才有。' },
    { title: '手机号', body: '自提或配送时联系你。只在你点了授权之后才拿到，随时可以删除。' },
    { title: '生日', body: '只存月和日，不问年份。' },
    { title: '收货信息', body: '只用来把这一单送到你手里，随订单保存。' },
  ],
  agree: '同意并继续',
  refuse: '不同意',
  contract: '查看完整的隐私保护指引',
} as const
