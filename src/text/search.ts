import type { Sort } from '@/stores/SearchStore'

/** In which order products are shown. */
const sorts: readonly { readonly sort: Sort; readonly name: string }[] = [
  { sort: 'shelf', name: '综合' },
  { sort: 'cheapest', name: '价格从低到高' },
  { sort: 'dearest', name: '价格从高到低' },
]

/** The words of the search. */
export const searchText = {
  placeholder: '商品名、规格、产地',
  go: '搜索',
  searched: '最近搜过',
  forget: '清空',
  hintTitle: '想找什么，搜搜看',
  hint: '可以输几个词，中间用空格隔开，例如「车厘子 礼盒」',
  sorts,
  nothingTitle: (words: string) => `没有找到「${words}」`,
  nothingHint: '换个短一点的词，或者到分类里逛逛',
  toShelves: '看全部分类',
} as const
