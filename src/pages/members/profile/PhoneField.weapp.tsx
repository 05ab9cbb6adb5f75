import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/Button'
import { classes } from '@/components/classes'
import { confirm, toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { hiddenPhone, profileText } from '@/text/profile'
import { Field, type PrivateField } from './Field'
import { say } from './say'
import styles from './Field.module.scss'

/** The telephone number: told by WeChat on wish, and forgotten on wish. */
export const PhoneField = observer(function PhoneField(
  props: PrivateField & { readonly phone: string | null },
) {
  const { phone, isAgreed, onAsk } = props
  const { members } = useStores()
  const busy = members.saving === 'phone'
  const keep = (handed: unknown) => {
    const code: unknown = Reflect.get(Object(handed), 'code')
    if (typeof code === 'string' && code !== '') say(members.keepPhone(code))
    else toast(profileText.phoneRefused)
  }
  const forget = async () => {
    if (await confirm(profileText.forgetPhone)) say(members.change('phone', { phone: null }))
  }
  return (
    <Field name={profileText.phone}>
      <View className={classes(styles.value, phone === null && styles.unfilled)} id="phone">
        {phone === null ? profileText.phoneHint : hiddenPhone(phone)}
      </View>
      <View className={styles.side}>
        {phone === null ? (
          <Button
            key="tell"
            kind="plain"
            id="tell-phone"
            busy={busy}
            openType={isAgreed ? 'getPhoneNumber' : undefined}
            onHanded={keep}
            onTap={isAgreed ? undefined : onAsk}
          >
            {profileText.tellPhone}
          </Button>
        ) : (
          <Button
            key="forget"
            kind="quiet"
            id="forget-phone"
            busy={busy}
            onTap={() => void forget()}
          >
            {profileText.forget}
          </Button>
        )}
      </View>
    </Field>
  )
})
