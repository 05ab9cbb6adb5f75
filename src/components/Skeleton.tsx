import { View } from '@tarojs/components'
import { sharedText } from '@/text/shared'
import styles from './Skeleton.module.scss'

/** Which page is on its way. */
export type SkeletonKind =
  | 'home'
  | 'shelf'
  | 'product'
  | 'ladder'
  | 'statement'
  | 'checkout'
  | 'list'
  | 'order'
  | 'goods'
  | 'cart'
  | 'member'
  | 'join'
  | 'levels'
  | 'profile'
  | 'points'
  | 'signs'
  | 'wallet'
  | 'guide'

type Block = 'line' | 'half' | 'row' | 'card' | 'tall' | 'square' | 'tiles'

/** The shape of each page, from top to bottom. */
const shapes: Readonly<Record<SkeletonKind, readonly Block[]>> = {
  home: ['half', 'tall', 'line', 'tiles', 'tiles'],
  shelf: ['line', 'card', 'card', 'card', 'card'],
  goods: ['card', 'card', 'card', 'card'],
  cart: ['half', 'card', 'card', 'card'],
  product: ['square', 'line', 'half', 'card', 'card'],
  ladder: ['card', 'tall', 'row', 'row', 'row'],
  statement: ['card', 'row', 'row', 'row', 'row', 'row'],
  checkout: ['card', 'card', 'tall'],
  list: ['card', 'card', 'card', 'card'],
  order: ['half', 'card', 'tall', 'card'],
  member: ['card', 'line'],
  join: ['half', 'card', 'card'],
  levels: ['card', 'card', 'card', 'card'],
  profile: ['line', 'row', 'row', 'row', 'row'],
  points: ['card', 'row', 'row', 'row', 'row'],
  signs: ['card', 'tall'],
  wallet: ['row', 'row', 'row', 'row'],
  guide: ['half', 'card', 'tall', 'card'],
}

/** The shape of what comes, while it comes. */
export function Skeleton({ kind }: { readonly kind: SkeletonKind }) {
  return (
    <View className={styles.skeleton} id="waiting" ariaLabel={sharedText.loading}>
      {shapes[kind].map((block, index) => (
        <View key={index} className={styles[block]} />
      ))}
    </View>
  )
}
