import type { CartTrouble } from '@domain/cart/contract'

/** Why a line of the cart can't be ordered as it is, in the shopper's words. */
export function troubleText(trouble: CartTrouble): string {
  switch (trouble.kind) {
    case 'product-gone':
      return '已经下架'
    case 'sku-gone':
      return '这个规格没有了'
    case 'sold-out':
      return '卖完了'
    case 'short':
      return `只剩 ${trouble.left} 件`
  }
}

/** The words of the cart. */
export const cartText = {
  emptyTitle: '购物车还是空的',
  emptyHint: '看到喜欢的就放进来，凑在一起下单，还能用上满减',
  goShopping: '去逛逛',
  lines: (count: number) => `${count} 种商品`,
  edit: '编辑',
  done: '完成',
  chooseAll: '全选',
  mark: (what: string, isChosen: boolean) => `${what}，${isChosen ? '已' : '未'}选中`,
  total: '合计',
  receipt: '看明细',
  receiptTitle: '价格明细',
  beforeFreight: '运费在下一步按配送方式算',
  toCheckout: (pieces: number) => (pieces > 0 ? `去结算 (${pieces})` : '去结算'),
  remove: (count: number) => (count > 0 ? `删除 (${count})` : '删除'),
  removeQuestion: (count: number) =>
    ({
      title: `删掉这 ${count} 种商品？`,
      text: '以后想买，可以再加回来。',
      yes: '删除',
      no: '先留着',
    }) as const,
  takeLeft: (left: number) => `改为 ${left} 件`,
  troubled: '这些现在买不了',
  clear: '清掉它们',
  cleared: '已清掉',
  added: '已放进购物车',
  tooMany: (most: number) => `一次最多结算 ${most} 种，先去掉几样`,
  unsaved: '没能改成，显示的是购物车里的数量',
  unknownName: '已下架的商品',
  unit: (fen: string, unit: string) => `${fen}/${unit}`,
} as const
