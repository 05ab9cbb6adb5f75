import { View } from '@tarojs/components'
import { showState } from '@domain/live/runOfShow'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Price } from '@/components/Price'
import { Tag, type Tone } from '@/components/Tag'
import { showStateText, showText } from '@/text/cockpit'
import type { Product } from './goods'
import type { ShowProps } from './Now'
import styles from './RunOfShow.module.scss'

/** 节目单: all that is shown in the session, in its order; a tap opens what can be done to it. */
export function RunOfShow({ cockpit: { products, room }, onOpen }: ShowProps) {
  return (
    <Card title={showText.title(products.length)} id="show">
      {products.map((product, index) => {
        const { goods } = product
        const open = goods && {
          id: `goods-${goods.dealId}`,
          role: 'button',
          onClick: () => {
            onOpen(goods.dealId)
          },
        }
        const isNow = goods !== null && showState(goods.dealId, room) === 'explaining'
        return (
          <View key={index} className={classes(styles.row, isNow && styles.now)} {...open}>
            <View className={styles.number}>{index + 1}</View>
            <View className={styles.words}>
              <View className={styles.name}>{product.name}</View>
              <Figures product={product} />
            </View>
            <State product={product} room={room} />
          </View>
        )
      })}
    </Card>
  )
}

/** Its price, what is left and what is sold; of a prize only that it is one. */
function Figures({ product: { goods, sold } }: { readonly product: Product }) {
  if (!goods) return <View className={styles.note}>{showText.roles.lottery}</View>
  return (
    <View className={styles.figures}>
      <Price fen={goods.priceFen} />
      <View className={styles.note}>{showText.figures(goods.left, sold)}</View>
    </View>
  )
}

interface StateProps {
  readonly product: Product
  readonly room: ShowProps['cockpit']['room']
}

/** Where it stands, in one word: of several the one that matters most. */
function State({ product: { goods, role }, room }: StateProps) {
  if (!goods) return null
  const state = showState(goods.dealId, room)
  const [tone, words] = wordOf(state, goods.isOffered, role)
  return words === '' ? null : <Tag tone={tone}>{words}</Tag>
}

function wordOf(
  state: keyof typeof showStateText,
  isOffered: boolean,
  role: Product['role'],
): readonly [Tone, string] {
  if (state === 'explaining') return ['cherry', showStateText[state]]
  if (!isOffered && role === 'main') return ['amber', showText.isOff]
  if (state !== 'waiting') return ['plain', showStateText[state]]
  return ['plain', showText.roles[role]]
}
