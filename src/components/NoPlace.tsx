import { Empty } from './Empty'
import { replace } from '@/platform/go'
import { deskText } from '@/text/guides'

/** In place of a guide's page, for who is none: what it takes to become one. */
export function NoPlace() {
  return <Empty title={deskText.noPlace} hint={deskText.noPlaceHint} action={toAccept} />
}

const toAccept = {
  text: deskText.toAccept,
  id: 'to-accept',
  onTap: () => {
    replace('accept', {})
  },
}
