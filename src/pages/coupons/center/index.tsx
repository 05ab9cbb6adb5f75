import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { CouponOffer } from '@domain/coupons/contract'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { open } from '@/platform/go'
import { toast } from '@/platform/notice'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { couponMoment, useMoment } from '@/stores/moments'
import { useStores } from '@/stores/root'
import { couponsText } from '@/text/coupons'
import { explain } from '@/text/failures'
import { GoodsSheet, toGoods, useGoods } from '../goods'
import { Offer } from './Offer'
import styles from './index.module.scss'

/** 领券中心: what may be claimed, by one tap. */
export default observer(function CouponCenterPage() {
  const { coupons } = useStores()
  const visible = useVisible()
  const askAtThisMoment = useMoment()
  const goods = useGoods()
  const { center } = coupons
  const load = () => coupons.loadCenter()

  useEffect(() => {
    if (visible) void coupons.loadCenter()
  }, [visible, coupons])
  usePullToRefresh(load)

  if (!center.value) return <Missing loaded={center} shape="list" onRetry={() => void load()} />
  const { offers, names } = center.value
  const claim = async ({ template }: CouponOffer) => {
    // WeChat asks in the tap or never, so the claim is on its way meanwhile.
    const claiming = coupons.claim(template._id)
    await askAtThisMoment(couponMoment)
    const refusal = await claiming
    toast(refusal ? explain(refusal) : couponsText.claimed)
  }
  return (
    <View className={styles.page}>
      <Stale loaded={center} onRetry={() => void load()} />
      <View className={styles.mine} id="mine" ariaRole="button" onClick={toMine}>
        {couponsText.toMine}
        <View className={styles.chevron} />
      </View>
      {offers.map((offer) => (
        <Offer
          key={offer.template._id}
          offer={offer}
          names={names}
          onClaim={() => void claim(offer)}
          onUse={() => goods.show(offer.template.rule.scope)}
        />
      ))}
      {offers.length === 0 && (
        <Empty title={couponsText.noOffers} hint={couponsText.noOffersHint} action={toShelf} />
      )}
      <GoodsSheet goods={goods} names={names} />
    </View>
  )
})

function toMine(): void {
  open('coupons', {})
}

const toShelf = { text: couponsText.look, onTap: toGoods }
