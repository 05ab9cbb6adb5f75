import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { CouponTab } from '@domain/coupons/contract'
import { classes } from '@/components/classes'
import { Tabs } from '@/components/Tabs'
import { usePageValues } from '@/platform/go'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { couponTabs } from '@/stores/CouponsStore'
import { useStores } from '@/stores/root'
import { couponsText } from '@/text/coupons'
import { useGoods } from '../goods'
import { Coupons } from './Coupons'
import styles from './index.module.scss'

/** 我的优惠券: what can be used, what was, and what expired. */
export default observer(function CouponsPage() {
  const { tab: wished } = usePageValues()
  const [tab, setTab] = useState<CouponTab>(couponTabs.find((one) => one === wished) ?? 'usable')
  // Lists that were looked at stay in the page: going back to one sends the view nothing anew.
  const [opened, setOpened] = useState<readonly CouponTab[]>([tab])
  const { coupons } = useStores()
  const visible = useVisible()
  const goods = useGoods()

  useEffect(() => {
    if (visible) void coupons.loadList(tab)
  }, [visible, tab, coupons])
  usePullToRefresh(() => coupons.loadList(tab))
  useEndOfPage(() => void coupons.readMore(tab))

  const choose = (chosen: CouponTab) => {
    setTab(chosen)
    if (!opened.includes(chosen)) setOpened([...opened, chosen])
  }
  return (
    <View className={styles.page}>
      <Tabs names={couponsText.tabs} tabs={couponTabs} chosen={tab} onChoose={choose} />
      {opened.map((one) => (
        <View
          key={one}
          id={`list-${one}`}
          className={classes(styles.list, one !== tab && styles.away)}
        >
          <Coupons tab={one} goods={goods} />
        </View>
      ))}
    </View>
  )
})
