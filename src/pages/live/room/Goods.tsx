import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useCallback, useState } from 'react'
import type { LiveGoods, LiveView } from '@domain/live/contract'
import { goodsState, shownGoods } from '@domain/live/outlook'
import type { LiveStatus } from '@domain/live/room'
import { useEndOfPage } from '@/platform/refresh'
import { useStores } from '@/stores/root'
import { roomText } from '@/text/liveRoom'
import { GoodsRow, rowSelector } from './GoodsRow'
import { useRowExposure } from './useTracking'
import styles from './Goods.module.scss'

/** Everything that is sold in a room. */
export interface GoodsProps {
  readonly view: LiveView
  readonly status: LiveStatus
  readonly onLook: (goods: LiveGoods) => void
  readonly onBuy: (goods: LiveGoods) => void
  /** A row has come on the screen. */
  readonly exposed: (dealId: string) => void
}

/** So many rows at first, and more at each end of the page. */
const ROWS = 8

/** All goods of a room in the order of its run-of-show, backups last. */
export const Goods = observer(function Goods(props: GoodsProps) {
  const { view, status, onLook, onBuy, exposed } = props
  const { live } = useStores()
  const [rows, setRows] = useState(ROWS)
  const { goods, room } = view
  const shown = new Set(shownGoods(view))
  useEndOfPage(
    useCallback(() => {
      setRows((before) => Math.min(goods.length, before + ROWS))
    }, [goods.length]),
  )
  const onSeen = useCallback(
    (elementId: string) => {
      exposed(elementId.replace(/^goods-/, ''))
    },
    [exposed],
  )
  useRowExposure(rowSelector, Math.min(rows, goods.length), onSeen)
  const inOrder = [...goods].sort((one, other) => rankOf(one) - rankOf(other))
  return (
    <View>
      <View className={styles.title}>{roomText.all(shown.size)}</View>
      {inOrder.slice(0, rows).map((one) => (
        <GoodsRow
          key={one.dealId}
          goods={one}
          state={goodsState(one, status)}
          word={wordOf(one, room)}
          isShown={shown.has(one)}
          moves={live.movesOf(one.dealId)}
          onLook={onLook}
          onBuy={onBuy}
        />
      ))}
    </View>
  )
})

const rankOf = ({ role }: LiveGoods): number => (role === 'main' ? 0 : 1)

function wordOf({ dealId, role }: LiveGoods, { explaining, shown }: LiveView['room']): string {
  if (explaining?.dealId === dealId) return roomText.explaining
  const became = shown[dealId]
  if (became) return became === 'explained' ? roomText.explained : roomText.skipped
  return role === 'backup' ? roomText.backup : ''
}
