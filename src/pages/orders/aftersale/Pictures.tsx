import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { spokenPicture } from '@/platform/spoken'
import { MOST_PICTURES } from '@domain/aftersale/afterSale'
import { preview } from '@/platform/preview'
import type { RequestPicture } from '@/stores/AfterSaleStore'
import { useStores } from '@/stores/root'
import { afterSaleText } from '@/text/aftersale'
import styles from './Pictures.module.scss'

/** Photographs of what is wrong, up to six; each is sent as soon as it is chosen. */
export const Pictures = observer(function Pictures() {
  const { afterSale } = useStores()
  const { pictures } = afterSale
  return (
    <View className={styles.block}>
      <View className={styles.title}>
        {afterSaleText.pictures}
        <View className={styles.hint}>{afterSaleText.picturesHint(MOST_PICTURES)}</View>
      </View>
      <View className={styles.pictures}>
        {pictures.map((picture) => (
          <Thumbnail key={picture.path} picture={picture} />
        ))}
        {pictures.length < MOST_PICTURES && (
          <View
            id="add-picture"
            className={styles.add}
            ariaRole="button"
            ariaLabel={afterSaleText.addPicture}
            onClick={() => void afterSale.addPictures()}
          />
        )}
      </View>
    </View>
  )
})

function Thumbnail({ picture: { path, state } }: { readonly picture: RequestPicture }) {
  const { afterSale } = useStores()
  const look = () => {
    if (state === 'failed') void afterSale.sendPicture(path)
    else preview([path], 0)
  }
  return (
    <View className={styles.thumbnail}>
      <Image
        className={styles.image}
        src={path}
        mode="aspectFill"
        onClick={look}
        {...spokenPicture()}
      />
      {state !== 'sent' && (
        <View className={styles.state} onClick={look}>
          {state === 'sending' ? afterSaleText.sending : afterSaleText.failed}
        </View>
      )}
      <View
        className={styles.remove}
        ariaRole="button"
        ariaLabel={afterSaleText.removePicture}
        onClick={() => {
          afterSale.removePicture(path)
        }}
      />
    </View>
  )
}
