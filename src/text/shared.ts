/** Words that several pages use. */
export const sharedText = {
  again: '再试一次',
  goHome: '回首页看看',
  notCharged: '没有产生任何扣款',
  stale: '没能刷新，显示的是刚才的内容',
  offlineStale: '网络不通，显示的是刚才的内容',
  close: '关闭',
  loading: '正在加载',
  shop: '小店',
  soldOut: '已售罄',
  yuanSign: '¥',
  linkCopied: '链接已复制，去粘贴给朋友吧',
  copied: '已复制',
  from: '起',
  poster: '做一张海报',
} as const
