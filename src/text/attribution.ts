/** The words around shared links. */
export const attributionText = {
  openTitle: '正在打开',
  unknownTitle: '这个链接打不开了',
  unknownHint: '它可能不是本店的，或者没有复制完整。店里的东西都在首页。',
} as const
