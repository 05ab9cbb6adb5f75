import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { open, replace } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { mallText } from '@/text/points'
import { Item } from './Item'
import styles from './index.module.scss'

/** 积分商城: what points can be redeemed for, with what the caller has. */
export default observer(function MallPage() {
  const { points } = useStores()
  const visible = useVisible()
  const loaded = points.mall
  useEffect(() => {
    if (visible) void points.loadMall()
  }, [visible, points])
  usePullToRefresh(() => points.loadMall())
  const retry = () => void points.loadMall()
  if (!loaded.value) return <Missing loaded={loaded} shape="goods" onRetry={retry} />
  const { available, items } = loaded.value
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Card>
        <View className={styles.name}>{mallText.available}</View>
        <View className={styles.available} id="available">
          {Math.max(0, available)}
        </View>
        <View className={styles.ways}>
          {(['points', 'coupons'] as const).map((page) => (
            <View key={page} className={styles.way}>
              <Button
                kind="plain"
                id={`to-${page}`}
                onTap={() => {
                  open(page, {})
                }}
              >
                {ways[page]}
              </Button>
            </View>
          ))}
        </View>
      </Card>
      {items.length === 0 && (
        <Empty title={mallText.none} hint={mallText.noneHint} action={toPoints} />
      )}
      {items.map((item) => (
        <Item key={item.id} item={item} available={available} />
      ))}
    </View>
  )
})

const ways = { points: mallText.toPoints, coupons: mallText.toCoupons } as const

const toPoints = {
  text: mallText.toPoints,
  onTap: () => {
    replace('points', {})
  },
}
