/** The words around shared links. */
export const attributionText = {
  unknownHead: '链接无效',
} as const
