import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/Button'
import { confirm } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { hiddenPhone, profileText } from '@/text/profile'
import { Field, type PrivateField } from './Field'
import { say } from './say'
import styles from './Field.module.scss'

/** The telephone number: only WeChat vouches for one, so that a browser can but forget it. */
export const PhoneField = observer(function PhoneField({
  phone,
}: PrivateField & { readonly phone: string | null }) {
  const { members } = useStores()
  const forget = async () => {
    if (await confirm(profileText.forgetPhone)) say(members.change('phone', { phone: null }))
  }
  if (phone === null) {
    return (
      <View className={styles.note} id="phone">
        {profileText.phoneInWechat}
      </View>
    )
  }
  return (
    <Field name={profileText.phone}>
      <View className={styles.value} id="phone">
        {hiddenPhone(phone)}
      </View>
      <View className={styles.side}>
        <Button
          kind="quiet"
          id="forget-phone"
          busy={members.saving === 'phone'}
          onTap={() => void forget()}
        >
          {profileText.forget}
        </Button>
      </View>
    </Field>
  )
})
